package coldpotato.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.speaker.ListeningNeighbours.Neighbour;
import coldpotato.bgp.wire.NotificationCode;
import coldpotato.bgp.wire.NotificationMessage;
import coldpotato.core.time.Durations;
import org.junit.jupiter.api.Test;

/** The send hold timer (RFC 9687): a neighbour that speaks but takes no bytes. */
class SendHoldTest {
    private final ListeningNeighbours world = new ListeningNeighbours(1);
    private final Neighbour neighbour = world.all.get(0);

    private long untilTheEnd(int roomMessages, long sendHoldNanos, long withinNanos) {
        world.change(neighbour, peer -> peer.timers(SessionTimers.DEFAULT.withSendHold(sendHoldNanos)));
        world.start();
        neighbour.comeUp().room = roomMessages;
        long upNanos = world.now;
        while (!neighbour.closed && world.now < upNanos + withinNanos) {
            world.nextDeadline();
            neighbour.keepAlive();
        }
        return world.now - upNanos;
    }

    @Test
    void aNeighbourThatTakesNoBytesIsToldSoAndLeft() {
        untilTheEnd(0, Durations.seconds(90), Durations.seconds(600));
        assertThat(neighbour.notifications())
                .containsExactly(NotificationMessage.of(NotificationCode.SEND_HOLD_TIMER_EXPIRED));
        assertThat(world.speaker.peers().get(0).lastEnding()).isEqualTo("send hold timer");
    }

    @Test
    void theSessionEndsWhenTheConfiguredTimeIsOver() {
        assertThat(untilTheEnd(0, Durations.seconds(90), Durations.seconds(600)))
                .isBetween(Durations.seconds(90), Durations.seconds(91));
    }

    @Test
    void withoutASettingItIsTheLargerOfEightMinutesAndTwiceTheHoldTime() {
        assertThat(untilTheEnd(0, 0, Durations.seconds(900))).isBetween(Durations.seconds(480), Durations.seconds(481));
        assertThat(SessionTimers.DEFAULT.effectiveSendHoldNanos(Durations.seconds(600)))
                .isEqualTo(Durations.seconds(1200));
    }

    @Test
    void aNeighbourThatTakesABitNowAndThenIsKept() {
        untilTheEnd(Integer.MAX_VALUE, Durations.seconds(90), Durations.seconds(600));
        assertThat(neighbour.closed).isFalse();
    }

    @Test
    void roomInTheConnectionStartsTheTimeAnew() {
        world.change(neighbour, peer -> peer.timers(SessionTimers.DEFAULT.withSendHold(Durations.seconds(90))));
        world.start();
        neighbour.comeUp().room = 0;
        world.pass(Durations.seconds(80));
        neighbour.makeRoom(1);
        neighbour.makeRoom(0);
        world.pass(Durations.seconds(80));
        assertThat(neighbour.closed).isFalse();
        world.pass(Durations.seconds(11));
        assertThat(neighbour.closed).isTrue();
    }

    @Test
    void roomAloneIsNoProofWhileNothingOfWhatWaitsIsTaken() {
        neighbour.unsentOctets = 100;
        untilTheEnd(Integer.MAX_VALUE, Durations.seconds(90), Durations.seconds(600));
        assertThat(world.speaker.peers().get(0).lastEnding()).isEqualTo("send hold timer");
    }

    @Test
    void aNeighbourThatTakesAnOctetNowAndThenIsKept() {
        world.change(neighbour, peer -> peer.timers(SessionTimers.DEFAULT.withSendHold(Durations.seconds(90))));
        world.start();
        neighbour.comeUp().room = 0;
        for (neighbour.unsentOctets = 100; neighbour.unsentOctets > 0; neighbour.unsentOctets--) {
            world.nextDeadline();
            neighbour.keepAlive();
        }
        assertThat(neighbour.closed).isFalse();
    }
}
