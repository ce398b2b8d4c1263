/** A router of the simulation: speaker, IGP, routing table, forwarding table, middleboxes; read {@code Router} first. */
package coldpotato.sim.node;
