package coldpotato.scenarios.remedy;

import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.reason.AsymmetryReason;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would have kept flows from coming back another way than they go. Changes are made from the tables of the instant, at the
 * routers, gateways and middleboxes of both ways; each is in force from the start of a run of its own, and is kept if the flows
 * are mended at the instant, and if no flow fares worse than without it, neither then nor at the end of the run.
 *
 * @param reason the flows, and why they go as they do
 * @param remedies what would mend them, the first the most recommended; empty if nothing that was tried would
 * @param tried how many changes were rehearsed
 */
public record Advice(AsymmetryReason reason, ImmutableList<Remedy> remedies, int tried) {
    /** So many changes are rehearsed at most for the flows of one group. */
    static final int CHANGES_MAX = 60;

    /**
     * Advice for the flows of a group at an instant: one for each pair of reasons that somebody's preference is part of, or that
     * drops packets.
     *
     * @param nanos the instant, in nanoseconds of the run
     */
    public static ImmutableList<Advice> of(Scenario scenario, long nanos, String group, Again again) {
        Scenario bare = scenario.unjudged();
        Optional<SimulatedNetwork> network = again.upTo(bare, nanos);
        if (network.isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList<AsymmetryReason> reasons =
                AsymmetryReason.of(network.get(), network.get().flows().group(group));
        Rehearsals rehearsals = new Rehearsals(bare, nanos, group, again, Standing.of(network.get()));
        return reasons.stream()
                .filter(AsymmetryReason::needsRemedy)
                .map(reason -> of(bare, network.get(), reason, rehearsals))
                .collect(ImmutableList.toImmutableList());
    }

    private static Advice of(
            Scenario scenario, SimulatedNetwork network, AsymmetryReason reason, Rehearsals rehearsals) {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (FlowDirection direction : FlowDirection.values()) {
            changes(new Case(scenario, network, reason, direction))
                    .limit(CHANGES_MAX / 2)
                    .forEach(change -> changes.putIfAbsent(change.text(), change));
        }
        List<Remedy> remedies = new ArrayList<>();
        changes.values().forEach(change -> rehearsals.remedy(change).ifPresent(remedies::add));
        return new Advice(reason, simplest(remedies), changes.size());
    }

    private static Stream<Change> changes(Case asked) {
        return Stream.of(
                        new Announcing(asked).changes(),
                        new Preferring(asked).changes(),
                        new Steering(asked).changes(),
                        new Translating(asked).changes(),
                        new Sharing(asked).changes())
                .flatMap(all -> all);
    }

    /** Of those that use one technique at one place the first: prepending twice, if that is enough. */
    private static ImmutableList<Remedy> simplest(List<Remedy> remedies) {
        return remedies.stream()
                .collect(Collectors.toMap(
                        remedy -> remedy.technique() + " " + remedy.element(),
                        remedy -> remedy,
                        (first, second) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .sorted(Remedy.ORDER)
                .collect(ImmutableList.toImmutableList());
    }

    /** The advice by group, for all groups that need some. */
    public static ImmutableMap<String, ImmutableList<Advice>> ofAll(
            Scenario scenario, long nanos, ImmutableList<String> groups, Again again) {
        return groups.stream()
                .collect(ImmutableMap.toImmutableMap(group -> group, group -> of(scenario, nanos, group, again)));
    }
}
