package coldpotato.scenarios.review;

import coldpotato.scenarios.check.FlowSides;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A run looked back on by those who had to live with it. Everything in it comes from the histories of the flows and from the
 * trace; a flow stands for all that fared like it, so that many flows cost no more than few.
 *
 * @param incidents what broke, in the order of time
 * @param calm what was done to the network and neither broke nor mended anything, in the order of time
 */
public record Review(ImmutableList<Incident> incidents, ImmutableList<Calm> calm) {
    private static final Review NOTHING = new Review(ImmutableList.of(), ImmutableList.of());

    /** Of a run; of one without flows there is nothing to say. */
    public static Review of(RehearsalResult result) {
        return result.network()
                .filter(network -> !network.flows().groups().isEmpty())
                .map(network -> of(result, network))
                .orElse(NOTHING);
    }

    private static Review of(RehearsalResult result, SimulatedNetwork network) {
        Triggers triggers = new Triggers(result.scenario(), network);
        FlowSides sides = FlowSides.of(result.scenario());
        Multimap<Trigger, Stretch> stretches = Stretch.byTrigger(network, triggers);
        Detours detours = new Detours(network, new Tables(result, network));
        Slowest slowest = new Slowest(network);
        ImmutableList<Incident> outages = stretches.asMap().entrySet().stream()
                .map(entry -> new Inquest(network, triggers, sides).incident(entry.getKey(), entry.getValue()))
                .map(incident -> incident.with(slowest.of(incident)).with(detours.of(incident)))
                .sorted()
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Incident> incidents = new Overloads(network, sides, triggers).addedTo(outages);
        Set<Trigger> told = incidents.stream()
                .flatMap(incident -> Stream.concat(Stream.of(incident.trigger()), incident.ending().stream()))
                .collect(ImmutableSet.toImmutableSet());
        return new Review(incidents, Calm.among(network, triggers, told));
    }
}
