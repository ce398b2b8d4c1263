package coldpotato.bgp.netty;

import coldpotato.bgp.speaker.SpeakerConfig;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.net.InetSocketAddress;

/**
 * A speaker and its sockets.
 *
 * @param node the router's name, in traces and logs
 * @param speaker what it does
 * @param seed of its timers' jitter
 * @param listen where it takes connections, and nowhere else
 * @param peers the sockets of every peer of the speaker, by session name
 * @param bfdPort where BFD packets of neighbours are taken, and sent to
 */
public record HostSettings(
        String node,
        SpeakerConfig speaker,
        long seed,
        ImmutableSet<InetSocketAddress> listen,
        ImmutableMap<String, PeerSockets> peers,
        int bfdPort) {
    /** The port of single-hop BFD (RFC 5881 section 4). */
    public static final int BFD_PORT = 3784;

    /**
     * Next hops on loopback are taken from peers on loopback.
     *
     * @throws SocketProblem if two peers cannot be told apart, or one has no sockets
     */
    public HostSettings {
        for (String peer : speaker.peers().keySet()) {
            if (!peers.containsKey(peer)) {
                throw new SocketProblem("peer " + peer + " of " + node + " has no address");
            }
        }
        peers.forEach((name, sockets) -> peers.forEach((other, others) -> {
            if (!name.equals(other) && sockets.matches(others.local(), others.remote())) {
                throw new SocketProblem("peers " + name + " and " + other + " of " + node + " are both at "
                        + PeerSockets.address(others.remote()) + "; give each its own address");
            }
        }));
        speaker = speaker.withPeers(ImmutableMap.copyOf(Maps.transformEntries(
                speaker.peers(),
                (name, peer) -> peers.get(name).isLoopback()
                        ? peer.toBuilder().loopbackNextHops(true).build()
                        : peer)));
    }

    /** With BFD on its usual port. */
    public HostSettings(
            String node,
            SpeakerConfig speaker,
            long seed,
            ImmutableSet<InetSocketAddress> listen,
            ImmutableMap<String, PeerSockets> peers) {
        this(node, speaker, seed, listen, peers, BFD_PORT);
    }

    /** The same router with other neighbours. */
    public HostSettings with(SpeakerConfig changed, ImmutableMap<String, PeerSockets> sockets) {
        return new HostSettings(node, changed, seed, listen, sockets, bfdPort);
    }
}
