package coldpotato.scenarios.check;

import coldpotato.core.trace.TraceEvent;
import com.google.common.collect.ImmutableSortedMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The events that the reasons of one verdict go back to. */
final class Citations {
    private final Set<TraceEvent> cited = new LinkedHashSet<>();

    void cite(Iterable<TraceEvent> events) {
        events.forEach(cited::add);
    }

    /** The assumptions that the elements rest on which these events are about, with the values in use. */
    ImmutableSortedMap<String, String> assumptions(RunRecord run) {
        Origins origins = new Origins(run.scenario(), Optional.of(run.network().planEver()));
        return AssumptionsInUse.of(
                cited.stream().flatMap(event -> origins.of(event).stream()),
                run.scenario().network().assumptions());
    }
}
