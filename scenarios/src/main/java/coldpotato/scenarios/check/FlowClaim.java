package coldpotato.scenarios.check;

import coldpotato.scenarios.file.Expectation.AsymmetryAt;
import coldpotato.scenarios.file.Expectation.OfFlow;
import coldpotato.scenarios.file.Expectation.OutcomeAt;
import coldpotato.scenarios.file.PerDirection;
import coldpotato.scenarios.file.PercentRange;
import coldpotato.sim.flow.Asymmetry;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Symmetry;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.plan.DscpMarks;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.PlanNames;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * One thing that is claimed of the flows of a group at each instant, as a percentage: of the packets that arrive, or of the
 * flows that do as they should.
 *
 * @param text what is measured, in words
 * @param expected the percentages that are right
 * @param measure the percentage at an instant
 * @param direction which direction it is about; empty for flows that go and come
 */
record FlowClaim(String text, PercentRange expected, Measure measure, Optional<FlowDirection> direction) {
    private static final PercentRange ALL = new PercentRange(100, 100, false, false, "100%");
    private static final PercentRange NOT_ALL = new PercentRange(0, 100, false, true, "< 100%");

    private static final PercentRange NONE = new PercentRange(0, 0, false, false, "0%");
    private static final PercentRange SOME = new PercentRange(0, 100, true, false, "> 0%");

    /** A percentage of flows or packets at an instant. */
    @FunctionalInterface
    interface Measure {
        double percent(GroupFlows flows, long atNanos);
    }

    /** Everything of an expectation that is claimed of each instant. */
    static ImmutableList<FlowClaim> of(OfFlow of, FlowSides sides, NetworkPlan plan) {
        PlanNames names = new PlanNames(plan);
        List<FlowClaim> claims = new ArrayList<>();
        each(of.delivered(), of.flow(), sides, (direction, range) -> claims.add(delivered(direction, range)));
        each(
                of.shares(),
                of.flow(),
                sides,
                (direction, shares) ->
                        shares.forEach((name, range) -> claims.add(share(direction, name, names, range))));
        each(of.path(), of.flow(), sides, (direction, nodes) -> claims.add(path(direction, nodes)));
        each(of.via(), of.flow(), sides, (direction, via) -> claims.add(via(direction, via, names)));
        each(of.outcome(), of.flow(), sides, (direction, outcome) -> claims.add(outcome(direction, outcome, names)));
        each(of.dscp(), of.flow(), sides, (direction, mark) -> claims.add(dscp(direction, mark, plan)));
        of.symmetric().ifPresent(symmetric -> claims.add(symmetric(symmetric)));
        of.asymmetry().ifPresent(asymmetry -> claims.add(asymmetry(asymmetry, names, new Borders(plan))));
        return ImmutableList.copyOf(claims);
    }

    /** Visits what is claimed of each direction; what is claimed of both is claimed of each. */
    static <T> void each(PerDirection<T> claims, String flow, FlowSides sides, BiConsumer<FlowDirection, T> visitor) {
        claims.both().ifPresent(claim -> {
            visitor.accept(sides.toAzure(flow), claim);
            visitor.accept(sides.toSite(flow), claim);
        });
        claims.toAzure().ifPresent(claim -> visitor.accept(sides.toAzure(flow), claim));
        claims.toSite().ifPresent(claim -> visitor.accept(sides.toSite(flow), claim));
    }

    private static FlowClaim delivered(FlowDirection direction, PercentRange range) {
        return new FlowClaim(
                "delivered", range, (flows, at) -> Percent.of(flows.delivered(direction, at)), Optional.of(direction));
    }

    private static FlowClaim share(FlowDirection direction, String name, PlanNames names, PercentRange range) {
        return new FlowClaim(
                "by " + name,
                range,
                (flows, at) -> conforming(flows, direction, at, walk -> passes(walk, name, names)),
                Optional.of(direction));
    }

    private static FlowClaim path(FlowDirection direction, ImmutableList<String> nodes) {
        return all("along " + String.join(" -> ", nodes), direction, walk -> walk.nodes()
                .asList()
                .equals(nodes));
    }

