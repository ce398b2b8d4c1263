package coldpotato.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.speaker.Transport;
import coldpotato.core.time.Durations;
import coldpotato.core.time.Luck;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a stream promises, whatever the link does. */
class TcpStreamTest {
    /** At a time, put this fault in the place of the one before. */
    record Change(long afterNanos, LinkFault fault) {}

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<LinkFault> fault = Combinators.combine(
                        Arbitraries.of(0.0, 0.3, 0.9, 1.0),
                        Arbitraries.of(0L, Durations.millis(40), Durations.seconds(2)),
                        Arbitraries.of(0, 1, 2))
                .as((loss, slow, where) ->
                        directed(new LinkFault(LinkFault.loss(0).directions(), loss, slow, false), where));
        Arbitrary<Long> after = Arbitraries.longs().between(0, Durations.seconds(20));
        return Combinators.combine(after, fault).as(Change::new).list().ofMaxSize(12);
    }

    private static LinkFault directed(LinkFault fault, int where) {
        return where == 0 ? fault : fault.only(where == 1 ? Direction.A_TO_B : Direction.B_TO_A);
    }

    @Property(tries = 300)
    void deliversExactlyWhatWasSentOnceTheLinkIsRepaired(@ForAll("changes") List<Change> changes, @ForAll long seed) {
        Wire wire = Wire.connected(seed);
        int sent = sendBothWaysThrough(wire, changes, seed);
        wire.repair();
        wire.run(300);

        assertInOrder(wire.right, sent);
        assertInOrder(wire.left, sent);
        assertThat(wire.simulation.pending()).isZero();
    }

    @Property(tries = 100)
    void theSameSeedGivesTheSameRun(@ForAll("changes") List<Change> changes, @ForAll long seed) {
        Wire one = Wire.connected(seed);
        Wire other = Wire.connected(seed);
        sendBothWaysThrough(one, changes, seed);
        sendBothWaysThrough(other, changes, seed);

        assertThat(one.right.arrivals).isEqualTo(other.right.arrivals);
        assertThat(one.left.arrivals).isEqualTo(other.left.arrivals);
        assertThat(one.simulation.events()).isEqualTo(other.simulation.events());
    }

    @Test
    void anotherSeedLosesOtherFrames() {
        assertThat(arrivalsUnderLoss(1)).isEqualTo(arrivalsUnderLoss(1)).isNotEqualTo(arrivalsUnderLoss(2));
    }

    @Test
    void getsThroughThirtyPercentLoss() {
        assertThat(arrivalsUnderLoss(3)).hasSize(200);
    }

    private static List<Long> arrivalsUnderLoss(long seed) {
        Wire wire = Wire.connected(seed);
        wire.fail(LinkFault.loss(0.3));
        for (int i = 0; i < 200; i++) {
            wire.leftStack.send(1, new byte[] {(byte) i});
            wire.run(1);
        }
        wire.run(120);
        return wire.right.arrivals;
    }

    /** Sends a numbered octet each way at odd intervals, while the link changes. */
    private static int sendBothWaysThrough(Wire wire, List<Change> changes, long seed) {
        Luck luck = Luck.of(seed, "test", "pauses");
        int sent = 0;
        for (Change change : changes) {
            wire.fail(change.fault());
            long end = wire.simulation.nowNanos() + change.afterNanos();
            while (wire.simulation.nowNanos() < end) {
                wire.leftStack.send(1, new byte[] {(byte) sent});
                wire.rightStack.send(Transport.ACCEPTED_FIRST, new byte[] {(byte) sent});
                long pause = luck.between(1, Durations.seconds(4), sent++);
                wire.simulation.runUntil(Math.min(end, wire.simulation.nowNanos() + pause));
            }
        }
        return sent;
    }

    private static void assertInOrder(RecordingUser user, int sent) {
        byte[] expected = new byte[sent];
        for (int i = 0; i < sent; i++) {
            expected[i] = (byte) i;
        }
        assertThat(user.bytes.toByteArray()).isEqualTo(expected);
    }
}
