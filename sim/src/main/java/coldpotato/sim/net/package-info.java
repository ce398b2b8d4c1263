/**
 * What lies between routers: links with delay, loss and faults, and simulated TCP and UDP over them; read {@link
 * coldpotato.sim.net.IpNetwork} first, then {@link coldpotato.sim.net.Link}.
 */
package coldpotato.sim.net;
