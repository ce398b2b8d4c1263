package coldpotato.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.bfd.BfdState;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sessions of one router and what its BGP speaker learns of them. */
class BfdSpeakerTest {
    private final SpeakerLab lab = new SpeakerLab();
    private final SpeakerLab.Router a = lab.router("a", 65001);
    private final SpeakerLab.Router b = lab.router("b", 65002);

    BfdSpeakerTest() {
        lab.join("ab", a, b);
        for (SpeakerLab.Router router : List.of(a, b)) {
            router.change("ab", peer -> peer.bfd(Optional.of(BfdTimers.DEFAULT)));
        }
        lab.start();
    }

    @Test
    void theEndOfAPathIsTheCauseOfTheEndOfTheSession() {
        lab.cut("ab");
        lab.pass("2s");
        assertThat(lab.events(TraceKind.SESSION_DOWN)).hasSize(2).allSatisfy(down -> assertThat(
                        lab.trace.causesOf(down))
                .extracting(TraceEvent::kind)
                .endsWith(TraceKind.BFD_STATE, TraceKind.SESSION_STATE, TraceKind.SESSION_DOWN));
    }

    @Test
    void aSessionThatEndsByBgpTakesBfdWithItWithoutAWord() {
        int before = lab.events(TraceKind.BFD_STATE).size();
        a.speaker.stopPeer(lab.now(), "ab", "maintenance");
        lab.pass("1m");
        assertThat(lab.events(TraceKind.BFD_STATE)).hasSize(before);
        assertThat(a.bfd.view("ab")).isEmpty();
        assertThat(a.bfd.nextDeadlineNanos()).isEqualTo(Deadlines.NONE);
    }

    @Test
    void aPathThatIsDeadIsNoNewsOnceTheSessionIsDown() {
        a.speaker.stopPeer(lab.now(), "ab", "maintenance");
        a.speaker.bfdDown(lab.now(), "ab");
        a.speaker.bfdDown(lab.now(), "stranger");
        assertThat(lab.events(TraceKind.SESSION_DOWN))
                .extracting(down -> down.field("reason"))
                .containsExactly("admin");
    }

    @Test
    void packetsOfNeighboursWithoutASessionAreOfNoInterest() {
        a.bfd.forget(lab.now(), "ab");
        a.bfd.datagram(lab.now(), "ab", new byte[24]);
        a.bfd.datagram(lab.now(), "stranger", new byte[24]);
        assertThat(a.bfd.view("ab")).isEmpty();
    }

    @Test
    void theNextSessionIsWatchedAsTheFirst() {
        a.speaker.resetPeer(lab.now(), "ab", "again");
        lab.pass("2m");
        assertThat(a.bfd.view("ab").orElseThrow())
                .isEqualTo(new BfdView(BfdState.UP, 3 * Durations.millis(300)))
                .isEqualTo(b.bfd.view("ab").orElseThrow());
        assertThat(lab.events(TraceKind.SESSION_UP))
                .extracting(TraceEvent::node)
                .hasSize(4);
    }
}
