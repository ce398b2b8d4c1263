package coldpotato.contract;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.rib.RibChange;
import coldpotato.bgp.speaker.BfdSpeaker;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.Budget;
import coldpotato.bgp.speaker.Forwarding;
import coldpotato.bgp.speaker.Transport;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.function.ObjLongConsumer;

/** A speaker in a {@link RecordingWorld}. Remembers what it asked for, and stops it where it asks for what makes no sense. */
final class RecordingHost extends Station implements Transport, Forwarding {
    private final BgpSpeaker speaker;
    private final BfdSpeaker bfd;
    private final Multiset<IpAddress> tracked = HashMultiset.create();

    RecordingHost(RecordingWorld world, Node node, AttributePool pool) {
        super(world, node);
        bfd = new BfdSpeaker(node.name, world.trace(), 1, this::sendDatagram, this::dead);
        speaker = new BgpSpeaker(node.name, node.config(), this, this, bfd, world.trace(), 1, pool, Budget.UNLIMITED);
    }

    BgpSpeaker speaker() {
        return speaker;
    }

    /** Hands an input to the speaker; nothing of what went before is its cause. */
    void input(ObjLongConsumer<BgpSpeaker> input) {
        world.trace().because(0);
        input.accept(speaker, world.nowNanos());
    }

    @Override
    void accepted(String session, long number) {
        input((running, now) -> running.accepted(now, session, number));
    }

    @Override
    void connected(long number) {
        input((running, now) -> running.connected(now, number));
    }

    @Override
    void received(long number, byte[] bytes) {
        input((running, now) -> running.received(now, number, bytes));
    }

    @Override
    void closed(long number) {
        input((running, now) -> running.closed(now, number));
    }

    @Override
    long nextDeadlineNanos() {
        return Math.min(speaker.nextDeadlineNanos(), bfd.nextDeadlineNanos());
    }

    @Override
    void deadlineReached() {
        long now = world.nowNanos();
        if (speaker.nextDeadlineNanos() <= now) {
            input(BgpSpeaker::deadlineReached);
        }
        if (bfd.nextDeadlineNanos() <= now) {
            world.trace().because(0);
            bfd.deadlineReached(now);
        }
    }

    @Override
    public void connect(String peer, long connection) {
        open(peer, connection);
    }

    @Override
    public void send(long connection, byte[] bytes) {
        transmit(connection, bytes);
    }

    @Override
    public boolean isWritable(long connection) {
        return true;
    }

    @Override
    public void close(long connection, boolean abort) {
        end(connection);
    }

    private void sendDatagram(String peer, byte[] packet) {
        Wire wire = wires.get(peer);
        RecordingHost other = (RecordingHost) world.station(wire.other(node));
        world.carryDatagram(wire, () -> other.bfd.datagram(world.nowNanos(), peer, packet));
    }

    private void dead(long now, String peer, long cause) {
        world.trace().because(cause);
        speaker.bfdDown(now, peer);
    }

    @Override
    public void bestPathChanged(long nowNanos, RibChange change) {
        checkState(
                !change.before().sameRoutes(change.after()), "%s is told of a change that is none: %s", node, change);
    }

    @Override
    public long track(IpAddress nextHop) {
        tracked.add(nextHop);
        checkState(tracked.count(nextHop) == 1, "%s asks twice for the way to %s", node, nextHop);
        return 0;
    }

    @Override
    public void untrack(IpAddress nextHop) {
        checkState(tracked.remove(nextHop), "%s has never asked for the way to %s", node, nextHop);
    }
}
