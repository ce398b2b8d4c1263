package coldpotato.bgp.netty;

import static coldpotato.bgp.netty.Pair.await;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.netty.StreamCauses.Run;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class StreamCausesTest {
    private static final InetSocketAddress A = new InetSocketAddress("127.11.6.1", 179);
    private static final InetSocketAddress B = new InetSocketAddress("127.11.6.2", 20000);

    private static final long CAUSE_OF_THE_STOP = 77;

    private final StreamCauses causes = new StreamCauses();
    private final StreamCauses.End b = causes.end(B, A);
    private final StreamCauses.End a = causes.end(A, B);

    @Test
    void tellsWhyAStreamWasOpenedAndEnded() {
        b.dials(7);
        b.writes(10, 7);
        b.closes(9);
        assertThat(a.causeOfOpening()).isEqualTo(7);
        assertThat(a.causeOfEnd()).isEqualTo(9);
    }

    @Test
    void cutsWhatIsReadWhereAnotherCauseBegins() {
        b.writes(10, 7);
        b.writes(10, 7);
        b.writes(10, 8);
        assertThat(a.reads(30)).isEqualTo(new Run(20, 7));
        assertThat(a.reads(10)).isEqualTo(new Run(10, 8));
    }

    @Test
    void remembersTheCauseOfBytesThatAreReadInPieces() {
        b.writes(10, 7);
        assertThat(a.reads(4)).isEqualTo(new Run(4, 7));
        assertThat(a.reads(6)).isEqualTo(new Run(6, 7));
    }

    @Test
    void keepsTheDirectionsApart() {
        b.writes(10, 7);
        a.writes(10, 8);
        assertThat(a.reads(10).cause()).isEqualTo(7);
        assertThat(b.reads(10).cause()).isEqualTo(8);
    }

    @Test
    void knowsNothingOfStreamsOfOthers() {
        assertThat(a.reads(10)).isEqualTo(new Run(10, 0));
    }

    @Test
    void doesNotMistakeAnOldStreamForANewOneOnTheSamePorts() {
        b.writes(10, 7);
        causes.end(B, A).dials(0);
        assertThat(a.reads(10).cause()).isZero();
    }

    @Test
    void crossARealStream() {
        try (Pair pair = new Pair(Sockets.open(), "127.11.6.1", "127.11.6.2")) {
            pair.established();
            pair.a.host.input(CAUSE_OF_THE_STOP, (speaker, now) -> speaker.stopPeer(now, Pair.SESSION, "for the test"));
            await("b sees the end", () -> !pair.b.endings().isEmpty());
            long cause = leftEstablished(pair.b).cause();
            TraceEvent atA = pair.a.host.ask(speaker -> pair.a.trace.event(cause));
            assertThat(atA.cause()).isEqualTo(leftEstablished(pair.a).cause());
        }
    }

    private static TraceEvent leftEstablished(Pair.End end) {
        return end.events(TraceKind.SESSION_STATE).stream()
                .filter(event -> "Established".equals(event.fields().get("from")))
                .findFirst()
                .orElseThrow();
    }
}
