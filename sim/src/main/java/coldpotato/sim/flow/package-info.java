/** Flows walked forward and back through forwarding tables and middleboxes; read {@link coldpotato.sim.flow.FlowMonitor} first. */
package coldpotato.sim.flow;
