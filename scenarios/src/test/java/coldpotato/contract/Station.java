package coldpotato.contract;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.bgp.speaker.Transport;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is at the end of the wires of a {@link RecordingWorld}: connections by number, and somebody who uses them. */
abstract class Station {
    final RecordingWorld world;
    final Node node;
    final Map<String, Wire> wires = new LinkedHashMap<>();
    private final Map<Long, FarEnd> open = new LinkedHashMap<>();
    private long accepted = Transport.ACCEPTED_FIRST;

    /** The other end of a connection; it has no number before it is accepted there. */
    private static final class FarEnd {
        static final long NONE = -1;

        final Wire wire;
        final Station station;
        long number = NONE;

        FarEnd(Wire wire, Station station) {
            this.wire = wire;
            this.station = station;
        }
    }

    Station(RecordingWorld world, Node node) {
        this.world = world;
        this.node = node;
    }

    abstract void accepted(String session, long number);

    abstract void connected(long number);

    abstract void received(long number, byte[] bytes);

    abstract void closed(long number);

    abstract long nextDeadlineNanos();

    abstract void deadlineReached();

    /** Starts to open a connection; nothing answers what is signed with another key (RFC 2385), or is not configured. */
    void open(String session, long number) {
        checkState(!open.containsKey(number), "%s has a connection %s", node, number);
        Wire wire = wires.get(session);
        Node other = wire.other(node);
        FarEnd far = new FarEnd(wire, world.station(other));
        open.put(number, far);
        if (other.listens(session, node.settings(session).password())) {
            world.carry(wire, () -> arrive(number, far));
        }
    }

    private void arrive(long number, FarEnd far) {
        if (open.get(number) == far) {
            FarEnd back = new FarEnd(far.wire, this);
            back.number = number;
            world.carry(far.wire, () -> ifOpen(number, () -> connected(number)));
            far.number = far.station.accept(back);
        }
    }

    private long accept(FarEnd back) {
        long number = accepted++;
        open.put(number, back);
        accepted(back.wire.session(), number);
        return number;
    }

    final void transmit(long number, byte[] bytes) {
        FarEnd far = far(number);
        world.carry(far.wire, () -> far.station.ifOpen(far.number, () -> far.station.received(far.number, bytes)));
    }

    final void end(long number) {
        FarEnd far = far(number);
        open.remove(number);
        world.carry(
                far.wire,
                () -> far.station.ifOpen(far.number, () -> {
                    far.station.open.remove(far.number);
                    far.station.closed(far.number);
                }));
    }

    /** A speaker that uses a connection it does not have is at fault. */
    private FarEnd far(long number) {
        checkState(open.containsKey(number), "%s has no connection %s", node, number);
        return open.get(number);
    }

    private void ifOpen(long number, Runnable action) {
        if (open.containsKey(number)) {
            action.run();
        }
    }
}
