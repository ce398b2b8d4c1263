package coldpotato.contract;

import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.core.net.IpAddress;
import coldpotato.sim.net.IpStack;
import coldpotato.sim.net.IpStackUser;
import coldpotato.sim.net.PeerAddresses;
import coldpotato.sim.node.Network;

/** A node without a speaker in a {@link SimulatedWorld}: the bare TCP of a router. */
final class SimulatedPuppet implements IpStackUser {
    final NumberedLines lines = new NumberedLines(this::send, this::end);
    private final Node node;
    private final IpStack stack;

    SimulatedPuppet(Network network, Node node) {
        this.node = node;
        this.stack = network.ip().addStack(node.name, this);
        node.config().peers().values().forEach(peer -> stack.listen(addresses(peer)));
    }

    private static PeerAddresses addresses(PeerConfig peer) {
        return new PeerAddresses(peer.localAddress(), peer.remoteAddress(), peer.password(), 1);
    }

    Line dial(Wire wire) {
        long number = lines.dial();
        stack.connect(number, addresses(node.settings(wire.session())));
        return lines.line(number);
    }

    private void send(byte[] bytes, long number) {
        stack.send(number, bytes);
    }

    private void end(long number) {
        stack.close(number, false);
    }

    @Override
    public void connected(long nowNanos, long connection) {
        lines.connected(connection);
    }

    @Override
    public void connectFailed(long nowNanos, long connection) {
        lines.closed(connection);
    }

    @Override
    public void accepted(long nowNanos, long connection, IpAddress local, IpAddress remote) {
        lines.take(connection);
    }

    @Override
    public void received(long nowNanos, long connection, byte[] bytes) {
        lines.received(connection, bytes);
    }

    @Override
    public void closed(long nowNanos, long connection) {
        lines.closed(connection);
    }

    @Override
    public void writable(long nowNanos, long connection) {
        // It never says so much that it would have to wait.
    }

    @Override
    public void datagram(long nowNanos, IpAddress local, IpAddress remote, byte[] packet) {
        // It speaks no BFD.
    }
}
