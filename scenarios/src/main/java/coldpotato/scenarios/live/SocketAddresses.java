package coldpotato.scenarios.live;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.bgp.netty.PeerSockets;
import coldpotato.bgp.netty.SocketProblem;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the ends of all sessions of a scenario really are: each node's addresses as they are, or each on an address of its own in
 * a block of loopback, given out in the order of the addresses and therefore the same in every run of a file.
 */
final class SocketAddresses {
    private static final int BGP_PORT = 179;

    /** An end of a session: nodes may have the same address, by design or by mistake. */
    private record End(IpAddress address, String node) implements Comparable<End> {
        private static final Comparator<End> ORDER =
                Comparator.comparing(End::address).thenComparing(End::node);

        @Override
        public int compareTo(End other) {
            return ORDER.compare(this, other);
        }
    }

    private final ImmutableMap<String, SessionPlan> sessions;
    private final ImmutableMap<End, InetSocketAddress> sockets;

    private SocketAddresses(ImmutableMap<String, SessionPlan> sessions, ImmutableMap<End, InetSocketAddress> sockets) {
        this.sessions = sessions;
        this.sockets = sockets;
    }

    /**
     * The addresses of the file, and BGP's own port.
     *
     * @param plans all networks of the scenario
     */
    static SocketAddresses own(List<NetworkPlan> plans) {
        ImmutableMap<String, SessionPlan> sessions = sessions(plans);
        ImmutableMap.Builder<End, InetSocketAddress> sockets = ImmutableMap.builder();
        ends(plans).forEach(end -> sockets.put(end, socket(end.address, BGP_PORT)));
        return new SocketAddresses(sessions, sockets.buildOrThrow());
    }

    /**
     * Addresses of loopback.
     *
     * @param plans all networks of the scenario
     * @param block of 127.0.0.0/8; its first address stays free
     */
    static SocketAddresses loopback(List<NetworkPlan> plans, Prefix block, int port) {
        TreeSet<End> ends = ends(plans);
        long room = 1L << (32 - block.length());
        if (ends.size() >= room) {
            throw new SocketProblem("the scenario needs " + ends.size() + " addresses, and " + block + " has "
                    + (room - 1) + "; give it a larger block of 127.0.0.0/8");
        }
        ImmutableMap.Builder<End, InetSocketAddress> sockets = ImmutableMap.builder();
        int next = block.address().toInt() + 1;
        for (End end : ends) {
            sockets.put(end, socket(IpAddress.ipv4(next++), port));
        }
        return new SocketAddresses(sessions(plans), sockets.buildOrThrow());
    }

    private static ImmutableMap<String, SessionPlan> sessions(List<NetworkPlan> plans) {
        return plans.stream()
                .flatMap(plan -> plan.sessions().values().stream())
                .collect(ImmutableMap.toImmutableMap(SessionPlan::name, session -> session, (first, later) -> first));
    }

    /** Both ends of each session, as they are, and as the other end believes them to be. */
    private static TreeSet<End> ends(List<NetworkPlan> plans) {
        return plans.stream()
                .flatMap(plan -> plan.sessions().values().stream())
                .flatMap(session -> Stream.of(
                        new End(session.a().localAddress(), session.nodeA()),
                        new End(session.b().remoteAddress(), session.nodeA()),
                        new End(session.b().localAddress(), session.nodeB()),
                        new End(session.a().remoteAddress(), session.nodeB())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static InetSocketAddress socket(IpAddress address, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address.toBytes()), port);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address + " has a strange length", e);
        }
    }

    /** Where a node takes connections by these settings. */
    ImmutableSet<InetSocketAddress> listening(String node, SpeakerConfig config) {
        return config.peers().values().stream()
                .map(peer -> socketOf(node, peer.localAddress()))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The sockets of all neighbours of a node. */
    ImmutableMap<String, PeerSockets> peers(String node, SpeakerConfig config) {
        ImmutableMap.Builder<String, PeerSockets> peers = ImmutableMap.builder();
        config.peers().forEach((session, peer) -> peers.put(session, peer(node, peer)));
        return peers.buildOrThrow();
    }

    /** A stream leaves from any port of our address. */
    private PeerSockets peer(String node, PeerConfig peer) {
        InetSocketAddress local = socketOf(node, peer.localAddress());
        return PeerSockets.of(
                new InetSocketAddress(local.getAddress(), 0),
                socketOf(neighbour(node, peer.name()), peer.remoteAddress()));
    }

    private String neighbour(String node, String session) {
        SessionPlan plan = sessions.get(session);
        return plan.nodeA().equals(node) ? plan.nodeB() : plan.nodeA();
    }

    /** The socket that an address of a node stands for. */
    InetSocketAddress socketOf(String node, IpAddress address) {
        InetSocketAddress socket = sockets.get(new End(address, node));
        checkArgument(socket != null, "%s has no session at %s", node, address);
        return socket;
    }

    /**
     * Makes sure that this machine has all addresses.
     *
     * @param external nodes that are elsewhere
     * @param plans all networks of the scenario, for the links that lead there
     * @throws SocketProblem that names those which are missing
     */
    void check(ImmutableSet<String> external, List<NetworkPlan> plans) {
        ImmutableSet<String> missing = sockets.entrySet().stream()
                .filter(entry -> !external.contains(entry.getKey().node))
                .filter(entry -> isUsed(entry.getKey()))
                .filter(entry -> !isHere(entry.getValue().getAddress()))
                .map(entry -> wire(entry.getKey(), external, plans)
                        .orElseGet(() -> command(entry.getValue().getAddress())))
                .collect(ImmutableSet.toImmutableSet());
        if (!missing.isEmpty()) {
            throw new SocketProblem("this machine does not have all addresses of the scenario; give it them: "
                    + String.join("; ", missing));
        }
    }

    /** True if the node itself believes that it has the address. */
    private boolean isUsed(End end) {
        return sessions.values().stream()
                .anyMatch(session -> session.nodeA().equals(end.node)
                                && session.a().localAddress().equals(end.address)
                        || session.nodeB().equals(end.node)
                                && session.b().localAddress().equals(end.address));
    }

    private static boolean isHere(InetAddress address) {
        try (ServerSocket probe = new ServerSocket(0, 1, address)) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** What gives an address to the link that leads to an external router, empty if it is not the address of such a link. */
    private static Optional<String> wire(End end, ImmutableSet<String> external, List<NetworkPlan> plans) {
        return plans.stream()
                .flatMap(plan -> plan.links().values().stream())
                .flatMap(link ->
                        Stream.concat(wire(end, link.a(), link.b(), external), wire(end, link.b(), link.a(), external)))
                .findFirst();
    }

    private static Stream<String> wire(End end, LinkPlan.End ours, LinkPlan.End other, ImmutableSet<String> external) {
        return ours.node().equals(end.node) && external.contains(other.node())
                ? ours.addresses().stream()
                        .filter(given -> given.address().equals(end.address))
                        .map(given -> "ip addr add " + given.address() + "/" + given.length() + " dev (the one to "
                                + other.node() + ")")
                : Stream.empty();
    }

    private static String command(InetAddress address) {
        return "ip addr add " + IpAddress.ofBytes(address.getAddress()) + "/" + address.getAddress().length * Byte.SIZE
                + " dev lo";
    }
}
