package coldpotato.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.speaker.ListeningNeighbours.Neighbour;
import coldpotato.core.time.Durations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered of a connection that did not become a session. */
class FailedAttemptTest {
    private final ListeningNeighbours world = new ListeningNeighbours(1);
    private final Neighbour neighbour = world.all.get(0);

    @BeforeEach
    void aPeerBeginsWithAKeepalive() {
        world.start();
        world.speaker.accepted(++world.now, neighbour.name, neighbour.connection);
        neighbour.keepAlive();
    }

    private PeerView peer() {
        return world.speaker.peers().get(0);
    }

    @Test
    void aConnectionThatWeRefuseIsRememberedThoughItWasNoSession() {
        assertThat(peer().failedAttempt()).contains(new FailedAttempt(world.now, DownReason.PEER_ERROR));
        assertThat(peer().lastEnding()).isEmpty();
    }

    @Test
    void theWaitAfterItHasAnEnd() {
        assertThat(peer().idleUntilNanos().orElseThrow()).isBetween(world.now + 1, world.now + Durations.seconds(60));
    }

    @Test
    void theNextSessionLetsItBeForgotten() {
        world.pass(Durations.seconds(60));
        neighbour.comeUp();
        assertThat(peer().isEstablished()).isTrue();
        assertThat(peer().failedAttempt()).isEmpty();
    }
}
