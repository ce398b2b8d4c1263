/** The tables and the decision process (RFC 4271 sections 3.2 and 9.1); read {@link coldpotato.bgp.rib.DecisionProcess} first. */
package coldpotato.bgp.rib;
