package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.bfd.BfdState;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.fsm.FsmState;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.bgp.speaker.PeerCounters;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Durations;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is said of sessions that are not up, and of BFD that is not. */
class SessionWaitTest {
    private static final OptionalLong NO_WAIT = OptionalLong.empty();

    private final PeerConfigBuilder peer = PeerConfig.builder(
                    "v4", IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.2"))
            .asns(65001, 65002);
    private final LateBfd late = new LateBfd();

    private PeerView view(FsmState state, OptionalLong idleUntilNanos) {
        return new PeerView(
                peer.build(),
                state,
                false,
                Optional.empty(),
                null,
                0,
                new PeerCounters(0, 0),
                "",
                Optional.empty(),
                idleUntilNanos);
    }

    private String text(FsmState state, OptionalLong idleUntilNanos) {
        return SessionWait.text(view(state, idleUntilNanos), "192.0.2.2:179", Durations.seconds(10));
    }

    @Test
    void aPassivePeerHasToConnectUnlessWeWait() {
        peer.passive(true);

        assertThat(text(FsmState.ACTIVE, NO_WAIT)).isEqualTo("v4 (it has to connect)");
        assertThat(text(FsmState.IDLE, OptionalLong.of(Durations.seconds(33))))
                .isEqualTo(
                        "v4 (idle hold after a failure: takes no connection for another 23s, then it has to connect)");
    }

    @Test
    void aPeerThatWeDialSaysWhere() {
        assertThat(text(FsmState.CONNECT, NO_WAIT)).isEqualTo("v4 (Connect, dials 192.0.2.2:179)");
    }

    @Test
    void aPasswordIsSuspectedWhereNothingIsHeard() {
        peer.password(Optional.of("s3cret"));

        assertThat(text(FsmState.CONNECT, NO_WAIT))
                .isEqualTo("v4 (Connect, dials 192.0.2.2:179; a password is set; do both ends have the same?)");
        assertThat(text(FsmState.OPEN_SENT, NO_WAIT)).doesNotContain("password");
    }

    @Test
    void bfdThatDoesNotComeUpIsToldOnceAndNotTooSoon() {
        assertThat(bfd(BfdState.DOWN, LateBfd.PATIENCE_NANOS - 1)).isEmpty();
        assertThat(bfd(BfdState.DOWN, LateBfd.PATIENCE_NANOS))
                .singleElement()
                .asString()
                .startsWith("v4 is up, but BFD has not come up: the peer was never heard");
        assertThat(bfd(BfdState.DOWN, 2 * LateBfd.PATIENCE_NANOS)).isEmpty();
    }

    @Test
    void bfdThatIsUpIsNotTold() {
        assertThat(bfd(BfdState.UP, LateBfd.PATIENCE_NANOS)).isEmpty();
    }

    private List<String> bfd(BfdState state, long nowNanos) {
        peer.bfd(Optional.of(BfdTimers.DEFAULT));
        List<PeerView> up = List.of(view(FsmState.ESTABLISHED, NO_WAIT));
        return late.among(up, nowNanos, name -> Optional.of(new BfdView(state, 0)));
    }
}
