package coldpotato.scenarios.check;

import coldpotato.sim.net.Capacity;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.PlanNames;
import com.google.common.collect.ImmutableSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which limits names stand for. In every limit of the Azure model end A is the one on the site's side. */
final class Limits {
    private final NetworkPlan plan;

    Limits(NetworkPlan plan) {
        this.plan = plan;
    }

    /**
     * The limit of this name if there is one, such as a path of a circuit, a gateway or a port; otherwise the parts of what has this
     * name, such as both paths of a circuit; otherwise those of its links.
     */
    ImmutableSet<String> of(String name) {
        ImmutableSet<String> exactly = wires(plan.links().values().stream(), name::equals);
        if (!exactly.isEmpty()) {
            return exactly;
        }
        ImmutableSet<String> parts = wires(linksOf(name), wire -> wire.startsWith(name + "."));
        return parts.isEmpty() ? wires(linksOf(name), wire -> true) : parts;
    }

    /** The links that meet at these limits. */
    ImmutableSet<String> links(ImmutableSet<String> wires) {
        return plan.links().values().stream()
                .filter(link -> link.capacity().stream()
                        .flatMap(capacity -> capacity.wires().stream())
                        .anyMatch(limit -> wires.contains(limit.wire())))
                .map(LinkPlan::name)
                .collect(ImmutableSet.toImmutableSet());
    }

    private Stream<LinkPlan> linksOf(String name) {
        return new PlanNames(plan).links(name).stream().map(plan.links()::get);
    }

    private static ImmutableSet<String> wires(Stream<LinkPlan> links, Predicate<String> which) {
        return links.flatMap(link -> link.capacity().stream())
                .flatMap(capacity -> capacity.wires().stream())
                .map(Capacity::wire)
                .filter(which)
                .collect(ImmutableSet.toImmutableSet());
    }
}
