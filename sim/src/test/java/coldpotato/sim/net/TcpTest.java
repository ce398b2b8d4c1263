package coldpotato.sim.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.bgp.speaker.Transport;
import coldpotato.core.time.Durations;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TcpTest {
    private static final long ACCEPTED = Transport.ACCEPTED_FIRST;

    private final Wire wire = new Wire(1);

    private static byte[] text(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Test
    void connectsInOneAndAHalfRoundTrips() {
        wire.rightStack.listen(Wire.toLeft(Optional.empty()));
        wire.leftStack.connect(1, Wire.toRight(Optional.empty()));
        wire.run(1);

        assertThat(wire.left.log).containsExactly("4ms connected 1");
        assertThat(wire.right.log).containsExactly("6ms accepted " + ACCEPTED + " from 10.0.0.1");
    }

    @Test
    void isRefusedWhereNobodyListens() {
        wire.leftStack.connect(1, Wire.toRight(Optional.empty()));
        wire.run(1);

        assertThat(wire.left.log).containsExactly("4ms refused 1");
        assertThat(wire.simulation.pending()).isZero();
    }

    @Test
    void hearsNothingFromAnAddressThatNobodyHasUntilClosed() {
        wire.leftStack.connect(1, new PeerAddresses(Wire.LEFT, Wire.NOBODY, Optional.empty(), 1));
        wire.run(3600);
        assertThat(wire.left.log).isEmpty();
        assertThat(wire.simulation.pending()).isEqualTo(1);

        wire.leftStack.close(1, true);
        assertThat(wire.simulation.pending()).isZero();
    }

    @Test
    void repeatsItsSynAfterOneTwoAndFourSeconds() {
        wire.rightStack.listen(Wire.toLeft(Optional.empty()));
        wire.fail(LinkFault.silent());
        wire.leftStack.connect(1, Wire.toRight(Optional.empty()));
        wire.run(3.5);
        wire.repair();
        wire.run(5);

        assertThat(wire.left.log).containsExactly("7.004s connected 1");
    }

    @Test
    void acceptsAlthoughTheConfirmationWasLost() {
        wire.rightStack.listen(Wire.toLeft(Optional.empty()));
        wire.leftStack.connect(1, Wire.toRight(Optional.empty()));
        wire.run(0.003);
        wire.fail(LinkFault.silent().only(Direction.A_TO_B));
        wire.run(0.5);
        wire.repair();
        wire.run(10);

        assertThat(wire.left.log).containsExactly("4ms connected 1");
        assertThat(wire.right.log).containsExactly("1.006s accepted " + ACCEPTED + " from 10.0.0.1");
    }

    @Test
    void neverConnectsWithAnotherPassword() {
        wire.rightStack.listen(Wire.toLeft(Optional.of("one")));
        wire.leftStack.connect(1, Wire.toRight(Optional.of("two")));
        wire.leftStack.connect(2, Wire.toRight(Optional.empty()));
        wire.run(3600);

        assertThat(wire.left.log).isEmpty();
        assertThat(wire.right.log).isEmpty();
    }

    @Test
    void connectsWithTheSamePassword() {
        wire.rightStack.listen(Wire.toLeft(Optional.of("one")));
        wire.leftStack.connect(1, Wire.toRight(Optional.of("one")));
        wire.run(1);

        assertThat(wire.left.log).containsExactly("4ms connected 1");
    }

    @Test
    void deliversBytesWithTheCauseOfTheirSending() {
        Wire open = Wire.connected(1);
        open.trace.because(42);
        open.leftStack.send(1, text("hello"));
        open.trace.because(7);
        open.rightStack.send(ACCEPTED, text("hi"));
        open.run(1);

        assertThat(open.right.bytes.toString()).isEqualTo("hello");
        assertThat(open.right.causes).containsExactly(42L);
        assertThat(open.left.causes).containsExactly(7L);
    }

    @Test
    void needsOneEventForASegmentOnAGoodPath() {
        Wire open = Wire.connected(1);
        long before = open.simulation.events();
        for (int i = 0; i < 100; i++) {
            open.leftStack.send(1, text("x"));
            open.run(1);
        }
        assertThat(open.simulation.events() - before).isEqualTo(100);
        assertThat(open.simulation.pending()).isZero();
    }

    @Test
    void delaysButNeverLosesInSilence() {
        Wire open = Wire.connected(1);
        open.fail(LinkFault.silent());
        for (int i = 0; i < 10; i++) {
            open.leftStack.send(1, text("" + i));
            open.run(10);
        }
        assertThat(open.right.bytes.size()).isZero();
        open.repair();
        open.run(60);

        assertThat(open.right.bytes.toString()).isEqualTo("0123456789");
    }

    @Test
    void starvesWhenOnlyTheWayBackIsDead() {
        Wire open = Wire.connected(1);
        open.fail(LinkFault.silent().only(Direction.B_TO_A));
        for (int i = 0; i < 10; i++) {
            open.leftStack.send(1, text("" + i));
            open.run(10);
        }
        // The first arrives; its acknowledgement does not, so nothing new is sent.
        assertThat(open.right.bytes.toString()).isEqualTo("0");
        open.repair();
        open.run(60);

        assertThat(open.right.bytes.toString()).isEqualTo("0123456789");
    }

    @Test
    void isFreedByWhatThePeerSendsItself() {
        Wire open = Wire.connected(1);
        open.fail(LinkFault.silent().only(Direction.B_TO_A));
        open.leftStack.send(1, text("a"));
        open.run(100);
        open.leftStack.send(1, text("b"));
        open.repair();
        open.rightStack.send(ACCEPTED, text("!"));
        open.run(0.01);

        assertThat(open.right.bytes.toString()).isEqualTo("ab");
    }

    @Test
    void neverOvertakesWhenTheDelayShrinks() {
        Wire open = Wire.connected(1);
        open.fail(LinkFault.slow(Durations.millis(50)));
        open.leftStack.send(1, text("a"));
        open.repair();
        open.leftStack.send(1, text("b"));
        open.run(1);

        assertThat(open.right.bytes.toString()).isEqualTo("ab");
    }

    @Test
    void closesAfterDelivery() {
        Wire open = Wire.connected(1);
        open.leftStack.send(1, text("cease"));
        open.leftStack.close(1, false);
        open.run(1);

        assertThat(open.right.bytes.toString()).isEqualTo("cease");
        assertThat(open.right.log.get(1)).isEqualTo("1.002s closed " + ACCEPTED);
        assertThat(open.left.log).containsExactly("4ms connected 1");
        assertThat(open.simulation.pending()).isZero();
    }

    @Test
    void closesThroughLoss() {
        Wire open = Wire.connected(1);
        open.fail(LinkFault.silent());
        open.leftStack.send(1, text("cease"));
        open.leftStack.close(1, false);
        open.run(5);
        open.repair();
        open.run(60);

        assertThat(open.right.bytes.toString()).isEqualTo("cease");
        assertThat(open.right.log).hasSize(2);
        assertThat(open.simulation.pending()).isZero();
    }

    @Test
    void givesUpClosingIntoSilence() {
        Wire open = Wire.connected(1);
        open.fail(LinkFault.silent());
        open.leftStack.close(1, false);
        open.run(3600);

        assertThat(open.simulation.pending()).isZero();
        assertThat(open.right.log).hasSize(1);
    }

    @Test
    void abortsAtOnce() {
        Wire open = Wire.connected(1);
        open.leftStack.close(1, true);
        open.leftStack.close(1, true);
        open.run(1);

        assertThat(open.right.log.get(1)).isEqualTo("1.002s closed " + ACCEPTED);
    }

    @Test
    void learnsOfARebootByTheResetThatAnswersItsNextBytes() {
        Wire open = Wire.connected(1);
        open.rightStack.switchOff();
        open.leftStack.send(1, text("anyone?"));
        open.run(100);
        assertThat(open.left.log).hasSize(1);
        open.rightStack.switchOn();
        open.rightStack.listen(Wire.toLeft(Optional.empty()));
        open.run(60);

        assertThat(open.left.log).hasSize(2).last().asString().endsWith("closed 1");
        assertThat(open.right.bytes.size()).isZero();
        assertThat(open.simulation.pending()).isZero();
    }

    @Test
    void stopsBeingWritableAndTellsWhenItIsAgain() {
        Wire open = Wire.connected(1);
        open.fail(LinkFault.silent());
        int sent = 0;
        while (open.leftStack.isWritable(1)) {
            open.leftStack.send(1, new byte[4096]);
            sent += 4096;
        }
        assertThat(sent).isEqualTo(TcpSender.BUFFER_HIGH_BYTES + 4096);
        open.run(1);
        assertThat(open.left.log).hasSize(1);
        open.repair();
        open.run(60);

        assertThat(open.left.log).hasSize(2).last().asString().endsWith("writable 1");
        assertThat(open.right.bytes.size()).isEqualTo(sent);
    }

    @Test
    void isWritableAgainOnAGoodPathToo() {
        Wire open = Wire.connected(1);
        while (open.leftStack.isWritable(1)) {
            open.leftStack.send(1, new byte[4096]);
        }
        open.run(1);

        assertThat(open.left.log).containsExactly("4ms connected 1", "1.004s writable 1");
    }

    @Test
    void refusesNumbersThatAreNotTheCallers() {
        assertThatThrownBy(() -> wire.leftStack.connect(ACCEPTED, Wire.toRight(Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wire.leftStack.send(5, text("x"))).isInstanceOf(NullPointerException.class);
    }

    @Test
    void carriesDatagramsAndLosesThem() {
        wire.leftStack.sendDatagram(Wire.LEFT, Wire.RIGHT, new byte[24]);
        wire.run(1);
        wire.fail(LinkFault.silent());
        wire.leftStack.sendDatagram(Wire.LEFT, Wire.RIGHT, new byte[24]);
        wire.run(1);

        assertThat(wire.right.log).containsExactly("2ms datagram of 24 from 10.0.0.1");
    }
}
