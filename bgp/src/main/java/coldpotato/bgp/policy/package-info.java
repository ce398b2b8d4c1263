/** Match, set, accept or refuse, and the name of the rule that decided; read {@link coldpotato.bgp.policy.Policy} first. */
package coldpotato.bgp.policy;
