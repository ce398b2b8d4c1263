package coldpotato.scenarios.check;

import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.plan.FeedPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.Provenance;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Streams;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The events that the reasons of one verdict go back to. */
final class Citations {
    private final Set<TraceEvent> cited = new LinkedHashSet<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> nodes = new LinkedHashSet<>();

    void cite(Iterable<TraceEvent> events) {
        events.forEach(cited::add);
    }

    /** Cites nodes for what they do, or still do. */
    void citeNodes(Iterable<String> names) {
        names.forEach(nodes::add);
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
                Streams.concat(named.stream(), ofEvents, ofNodes(run.network().planEver())),
                run.scenario().network().assumptions());
    }

    /** What a node does rests on what it is, and on the routes that others put into its table. */
    private Stream<String> ofNodes(NetworkPlan plan) {
        Set<String> programmed = cited.stream()
                .filter(event -> event.kind() == TraceKind.FIB_CHANGED || event.kind() == TraceKind.ROUTE_CHANGED)
                .map(TraceEvent::node)
                .collect(ImmutableSet.toImmutableSet());
        Stream<Provenance> themselves = plan.nodes().values().stream()
                .filter(node -> nodes.contains(node.name()))
                .map(NodePlan::provenance);
        Stream<Provenance> fed = plan.feeds().values().stream()
                .filter(feed -> nodes.contains(feed.to()) || programmed.contains(feed.to()))
                .map(FeedPlan::provenance);
        return Stream.concat(themselves, fed).flatMap(provenance -> provenance.assumptions().stream());
    }
}
