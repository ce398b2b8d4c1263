package coldpotato.scenarios.run;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.FlowSpec;
import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.TimelineEntry;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.PlanNames;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks in a scenario for what only the compiled network can tell is wrong. */
final class Inspection {
    private final Scenario scenario;
    private final Course course;

    Inspection(Scenario scenario) {
        this.scenario = scenario;
        this.course = new Course(scenario);
    }

    ImmutableList<Mistake> mistakes() {
        Stream<Mistake> flows = scenario.flows().stream().flatMap(this::inspect);
        Stream<Mistake> entries = scenario.timeline().stream().flatMap(entry -> inspect(entry).stream());
        return Stream.of(course.mistakes().stream(), flows, entries)
                .flatMap(stream -> stream)
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    private Stream<Mistake> inspect(FlowSpec flow) {
        return Stream.of(flow.group().from(), flow.group().to())
                .filter(address -> !isHeld(address))
                .map(address -> new Mistake(
                        flow.place(),
                        "no host has the address " + address + "; hosts live in the prefixes of sites, virtual networks"
                                + " and services"));
    }

    private boolean isHeld(IpAddress address) {
        return course.start().nodes().values().stream()
                .map(NodePlan::attached)
                .flatMap(ImmutableSet<Prefix>::stream)
                .anyMatch(prefix -> prefix.contains(address));
    }

    private Optional<Mistake> inspect(TimelineEntry entry) {
        if (!(entry.action() instanceof Action.Fail fail) || fail.direction() == Action.Direction.BOTH) {
            return Optional.empty();
        }
        NetworkPlan plan = course.start();
        ImmutableSet<String> sideways =
                new LinkEnds(scenario.network()).ambiguous(plan, new PlanNames(plan).links(fail.element()));
        return sideways.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mistake(
                        entry.place(),
                        "no end of " + String.join(", ", sideways)
                                + " is nearer to Azure than the other; such a link fails in both directions only"));
    }
}
