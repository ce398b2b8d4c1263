package coldpotato.sim.net;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import coldpotato.bgp.speaker.Transport;
import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The TCP and UDP of one node. Streams keep order, deliver exactly once and retransmit into silence for as long as it
 * lasts. Connections are named by number as in {@link Transport}: the user chooses numbers below {@link
 * Transport#ACCEPTED_FIRST} for those it opens, the stack the others for those it accepts.
 *
 * <p>Not modelled: half-close (a connection is over when the peer's FIN arrives), TIME_WAIT, and a local error when there
 * is no route, which is silence here.
 */
public final class IpStack {
    /** BGP's port (RFC 4271 section 8.2.1). */
    static final int SERVER_PORT = 179;

    private static final int EPHEMERAL_PORT_FIRST = 49152;
    private static final int EPHEMERAL_PORTS = 65536 - EPHEMERAL_PORT_FIRST;

    private final IpNetwork network;
    private final String node;
    private final IpStackUser user;
    // By the flow of the segments that come in, in the order of their making.
    private final Map<FlowKey, TcpConnection> connections = new LinkedHashMap<>();
    // Looked up, never iterated.
    private final Map<Long, TcpConnection> byNumber = new LinkedHashMap<>();
    private final Map<IpAddress, Map<IpAddress, PeerAddresses>> listeners = new LinkedHashMap<>();
    private boolean on = true;
    // Neither count starts over at a reboot, so that nothing old is ever taken for something new.
    private long accepted;
    private long opened;

    IpStack(IpNetwork network, String node, IpStackUser user) {
        this.network = network;
        this.node = node;
        this.user = user;
    }

    /** Accepts connections of this peer from now on; replaces what was said of the same two addresses before. */
    public void listen(PeerAddresses peer) {
        listeners
                .computeIfAbsent(peer.local(), address -> new LinkedHashMap<>())
                .put(peer.remote(), peer);
    }

    /** Refuses new connections from this address from now on; those that exist stay. */
    public void ignore(IpAddress local, IpAddress remote) {
        listeners.getOrDefault(local, new LinkedHashMap<>()).remove(remote);
    }

    /**
     * Starts to open a connection. The attempt goes on in silence until it is answered or closed.
     *
     * @param number chosen by the caller, not in use
     */
    public void connect(long number, PeerAddresses peer) {
        checkArgument(on, "%s is switched off", node);
        checkArgument(number >= 0 && number < Transport.ACCEPTED_FIRST, "%s is not a caller's number", number);
        checkArgument(!byNumber.containsKey(number), "%s has a connection %s", node, number);
        int port = EPHEMERAL_PORT_FIRST + (int) (opened++ % EPHEMERAL_PORTS);
        FlowKey flow = new FlowKey(IpProtocol.TCP, peer.local(), port, peer.remote(), SERVER_PORT);
        TcpConnection connection = new TcpConnection(this, peer, flow);
        enter(connection);
        give(connection, number);
        connection.open();
    }

    /** Sends bytes, not none; the array is not touched afterwards by either side. */
    public void send(long number, byte[] bytes) {
        checkArgument(bytes.length > 0, "nothing to send on connection %s of %s", number, node);
        connection(number).send(bytes);
    }

    /** False while the send buffer is full; {@link IpStackUser#writable} tells when it no longer is. */
    public boolean isWritable(long number) {
        return connection(number).isWritable();
    }

    /**
     * Closes a connection: after delivery of what was sent, or at once. The number means nothing afterwards, and nothing
     * is reported for it; closing a connection that is not there any more does nothing.
     */
    public void close(long number, boolean abort) {
        TcpConnection connection = byNumber.remove(number);
        if (connection != null) {
            connection.close(abort);
        }
    }

    /** Sends a datagram to a neighbour on a connected link; it may be lost. */
    public void sendDatagram(IpAddress local, IpAddress remote, byte[] packet) {
        network.sendDatagram(node, local, remote, packet);
    }

    /** Power fails: all connections and listeners vanish without a word, and nothing is received any more. */
    public void switchOff() {
        on = false;
        for (TcpConnection connection : List.copyOf(connections.values())) {
            connection.vanish();
        }
        listeners.clear();
    }

    /** The node is taken out of the network, switched off. */
    public void leave() {
        network.removeStack(node);
    }

    /** Goes on counting where the stack of a node of the same name ended. */
    void succeed(IpStack former) {
        accepted = former.accepted;
        opened = former.opened;
    }

    /** Power is back: peers that still believe in old connections are answered with RST. */
    public void switchOn() {
        on = true;
    }

    public boolean isOn() {
        return on;
    }

    String node() {
        return node;
    }

    IpStackUser user() {
        return user;
    }

    IpNetwork network() {
        return network;
    }

    void arrived(Segment segment) {
        TcpConnection connection = connections.get(segment.flow());
        if (connection == null) {
            arrivedForNobody(segment);
        } else if (connection.peer().password().equals(segment.password())) {
            connection.arrived(segment);
        }
    }

    void willBeAcknowledged(Segment delivered, long sequence, long atNanos) {
        TcpConnection connection = connections.get(delivered.flow().reversed());
        if (connection != null) {
            connection.willBeAcknowledged(sequence, atNanos, delivered.sentAtNanos());
        }
    }

    /** An accepted connection is complete: it gets a number and is the user's from now on. */
    void accepted(TcpConnection connection) {
        give(connection, Transport.ACCEPTED_FIRST + accepted++);
        user.accepted(
                network.simulation().nowNanos(),
                connection.number(),
                connection.peer().local(),
                connection.peer().remote());
    }

    void forget(TcpConnection connection) {
        connections.remove(connection.incoming(), connection);
        byNumber.remove(connection.number(), connection);
    }

    private void arrivedForNobody(Segment segment) {
        Optional<PeerAddresses> peer = listener(segment.flow());
        boolean signedAlike = segment.password().equals(peer.flatMap(PeerAddresses::password));
        if (!signedAlike || segment.kind() == Segment.Kind.RST) {
            return;
        }
        if (segment.kind() == Segment.Kind.SYN && peer.isPresent()) {
            TcpConnection connection =
                    new TcpConnection(this, peer.get(), segment.flow().reversed());
            enter(connection);
            connection.answer();
        } else {
            refuse(segment, peer.map(PeerAddresses::linksMax).orElse(Underlay.HOPS_MAX));
        }
    }

    private void refuse(Segment segment, int linksMax) {
        Segment reset = new Segment(
                segment.flow().reversed(),
                Segment.Kind.RST,
                segment.acknowledged(),
                segment.end(),
                Segment.EMPTY,
                segment.password(),
                network.simulation().nowNanos(),
                network.trace().cause());
        network.send(node, reset, linksMax, 0);
    }

    private Optional<PeerAddresses> listener(FlowKey incoming) {
        return Optional.ofNullable(listeners.get(incoming.destination())).map(peers -> peers.get(incoming.source()));
    }

    private void enter(TcpConnection connection) {
        connections.put(connection.incoming(), connection);
    }

    private void give(TcpConnection connection, long number) {
        connection.number(number);
        byNumber.put(number, connection);
    }

    private TcpConnection connection(long number) {
        return checkNotNull(byNumber.get(number), "%s has no connection %s", node, number);
    }
}
