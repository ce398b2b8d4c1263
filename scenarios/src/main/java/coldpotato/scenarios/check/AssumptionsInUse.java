package coldpotato.scenarios.check;

import coldpotato.core.azure.grounds.Assumption;
import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.Provenance;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Streams;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The assumptions that something in a run rests on: where the documents are silent, these values decided. */
public final class AssumptionsInUse {
    private AssumptionsInUse() {}

    /**
     * The value in use of each, by name.
     *
     * @param plan all that the network had at some time, empty if there was none
     */
    public static ImmutableSortedMap<String, String> of(
            Scenario scenario, Optional<NetworkPlan> plan, Premises premises) {
        return of(
                Stream.concat(plan.stream().flatMap(AssumptionsInUse::names), premises.all().stream()),
                scenario.network().assumptions());
    }

    /** The value in use of each of these names. */
    static ImmutableSortedMap<String, String> of(Stream<String> names, AssumptionValues values) {
        return names.distinct()
                .flatMap(name -> Assumptions.catalogue().find(name).stream())
                .collect(ImmutableSortedMap.toImmutableSortedMap(
                        Comparator.naturalOrder(), Assumption::name, values::text));
    }

    private static Stream<String> names(NetworkPlan plan) {
        Stream<Provenance> provenances = Streams.concat(
                plan.nodes().values().stream().map(node -> node.provenance()),
                plan.links().values().stream().map(link -> link.provenance()),
                plan.sessions().values().stream().map(session -> session.provenance()),
                plan.feeds().values().stream().map(feed -> feed.provenance()));
        return provenances.flatMap(provenance -> provenance.assumptions().stream());
    }
}
