package coldpotato.scenarios.run;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.DrawnTime;
import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.Place;
import coldpotato.scenarios.file.ReadAction;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.Source;
import coldpotato.scenarios.file.TimeExpression;
import coldpotato.scenarios.file.TimelineEntry;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A rehearsal under way, for somebody who looks at it and does things to it beside its timeline. What is done counts like an
 * entry of the timeline that is called {@code ctl 1}, {@code ctl 2} and so on. All of it happens on the rehearsal's thread,
 * between two events.
 */
public final class Console {
    private static final String WHO = "ctl";

    private final Scenario scenario;
    private final ImmutableSet<String> external;
    private final SimulatedNetwork network;
    private final Hand hand;
    private final Collection<Deed> deeds;
    private final List<TimelineEntry> done = new ArrayList<>();

    /**
     * @param external routers for which nobody of ours speaks
     * @param deeds those that the timeline still has to do, a view
     */
    Console(
            Scenario scenario,
            ImmutableSet<String> external,
            SimulatedNetwork network,
            Hand hand,
            Collection<Deed> deeds) {
        this.scenario = scenario;
        this.external = external;
        this.network = network;
        this.hand = hand;
        this.deeds = deeds;
    }

    /** What is wrong with something that is to be done now. */
    public ImmutableList<Mistake> mistakes(ReadAction wanted) {
        return Inspection.mistakes(wanted, scenario, network.plan());
    }

    /**
     * Does something now.
     *
     * @param action free of {@link #mistakes}
     */
    public Act carryOut(Action action) {
        Source source = new Source(WHO, WHO);
        Place place = new Place(source, 0, 0);
        long now = network.nowNanos();
        TimeExpression at = new TimeExpression(Optional.empty(), now, Durations.format(now), place);
        TimelineEntry entry = new TimelineEntry(nextName(), DrawnTime.at(at), action, place);
        done.add(entry);
        return new Act(now, entry.name(), hand.carryOut(new Deed(now, entry, action)));
    }

    /** Takes every failure off everything that has one. */
    public ImmutableList<Act> repairAll() {
        return hand.faults().stream()
                .map(Fault::element)
                .distinct()
                .map(Action.Repair::new)
                .map(this::carryOut)
                .collect(ImmutableList.toImmutableList());
    }

    private String nextName() {
        int number = done.size() + 1;
        while (scenario().times().events().containsKey(WHO + " " + number)) {
            number++;
        }
        return WHO + " " + number;
    }

    /** The scenario with what was done as entries of its timeline. */
    public Scenario scenario() {
        return scenario.with(ImmutableList.copyOf(done));
    }

    public SimulatedNetwork network() {
        return network;
    }

    /** Routers of which nothing is known but what they do to their neighbours. */
    public ImmutableSet<String> external() {
        return external;
    }

    /** The failures that are on the network, in the order in which they began. */
    public ImmutableList<Fault> faults() {
        return hand.faults();
    }

    /** What the timeline still has to do. */
    public ImmutableList<Act> upcoming() {
        return deeds.stream().map(Act::of).collect(ImmutableList.toImmutableList());
    }
}
