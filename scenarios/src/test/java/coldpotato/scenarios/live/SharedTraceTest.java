package coldpotato.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTraceTest {
    private final Trace trace = Trace.ofChanges();
    private final List<String> turns = new ArrayList<>();
    private final SharedTrace shared = new SharedTrace(trace, (node, now) -> turns.add(node + " " + now));
    private final TraceSink first = shared.writer();
    private final TraceSink second = shared.writer();

    @Test
    void eachWriterHasItsOwnCause() {
        first.because(first.record(1, "a", TraceKind.INJECTED));
        second.record(2, "b", TraceKind.BEST_PATH);
        first.record(3, "a", TraceKind.BEST_PATH);
        assertThat(trace.events()).extracting(TraceEvent::cause).containsExactly(0L, 0L, 1L);
    }

    @Test
    void whatComesLateStandsAtTheTimeOfWhatWasThereBefore() {
        first.record(5, "a", TraceKind.BEST_PATH);
        second.record(3, "b", TraceKind.BEST_PATH);
        assertThat(trace.events()).extracting(TraceEvent::timeNanos).containsExactly(5L, 5L);
    }

    @Test
    void sessionsThatComeAndGoAreToldOf() {
        first.record(5, "a", TraceKind.SESSION_UP);
        first.record(6, "a", TraceKind.BEST_PATH);
        second.record(7, "b", TraceKind.SESSION_DOWN);
        assertThat(turns).containsExactly("a 5", "b 7");
    }

    @Test
    void nothingIsWrittenAfterTheEnd() {
        shared.end();
        assertThat(first.record(5, "a", TraceKind.SESSION_UP)).isZero();
        assertThat(trace.events()).isEmpty();
    }
}
