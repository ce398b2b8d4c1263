package coldpotato.scenarios.check;

import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Streams;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What one verdict rests on: the events that its reasons go back to, and what it speaks of. */
final class Citations {
    private final Set<TraceEvent> cited = new LinkedHashSet<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final Subjects subjects;

    /** @param plan all that the network had at some time */
    Citations(NetworkPlan plan) {
        subjects = new Subjects(plan);
    }

    void cite(Iterable<TraceEvent> events) {
        events.forEach(cited::add);
    }

    /** What the verdict speaks of, whatever happened. */
    Subjects subjects() {
        return subjects;
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
                Streams.concat(named.stream(), ofEvents, ofFeeds(run.network().planEver()), subjects.assumptions()),
                run.scenario().network().assumptions());
    }

    /** A route that others put into a node's table rests on how they do that. */
    private Stream<String> ofFeeds(NetworkPlan plan) {
        Set<String> programmed = cited.stream()
                .filter(event -> event.kind() == TraceKind.FIB_CHANGED || event.kind() == TraceKind.ROUTE_CHANGED)
                .map(TraceEvent::node)
                .collect(ImmutableSet.toImmutableSet());
        return plan.feeds().values().stream()
                .filter(feed -> programmed.contains(feed.to()))
                .flatMap(feed -> feed.provenance().assumptions().stream());
    }
}
