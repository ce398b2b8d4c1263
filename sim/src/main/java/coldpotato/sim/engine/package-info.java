/** Virtual time: one queue in total order and a loop with named limits; read {@link coldpotato.sim.engine.Simulation} first. */
package coldpotato.sim.engine;
