package coldpotato.scenarios.check;

import coldpotato.core.trace.TraceEvent;
import com.google.common.collect.ImmutableSortedMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The events that the reasons of one verdict go back to. */
final class Citations {
    private final Set<TraceEvent> cited = new LinkedHashSet<>();
    private final Set<String> named = new LinkedHashSet<>();

    void cite(Iterable<TraceEvent> events) {
        events.forEach(cited::add);
    }

    /** Names assumptions that a verdict rests on whatever happened. */
    void name(Iterable<String> assumptions) {
        assumptions.forEach(named::add);
    }

    /** The assumptions that the elements rest on which these events are about, with the values in use. */
    ImmutableSortedMap<String, String> assumptions(RunRecord run) {
        Origins origins = new Origins(run.scenario(), Optional.of(run.network().planEver()), run.premises());
        Stream<String> ofEvents = cited.stream()
                .flatMap(event -> origins.of(event).stream())
                .flatMap(provenance -> provenance.assumptions().stream());
        return AssumptionsInUse.of(
                Stream.concat(named.stream(), ofEvents),
                run.scenario().network().assumptions());
    }
}
