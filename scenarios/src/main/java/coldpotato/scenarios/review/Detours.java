package coldpotato.scenarios.review;

import coldpotato.scenarios.reason.AsymmetryReason;
import coldpotato.scenarios.reason.Choice;
import coldpotato.scenarios.reason.DecidingStep;
import coldpotato.scenarios.remedy.Advice;
import coldpotato.scenarios.remedy.Remedy;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.Replay;
import coldpotato.scenarios.run.RunChoices;
import coldpotato.sim.flow.Asymmetry;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;

/**
 * Finds incidents that come from going one way and coming another: packets meet a middlebox that has not seen the flow, or all
 * flows of a group went two ways before, by decisions and not by chance, and one of the ways died.
 */
final class Detours {
    private final RehearsalResult result;
    private final SimulatedNetwork network;
    private final Tables tables;

    /** @param network as the run left it */
    Detours(RehearsalResult result, SimulatedNetwork network, Tables tables) {
        this.result = result;
        this.network = network;
        this.tables = tables;
    }

    /** Why the flows of an incident go and come as they do, if that has to do with it. */
    ImmutableList<AsymmetryReason> of(Incident incident) {
        long during = during(incident);
        return incident.harms().stream()
                .map(harm -> network.flows().group(harm.flow()))
                .flatMap(flows -> Stream.concat(atStrangers(flows, during), before(flows, incident)))
                .collect(ImmutableList.toImmutableList());
    }

    /** What would have mended the ways of the first group of an incident that has to do with it; it takes many runs. */
    ImmutableList<Remedy> remedies(Incident incident) {
        return incident.detours().stream()
                .limit(1)
                .flatMap(reason -> Advice.of(
                        result.scenario(),
                        nanos(incident, reason),
                        reason.group(),
                        new Replay(RunChoices.USUAL.withSeed(result.seed())))
                        .stream())
                .flatMap(advice -> advice.remedies().stream())
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private long nanos(Incident incident, AsymmetryReason reason) {
        return meetsStranger(reason.asymmetry())
                ? during(incident)
                : incident.trigger().atNanos() - 1;
    }

    private long during(Incident incident) {
        return incident.end() == Incident.End.NEVER ? network.nowNanos() : incident.untilNanos() - 1;
    }

    private Stream<AsymmetryReason> atStrangers(GroupFlows flows, long nanos) {
        return flows.asymmetries(nanos).stream().anyMatch(Detours::meetsStranger)
                ? reasons(flows, nanos).filter(reason -> meetsStranger(reason.asymmetry()))
                : Stream.empty();
    }

    private Stream<AsymmetryReason> before(GroupFlows flows, Incident incident) {
        long nanos = incident.trigger().atNanos() - 1;
        return incident.trigger().kind() == Trigger.Kind.DEED && areAllAsymmetric(flows, nanos)
                ? reasons(flows, nanos).filter(reason -> isDecided(reason.forward()) && isDecided(reason.reverse()))
                : Stream.empty();
    }

    private Stream<AsymmetryReason> reasons(GroupFlows flows, long nanos) {
        return tables.at(nanos).stream()
                .flatMap(then -> AsymmetryReason.of(
                        then, then.flows().group(flows.group().name()))
                        .stream());
    }

    private static boolean meetsStranger(Asymmetry asymmetry) {
        return Stream.of(FlowDirection.values())
                .anyMatch(direction -> asymmetry.walk(direction).outcome().isForLackOfState());
    }

    private static boolean areAllAsymmetric(GroupFlows flows, long nanos) {
        boolean begun = flows.cohorts().get(0).forward().get(0).fromNanos() <= nanos;
        return begun
                && flows.asymmetries(nanos).stream().mapToInt(Asymmetry::flows).sum()
                        == flows.group().count();
    }

    private static boolean isDecided(Choice choice) {
        return choice.step() != DecidingStep.HASH;
    }
}
