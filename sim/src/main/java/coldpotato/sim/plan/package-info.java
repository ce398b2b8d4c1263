/** A network as data, and its assembly; read {@link coldpotato.sim.plan.NetworkPlan} first. */
package coldpotato.sim.plan;
