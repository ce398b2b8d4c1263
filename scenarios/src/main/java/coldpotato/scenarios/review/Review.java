package coldpotato.scenarios.review;

import coldpotato.scenarios.check.FlowSides;
import coldpotato.scenarios.remedy.Remedy;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A run looked back on by those who had to live with it. Everything in it comes from the histories of the flows and from the
 * trace; a flow stands for all that fared like it, so that many flows cost no more than few.
 *
 * @param incidents what broke, in the order of time
 * @param calm what was done to the network and broke nothing, in the order of time
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

    /**
     * What would have kept the flows of an incident from going one way and coming another; it takes many runs. Of a
     * live run nothing is known: what real routers would have done cannot be played again.
     */
    public static ImmutableList<Remedy> remedies(RehearsalResult result, Incident incident) {
        return result.network()
                .filter(network -> result.stage().isEmpty())
                .map(network -> new Detours(result, network, new Tables(result, network)).remedies(incident))
                .orElse(ImmutableList.of());
    }

    private static Review of(RehearsalResult result, SimulatedNetwork network) {
        Triggers triggers = new Triggers(result.scenario(), network);
        FlowSides sides = FlowSides.of(result.scenario());
        Map<Trigger, Collection<Stretch>> stretches = together(Stretch.byTrigger(network, triggers));
        Detours detours = new Detours(result, network, new Tables(result, network));
        Slowest slowest = new Slowest(result.scenario(), network, triggers);
        ImmutableList<Incident> outages = stretches.entrySet().stream()
                .map(entry -> new Inquest(network, triggers, sides).incident(entry.getKey(), entry.getValue()))
                .map(slowest::addedTo)
                .map(incident -> incident.with(detours.of(incident)))
                .sorted()
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Incident> incidents = new Overloads(network, sides, triggers).addedTo(outages);
        Set<Trigger> told = incidents.stream()
                .flatMap(incident -> Stream.concat(Stream.of(incident.trigger()), incident.ending().stream()))
                .collect(ImmutableSet.toImmutableSet());
        return new Review(incidents, Calm.among(network, triggers, told));
    }

    /** Makes one of deeds of one instant from which the same group suffers. */
    private static Map<Trigger, Collection<Stretch>> together(Multimap<Trigger, Stretch> stretches) {
        Map<Trigger, Collection<Stretch>> all = new LinkedHashMap<>();
        stretches.asMap().forEach((trigger, some) -> {
            Optional<Trigger> like = all.keySet().stream()
                    .filter(other -> trigger.kind() == Trigger.Kind.DEED
                            && other.kind() == trigger.kind()
                            && other.atNanos() == trigger.atNanos()
                            && !Collections.disjoint(groups(all.get(other)), groups(some)))
                    .findFirst();
            List<Stretch> joined = new ArrayList<>(some);
            like.map(all::remove).ifPresent(joined::addAll);
            all.put(like.map(other -> other.and(trigger)).orElse(trigger), joined);
        });
        return all;
    }

    private static Set<GroupFlows> groups(Collection<Stretch> stretches) {
        return stretches.stream().map(Stretch::flows).collect(ImmutableSet.toImmutableSet());
    }
}
