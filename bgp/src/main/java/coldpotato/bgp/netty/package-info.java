/**
 * The router on real TCP: sockets, a clock and one event loop for each speaker; read {@link coldpotato.bgp.netty.NettyHost}
 * first.
 */
package coldpotato.bgp.netty;