    private static FlowClaim via(FlowDirection direction, ImmutableList<String> via, PlanNames names) {
        return all("via " + String.join(" and ", via), direction, walk -> via.stream()
                .allMatch(name -> passes(walk, name, names)));
    }

    private static FlowClaim outcome(FlowDirection direction, OutcomeAt outcome, PlanNames names) {
        return all(
                outcome.toString(),
                direction,
                walk -> walk.outcome() == outcome.outcome()
                        && outcome.where()
                                .map(place -> isAt(walk, place, names))
                                .orElse(true));
    }

    private static FlowClaim dscp(FlowDirection direction, int mark, NetworkPlan plan) {
        return new FlowClaim(
                "arrive with DSCP " + mark,
                ALL,
                (flows, at) -> conforming(
                        flows,
                        direction,
                        at,
                        walk -> walk.outcome().isDelivery()
                                && DscpMarks.arriving(plan, walk, flows.group().dscp()) == mark),
                Optional.of(direction));
    }

    private static FlowClaim all(String text, FlowDirection direction, Predicate<Walk> test) {
        return new FlowClaim(text, ALL, (flows, at) -> conforming(flows, direction, at, test), Optional.of(direction));
    }

    private static double conforming(GroupFlows flows, FlowDirection direction, long at, Predicate<Walk> test) {
        int conforming = flows.paths(direction, at).entrySet().stream()
                .filter(path -> test.test(path.getKey()))
                .mapToInt(path -> path.getValue())
                .sum();
        return Percent.of((double) conforming / flows.group().count());
    }

    private static FlowClaim symmetric(boolean symmetric) {
        return new FlowClaim(
                "come back the way they go",
                symmetric ? ALL : NOT_ALL,
                (flows, at) -> Percent.of(1
                        - flows.asymmetries(at).stream()
                                        .mapToDouble(each -> each.flows())
                                        .sum()
                                / flows.group().count()),
                Optional.empty());
    }

    /** Of those that come back another way: all of them, or, where one verdict is claimed and another is found, none. */
    private static FlowClaim asymmetry(AsymmetryAt claimed, PlanNames names, Borders borders) {
        boolean none = claimed.symmetry() == Symmetry.SYMMETRIC;
        return new FlowClaim(
                none
                        ? "come back another way"
                        : "come back another way, " + claimed.symmetry().text()
                                + claimed.where().map(place -> " at " + place).orElse(""),
                none ? NONE : SOME,
                (flows, at) -> {
                    ImmutableList<Asymmetry> found = flows.asymmetries(at).stream()
                            .filter(each -> !none || borders.part(each))
                            .collect(ImmutableList.toImmutableList());
                    ImmutableList<Asymmetry> judged = claimed.symmetry() == Symmetry.DROPPED
                            ? found.stream()
                                    .filter(each -> each.verdict() == Symmetry.DROPPED)
                                    .collect(ImmutableList.toImmutableList())
                            : found;
                    return none || judged.stream().allMatch(each -> isAs(each, claimed, names))
                            ? percent(judged, flows)
                            : 0;
                },
                Optional.empty());
    }

    private static boolean isAs(Asymmetry found, AsymmetryAt claimed, PlanNames names) {
        return found.verdict() == claimed.symmetry()
                && claimed.where()
                        .map(place ->
                                found.lost().stream().anyMatch(direction -> isAt(found.walk(direction), place, names)))
                        .orElse(true);
    }

    private static double percent(ImmutableList<Asymmetry> found, GroupFlows flows) {
        return Percent.of((double) found.stream().mapToInt(Asymmetry::flows).sum()
                / flows.group().count());
    }

    private static boolean passes(Walk walk, String name, PlanNames names) {
        return walk.uses(names.links(name)) || names.nodes(name).stream().anyMatch(walk.nodes()::contains);
    }

    private static boolean isAt(Walk walk, String place, PlanNames names) {
        // A middlebox of several routers, or of an appliance, has a part at each: edge.ce1, fw.firewall.
        return walk.place().equals(place)
                || walk.place().startsWith(place + ".") && walk.outcome().isOfMiddleboxes()
                || names.links(place).contains(walk.place())
                || names.nodes(place).contains(walk.place());
    }
}
