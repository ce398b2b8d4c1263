package coldpotato.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceTest {
    private final Trace trace = Trace.ofChanges();

    @Test
    void eventsKeepTheirOrderAndTheirFields() {
        long first = trace.record(10, "er-ams.primary", TraceKind.LINK_CHANGED, "state", "silent", "direction", "both");
        long second = trace.record(10, "ce1", TraceKind.SESSION_DOWN);
        assertThat(first).isEqualTo(1);
        assertThat(second).isEqualTo(2);
        assertThat(trace.event(1).fields())
                .containsExactly(Map.entry("state", "silent"), Map.entry("direction", "both"));
        assertThat(trace.event(1).field("absent")).isEmpty();
    }

    @Test
    void anEventLinksBackToItsFirstCause() {
        trace.because(trace.record(1, "timeline", TraceKind.INJECTED));
        trace.because(trace.record(2, "link", TraceKind.LINK_CHANGED));
        trace.record(3, "ce1", TraceKind.SESSION_DOWN);
        assertThat(trace.causesOf(trace.event(3)))
                .extracting(TraceEvent::kind)
                .containsExactly(TraceKind.INJECTED, TraceKind.LINK_CHANGED, TraceKind.SESSION_DOWN);
    }

    @Test
    void whatNobodyWantsIsNotKept() {
        assertThat(trace.wants(TraceKind.MESSAGE_SENT)).isFalse();
        assertThat(trace.record(1, "ce1", TraceKind.MESSAGE_SENT)).isZero();
        assertThat(trace.events()).isEmpty();
    }

    @Test
    void aTraceMayWantNothing() {
        Trace deaf = new Trace(Set.of());
        assertThat(deaf.record(1, "ce1", TraceKind.SESSION_UP)).isZero();
    }

    @Test
    void timeThatGoesBackIsAMistake() {
        trace.record(2, "ce1", TraceKind.SESSION_UP);
        assertThatThrownBy(() -> trace.record(1, "ce1", TraceKind.SESSION_DOWN))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFieldWithoutAValueIsAMistake() {
        assertThatThrownBy(() -> trace.record(1, "ce1", TraceKind.SESSION_UP, "hold"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void kindsAreWrittenWithDashes() {
        assertThat(EnumSet.allOf(TraceKind.class))
                .allSatisfy(kind -> assertThat(kind.text()).matches("[a-z-]+"));
    }
}
