package coldpotato.scenarios.run;

import coldpotato.core.azure.Firewall;
import coldpotato.core.azure.RouteLeak;
import coldpotato.core.azure.operations.LeakOperation;
import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.NameKind;
import coldpotato.scenarios.file.ReadAction;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.TimelineEntry;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.PlanNames;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks in a scenario for what only the compiled network can tell is wrong. */
final class Inspection {
    private final Scenario scenario;
    private final Course course;
    private final ImmutableList<PlanNameTable> tables;
    private final Map<NameKind, ImmutableSet<String>> known = new EnumMap<>(NameKind.class);

    Inspection(Scenario scenario, Course course) {
        this.scenario = scenario;
        this.course = course;
        this.tables = course.plans().distinct().map(PlanNameTable::new).collect(ImmutableList.toImmutableList());
    }

    /** In the order of the file. */
    ImmutableList<Mistake> mistakes() {
        return Stream.concat(
                        scenario.dangling(this::known).stream(),
                        scenario.timeline().stream().flatMap(entry -> inspect(entry).stream()))
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    /** What is wrong with something that is to be done to a network as it is now. */
    static ImmutableList<Mistake> mistakes(ReadAction wanted, Scenario scenario, NetworkPlan plan) {
        PlanNameTable table = new PlanNameTable(plan);
        Stream<Mistake> dangling = wanted.references().stream().flatMap(name -> name.mistake(table).stream());
        Stream<Mistake> sideways = wanted.action().stream()
                .flatMap(action -> action instanceof Action.Fail fail ? sideways(fail, plan).stream() : Stream.empty())
                .map(reason -> new Mistake(wanted.references().get(0).place(), reason));
        return Stream.of(wanted.mistakes().stream(), dangling, sideways)
                .flatMap(any -> any)
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    /** The names of all networks that the scenario goes through, since it may speak of what it adds. */
    private ImmutableSet<String> known(NameKind kind) {
        return known.computeIfAbsent(kind, any -> tables.stream()
                .flatMap(table -> table.known(kind).stream())
                .collect(ImmutableSet.toImmutableSet()));
    }

    /** What an entry of the timeline cannot do at its time. */
    private Optional<Mistake> inspect(TimelineEntry entry) {
        NetworkPlan plan = course.before(entry);
        return reason(entry.action(), plan).map(reason -> new Mistake(entry.place(), reason));
    }

    private Optional<String> reason(Action action, NetworkPlan plan) {
        PlanNames names = new PlanNames(plan);
        if (action instanceof Action.Fail fail) {
            return gone(NameKind.LINK, fail.element(), names.links(fail.element()))
                    .or(() -> sideways(fail, plan));
        } else if (action instanceof Action.Repair repair) {
            return gone(NameKind.LINK, repair.element(), names.links(repair.element()));
        } else if (action instanceof Action.Flap flap) {
            return gone(NameKind.LINK, flap.element(), names.links(flap.element()));
        } else if (action instanceof Action.Reboot reboot) {
            return gone(NameKind.NODE, reboot.node(), names.nodes(reboot.node()));
        } else if (action instanceof Action.Maintain maintain) {
            return gone(NameKind.NODE, maintain.element(), names.nodes(maintain.element()))
                    .or(() -> MaintenanceWindow.mistake(maintain, plan));
        } else if (action instanceof Action.ResetSession reset) {
            return gone(NameKind.SESSION, reset.session(), names.sessions(reset.session()));
        } else if (action instanceof Action.Change change && change.operation() instanceof LeakOperation.Begin begin) {
            return gone(
                            NameKind.NODE,
                            begin.leak().by(),
                            names.nodes(begin.leak().by()))
                    .or(() -> nothingLeaks(begin.leak(), plan));
        } else if (action instanceof Action.FailOver failOver) {
            return notAFirewall(failOver.firewall()).or(() -> noSuchUnit(failOver));
        } else if (action instanceof Action.ClearState clear) {
            return notAFirewall(clear.firewall());
        }
        return Optional.empty();
    }

    private Optional<String> notAFirewall(String name) {
        return Firewall.named(name, scenario.network()).isPresent()
                ? Optional.empty()
                : Optional.of(name + " keeps no state of flows; say stateful: on where it is described");
    }

    private Optional<String> noSuchUnit(Action.FailOver failOver) {
        int units = Firewall.named(failOver.firewall(), scenario.network())
                .orElseThrow()
                .terms()
                .cluster()
                .units();
        return failOver.unit().orElse(1) <= units
                ? Optional.empty()
                : Optional.of(failOver.firewall() + " has " + (units == 1 ? "one unit" : units + " units")
                        + "; a cluster with more of them is described with its key cluster");
    }

    /** Only of names that some network of the scenario has; the others are told of as dangling. */
    private Optional<String> gone(NameKind kind, String name, ImmutableSet<String> found) {
        return found.isEmpty() && known(kind).contains(name)
                ? Optional.of("there is no " + kind.text() + " \"" + name + "\" at this time; other entries of the"
                        + " timeline make it or take it away")
                : Optional.empty();
    }

    private static Optional<String> nothingLeaks(RouteLeak leak, NetworkPlan plan) {
        return plan.leaking(leak.by(), leak.to(), leak.prefixes()).equals(plan)
                ? Optional.of(leak.by() + " keeps nothing from "
                        + (leak.to().isEmpty() ? "neighbours outside its AS" : String.join(", ", leak.to()))
                        + " by a filter that could fail")
                : Optional.empty();
    }

    private static Optional<String> sideways(Action.Fail fail, NetworkPlan plan) {
        if (fail.direction() == Action.Direction.BOTH) {
            return Optional.empty();
        }
        ImmutableSet<String> sideways = new LinkEnds(plan).ambiguous(fail.element());
        return sideways.isEmpty()
                ? Optional.empty()
                : Optional.of("no end of " + String.join(", ", sideways)
                        + " is nearer to Azure than the other; such a link fails in both directions only");
    }
}
