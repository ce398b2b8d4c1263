package coldpotato.scenarios.run;

import coldpotato.core.azure.grounds.Grounds;
import coldpotato.core.time.Luck;
import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.TimelineEntry;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;

/**
 * Something to be done at a time: an entry of the timeline, or a part of one that goes on for a while.
 *
 * @param atNanos when
 * @param entry of which entry
 * @param action what
 * @param assumptions names of those that its time rests on
 */
record Deed(long atNanos, TimelineEntry entry, Action action, ImmutableList<String> assumptions) {

    /** At a time that no assumption decides. */
    Deed(long atNanos, TimelineEntry entry, Action action) {
        this(atNanos, entry, action, ImmutableList.of());
    }

    /**
     * The deeds of an entry up to the end of its scenario.
     *
     * @param plan the network that the entry meets, for the names of groups
     */
    static ImmutableList<Deed> of(TimelineEntry entry, Scenario scenario, NetworkPlan plan) {
        return all(entry, scenario, plan)
                .filter(deed -> deed.atNanos <= scenario.times().endNanos())
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<Deed> all(TimelineEntry entry, Scenario scenario, NetworkPlan plan) {
        long atNanos = scenario.times().events().get(entry.name());
        if (entry.action() instanceof Action.Flap flap) {
            return flap(entry, flap, scenario.seed(), atNanos);
        } else if (entry.action() instanceof Action.Maintain maintain) {
            return new MaintenanceWindow(entry, maintain, scenario.network(), plan).from(atNanos).stream();
        } else if (entry.action() instanceof Action.Spell spell) {
            return Stream.of(
                    new Deed(atNanos, entry, new Action.Change(spell.begin())),
                    new Deed(atNanos + spell.takesNanos(), entry, new Action.Change(spell.end())));
        }
        Stream<Deed> deed = Stream.of(new Deed(atNanos, entry, entry.action()));
        return entry.action() instanceof Action.Change change
                ? Stream.concat(deed, sequel(entry, change, scenario, atNanos))
                : deed;
    }

    /** The end of what takes time, which comes by itself. */
    private static Stream<Deed> sequel(TimelineEntry entry, Action.Change change, Scenario scenario, long atNanos) {
        Grounds grounds = new Grounds(scenario.network().assumptions());
        return change.operation().sequel(grounds).stream()
                .map(sequel -> new Deed(
                        atNanos + sequel.afterNanos(), entry, new Action.Change(sequel.operation()), grounds.names()));
    }

    private static Stream<Deed> flap(TimelineEntry entry, Action.Flap flap, long seed, long atNanos) {
        Action fail = new Action.Fail(flap.element(), flap.how(), Action.Direction.BOTH, 1);
        Action repair = new Action.Repair(flap.element());
        Luck periods = Luck.of(seed, entry.name(), "every");
        Luck downs = Luck.of(seed, entry.name(), "down for");
        Stream.Builder<Deed> deeds = Stream.builder();
        long start = atNanos;
        for (int time = 0; time < flap.times(); time++) {
            deeds.add(new Deed(start, entry, fail));
            deeds.add(new Deed(start + flap.down().nanos(downs, time), entry, repair));
            start += flap.period().nanos(periods, time);
        }
        return deeds.build();
    }
}
