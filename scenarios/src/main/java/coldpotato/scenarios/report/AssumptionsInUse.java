package coldpotato.scenarios.report;

import coldpotato.core.azure.Assumption;
import coldpotato.core.azure.AssumptionValues;
import coldpotato.core.azure.Assumptions;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.Provenance;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The assumptions that something in a network rests on: where the documents are silent, these values decided. */
final class AssumptionsInUse {
    private AssumptionsInUse() {}

    /** By name, each as {@code name=value}. */
    static ImmutableList<String> of(NetworkPlan plan, AssumptionValues values) {
        Set<String> names = new TreeSet<>();
        provenances(plan).forEach(provenance -> names.addAll(provenance.assumptions()));
        return names.stream()
                .flatMap(name -> Assumptions.catalogue().find(name).stream())
                .map(assumption -> text(assumption, values))
                .collect(ImmutableList.toImmutableList());
    }

    private static String text(Assumption assumption, AssumptionValues values) {
        return assumption.name() + "=" + values.text(assumption);
    }

    private static Stream<Provenance> provenances(NetworkPlan plan) {
        return Streams.concat(
                plan.nodes().values().stream().map(node -> node.provenance()),
                plan.links().values().stream().map(link -> link.provenance()),
                plan.sessions().values().stream().map(session -> session.provenance()),
                plan.feeds().values().stream().map(feed -> feed.provenance()));
    }
}
