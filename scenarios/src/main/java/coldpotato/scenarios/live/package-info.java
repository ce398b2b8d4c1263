/** A scenario on real sockets, and the socket by which one talks to it; read {@link coldpotato.scenarios.live.LiveRun} first. */
package coldpotato.scenarios.live;
