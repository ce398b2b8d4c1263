package coldpotato.bgp.bfd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Durations;
import coldpotato.core.time.Luck;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BfdSessionTest {
    private static final long MS = Durations.millis(1);
    private static final BfdTimers SLOW = new BfdTimers(1500 * MS, 1500 * MS, 3);

    private static ToyWire wire(BfdTimers a, BfdTimers b) {
        return new ToyWire(a, b, 5 * MS, 5 * MS, 42).start();
    }

    private static ToyWire upAt10s(BfdTimers a, BfdTimers b) {
        ToyWire wire = wire(a, b).runUntil(Durations.seconds(10));
        assertThat(wire.a().state()).isEqualTo(BfdState.UP);
        assertThat(wire.b().state()).isEqualTo(BfdState.UP);
        wire.log().clear();
        return wire;
    }

    @Test
    void comesUpInThreeSteps() {
        assertThat(wire(BfdTimers.DEFAULT, BfdTimers.DEFAULT)
                        .runUntil(Durations.seconds(5))
                        .log())
                .containsExactly(
                        "0 a ADMIN_DOWN DOWN NO_DIAGNOSTIC",
                        "0 b ADMIN_DOWN DOWN NO_DIAGNOSTIC",
                        "5000000 b DOWN INIT NO_DIAGNOSTIC",
                        "5000000 a DOWN INIT NO_DIAGNOSTIC",
                        "10000000 a INIT UP NO_DIAGNOSTIC",
                        "10000000 b INIT UP NO_DIAGNOSTIC");
    }

    @Test
    void noticesSilenceAfterTheDetectionTime() {
        ToyWire wire = upAt10s(BfdTimers.DEFAULT, BfdTimers.DEFAULT);
        wire.setDead(0, true);
        wire.setDead(1, true);
        wire.runUntil(Durations.seconds(12));
        assertThat(wire.log()).hasSize(2).allMatch(line -> line.endsWith("UP DOWN CONTROL_DETECTION_TIME_EXPIRED"));
        assertThat(wire.log()).allSatisfy(line -> assertThat(Long.parseLong(line.substring(0, line.indexOf(' '))))
                .isBetween(Durations.seconds(10) + 600 * MS, Durations.seconds(10) + 905 * MS));
    }

    @Test
    void theDeafEndTellsTheOther() {
        ToyWire wire = upAt10s(BfdTimers.DEFAULT, BfdTimers.DEFAULT);
        wire.setDead(0, true);
        wire.runUntil(Durations.seconds(11));
        assertThat(wire.log().get(0)).endsWith("b UP DOWN CONTROL_DETECTION_TIME_EXPIRED");
        assertThat(wire.log().get(1)).endsWith("a UP DOWN NEIGHBOR_SIGNALED_SESSION_DOWN");
    }

    @Test
    void aWireDeadInOneDirectionNeverComesUp() {
        ToyWire wire = new ToyWire(BfdTimers.DEFAULT, BfdTimers.DEFAULT, 5 * MS, 5 * MS, 42);
        wire.setDead(0, true);
        wire.start().runUntil(Durations.seconds(60));
        assertThat(wire.a().state()).isEqualTo(BfdState.INIT);
        assertThat(wire.b().state()).isEqualTo(BfdState.DOWN);
    }

    @Test
    void theSlowerEndSetsThePaceInBothDirections() {
        ToyWire wire = upAt10s(BfdTimers.DEFAULT, SLOW);
        assertThat(wire.a().transmitIntervalNanos()).isEqualTo(1500 * MS);
        assertThat(wire.b().transmitIntervalNanos()).isEqualTo(1500 * MS);
        assertThat(wire.a().detectionTimeNanos()).isEqualTo(3 * 1500 * MS);
        assertThat(wire.b().detectionTimeNanos()).isEqualTo(3 * 1500 * MS);
    }

    @Test
    void thePeersDetectMultCountsForDetection() {
        ToyWire wire = upAt10s(BfdTimers.DEFAULT, new BfdTimers(300 * MS, 300 * MS, 5));
        assertThat(wire.a().detectionTimeNanos()).isEqualTo(5 * 300 * MS);
        assertThat(wire.b().detectionTimeNanos()).isEqualTo(3 * 300 * MS);
    }

    @Test
    void sendsNoFasterThanOnceASecondWhileNotUp() {
        ToyWire wire = new ToyWire(BfdTimers.DEFAULT, BfdTimers.DEFAULT, 0, 0, 42);
        wire.a().start(0);
        wire.setDead(0, true);
        wire.runUntil(Durations.seconds(30));
        assertThat(wire.packets).isBetween(31L, 41L);
    }

    @Test
    void tellsThePeerThatTheOperatorStoppedItAndThenFallsSilent() {
        ToyWire wire = upAt10s(BfdTimers.DEFAULT, BfdTimers.DEFAULT);
        wire.a().stop(wire.now());
        wire.runUntil(Durations.seconds(20));
        assertThat(wire.log())
                .containsExactly(
                        "10000000000 a UP ADMIN_DOWN ADMINISTRATIVELY_DOWN",
                        "10005000000 b UP DOWN NEIGHBOR_SIGNALED_SESSION_DOWN");
        assertThat(wire.a().nextDeadlineNanos()).isEqualTo(Deadlines.NONE);
        wire.a().start(wire.now());
        wire.runUntil(Durations.seconds(25));
        assertThat(wire.a().state()).isEqualTo(BfdState.UP);
    }

    @Test
    void isSilentUntilItIsStarted() {
        BfdSession session = session(new ArrayList<>());
        session.changeTimers(0, SLOW);
        assertThat(session.nextDeadlineNanos()).isEqualTo(Deadlines.NONE);
        assertThat(session.received(0, packet(BfdState.DOWN, 0, true, false))).contains(BfdDiscard.SESSION_ADMIN_DOWN);
    }

    @Test
    void namesNoDeadlineAndTakesNoOrdersWhilePacketsAreLeftOut() {
        ToyWire wire = upAt10s(BfdTimers.DEFAULT, BfdTimers.DEFAULT);
        wire.a().leaveOut();
        assertThat(wire.a().nextDeadlineNanos()).isEqualTo(Deadlines.NONE);
        assertThatThrownBy(() -> wire.a().stop(wire.now())).isInstanceOf(IllegalStateException.class);
        wire.a().fastForward(wire.now());
        wire.a().stop(wire.now());
        assertThat(wire.a().state()).isEqualTo(BfdState.ADMIN_DOWN);
    }

    @Test
    void newTimersAreAgreedWithoutLosingTheSession() {
        ToyWire wire = upAt10s(BfdTimers.DEFAULT, BfdTimers.DEFAULT);
        wire.a().changeTimers(wire.now(), SLOW);
        assertThat(wire.a().transmitIntervalNanos()).isEqualTo(300 * MS);
        wire.runUntil(Durations.seconds(20));
        assertThat(wire.a().transmitIntervalNanos()).isEqualTo(1500 * MS);
        wire.a().changeTimers(wire.now(), BfdTimers.DEFAULT);
        assertThat(wire.a().detectionTimeNanos()).isEqualTo(3 * 1500 * MS);
        wire.runUntil(Durations.seconds(30));
        assertThat(wire.a().detectionTimeNanos()).isEqualTo(3 * 300 * MS);
        assertThat(wire.log()).isEmpty();
    }

    @Test
    void timersChangedDuringAPollArePolledForAgain() {
        ToyWire wire = upAt10s(BfdTimers.DEFAULT, BfdTimers.DEFAULT);
        wire.a().changeTimers(wire.now(), SLOW);
        wire.a().changeTimers(wire.now(), new BfdTimers(600 * MS, 600 * MS, 3));
        wire.runUntil(Durations.seconds(20));
        assertThat(wire.a().transmitIntervalNanos()).isEqualTo(600 * MS);
        assertThat(wire.b().detectionTimeNanos()).isEqualTo(3 * 600 * MS);
        assertThat(wire.log()).isEmpty();
    }

    @Test
    void aPollIsAnsweredAtOnce() {
        List<BfdPacket> sent = new ArrayList<>();
        BfdSession session = session(sent);
        session.start(0);
        session.received(1, packet(BfdState.DOWN, 0, true, false));
        assertThat(sent).extracting(BfdPacket::fin).containsExactly(false, false, true);
        assertThat(sent).extracting(BfdPacket::state).containsExactly(BfdState.DOWN, BfdState.INIT, BfdState.INIT);
    }

    @Test
    void aPacketForAnotherSessionIsDiscarded() {
        BfdSession session = session(new ArrayList<>());
        session.start(0);
        assertThat(session.received(1, packet(BfdState.INIT, 99, false, false)))
                .contains(BfdDiscard.YOUR_DISCRIMINATOR_UNKNOWN);
        assertThat(session.state()).isEqualTo(BfdState.DOWN);
    }

    @Test
    void sendsNothingPeriodicallyToAPeerThatWantsNothing() {
        BfdSession session = session(new ArrayList<>());
        session.start(0);
        BfdPacket wantsNothing = new BfdPacket(0, BfdState.DOWN, false, false, false, false, 3, 7, 0, 1_000_000, 0, 0);
        session.received(1, wantsNothing.encode());
        assertThat(session.nextDeadlineNanos()).isEqualTo(1 + session.detectionTimeNanos());
        session.deadlineReached(Durations.seconds(2));
        assertThat(session.packetsSent()).isEqualTo(2);
    }

    /** Good packets with a few bytes overwritten, and plain rubbish. */
    @Property(tries = 200)
    void aDiscardedPacketChangesNothing(@ForAll List<byte[]> chunks, @ForAll BfdState peer) {
        List<BfdPacket> sent = new ArrayList<>();
        BfdSession session = session(sent);
        session.start(0);
        for (byte[] chunk : chunks) {
            byte[] bytes = packet(peer, 17, true, true);
            System.arraycopy(chunk, 0, bytes, 0, Math.min(chunk.length, 6));
            BfdState before = session.state();
            sent.clear();
            if (session.received(1, chunk).isPresent()
                    && session.received(1, bytes).isPresent()) {
                assertThat(session.state()).isEqualTo(before);
                assertThat(sent).isEmpty();
            }
        }
    }

    private static byte[] packet(BfdState state, int yourDiscriminator, boolean poll, boolean fin) {
        return new BfdPacket(0, state, poll, fin, false, false, 3, 7, yourDiscriminator, 1_000_000, 300_000, 0)
                .encode();
    }

    private static BfdSession session(List<BfdPacket> sent) {
        return new BfdSession(17, BfdTimers.DEFAULT, Luck.of(1, "s", "bfd"), new BfdSink() {
            @Override
            public void send(byte[] packet) {
                sent.add((BfdPacket) BfdPacket.decode(packet));
            }

            @Override
            public void stateChanged(long nowNanos, BfdState from, BfdState to, BfdDiagnostic diagnostic) {
                assertThat(from).isNotEqualTo(to);
            }
        });
    }
}
