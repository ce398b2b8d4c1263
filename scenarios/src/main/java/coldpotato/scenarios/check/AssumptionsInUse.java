package coldpotato.scenarios.check;

import coldpotato.core.azure.AssumptionValues;
import coldpotato.core.azure.Assumptions;
import coldpotato.core.azure.LoadAssumptions;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.Provenance;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Streams;
import java.util.Comparator;
import java.util.stream.Stream;

/** The assumptions that something in a network rests on: where the documents are silent, these values decided. */
public final class AssumptionsInUse {
    private AssumptionsInUse() {}

    /** The value in use of each, by name. Those about load count where something is sent at a rate. */
    public static ImmutableSortedMap<String, String> of(Scenario scenario, NetworkPlan plan) {
        AssumptionValues values = scenario.network().assumptions();
        ImmutableSortedMap.Builder<String, String> all =
                ImmutableSortedMap.<String, String>naturalOrder().putAll(of(provenances(plan), values));
        if (scenario.flows().stream().anyMatch(flow -> flow.group().isLoad())) {
            LoadAssumptions.ALL.forEach(assumption -> all.put(assumption.name(), values.text(assumption)));
        }
        return all.buildOrThrow();
    }

    /** The value in use of each that elements of these origins rest on, by name. */
    static ImmutableSortedMap<String, String> of(Stream<Provenance> provenances, AssumptionValues values) {
        return provenances
                .flatMap(provenance -> provenance.assumptions().stream())
                .distinct()
                .flatMap(name -> Assumptions.catalogue().find(name).stream())
                .collect(ImmutableSortedMap.toImmutableSortedMap(
                        Comparator.naturalOrder(), assumption -> assumption.name(), values::text));
    }

    private static Stream<Provenance> provenances(NetworkPlan plan) {
        return Streams.concat(
                plan.nodes().values().stream().map(node -> node.provenance()),
                plan.links().values().stream().map(link -> link.provenance()),
                plan.sessions().values().stream().map(session -> session.provenance()),
                plan.feeds().values().stream().map(feed -> feed.provenance()));
    }
}
