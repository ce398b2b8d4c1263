package coldpotato.scenarios.run;

import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.NameKind;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.TimelineEntry;
import coldpotato.sim.plan.PlanNames;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks in a scenario for what only the compiled network can tell is wrong. */
final class Inspection {
    private final Scenario scenario;
    private final Course course;
    private final ImmutableList<PlanNameTable> tables;

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

    /** The names of all networks that the scenario goes through, since it may speak of what it adds. */
    private ImmutableSet<String> known(NameKind kind) {
        return tables.stream().flatMap(table -> table.known(kind).stream()).collect(ImmutableSet.toImmutableSet());
    }

    private Optional<Mistake> inspect(TimelineEntry entry) {
        if (!(entry.action() instanceof Action.Fail fail) || fail.direction() == Action.Direction.BOTH) {
            return Optional.empty();
        }
        ImmutableSet<String> sideways = new LinkEnds(scenario.network())
                .ambiguous(course.start(), new PlanNames(course.start()).links(fail.element()));
        return sideways.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mistake(
                        entry.place(),
                        "no end of " + String.join(", ", sideways)
                                + " is nearer to Azure than the other; such a link fails in both directions only"));
    }
}
