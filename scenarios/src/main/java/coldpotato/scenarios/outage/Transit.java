package coldpotato.scenarios.outage;

import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the time between two events of a chain went by with, of which the one brought the other about. */
final class Transit {
    private static final String FED = "fed";

    private final Trace trace;
    private final NetworkPlan plan;

    Transit(Trace trace, NetworkPlan plan) {
        this.trace = trace;
        this.plan = plan;
    }

    /**
     * The legs between two events.
     *
     * @param cured true if the chain began with something that was done during the outage
     */
    ImmutableList<Leg> legs(TraceEvent from, TraceEvent to, boolean cured) {
        Optional<Long> power = powerBackNanos(from).filter(back -> back <= to.timeNanos());
        return power.isPresent()
                ? ImmutableList.of(
                        new Leg(Phase.REPAIR, from.timeNanos(), power.get(), from.node(), Optional.of(to)),
                        leg(Phase.ESTABLISHMENT, power.get(), to))
                : others(from, to, cured);
    }

    /** When the power is back whose loss this is. */
    static Optional<Long> powerBackNanos(TraceEvent event) {
        return Optional.of(event.field("what"))
                .filter(what -> event.kind() == TraceKind.INJECTED && what.startsWith(SimulatedNetwork.LOSES_POWER))
                .map(what ->
                        event.timeNanos() + Durations.parse(what.substring(SimulatedNetwork.LOSES_POWER.length())));
    }

    private ImmutableList<Leg> others(TraceEvent from, TraceEvent to, boolean cured) {
        return switch (to.kind()) {
            case LINK_CHANGED, LINK_CARRIED ->
                isRoute(from) ? programmed(from, from.timeNanos(), to) : one(Phase.DETECTION, from, to);
            case INTERFACE_CHANGED, BFD_STATE ->
                one(Causes.isLoss(to) ? Phase.DETECTION : Phase.ESTABLISHMENT, from, to);
            case SESSION_STATE, SESSION_DOWN -> one(session(from, to), from, to);
            case SESSION_UP, CONNECTION_CHANGED -> one(Phase.ESTABLISHMENT, from, to);
            case BEST_PATH, ROUTE_REFUSED, PEER_FAULT, PREFIX_LIMIT -> chosen(from, to, cured);
            case ROUTE_CHANGED -> isFed(to) ? fed(from, to) : chosen(from, to, cured);
            case FIB_CHANGED -> one(Phase.PROGRAMMING, from, to);
            case MESSAGE_SENT, MESSAGE_RECEIVED -> one(Phase.PROPAGATION, from, to);
            case MIDDLEBOX -> one(to.field("what").endsWith("is back") ? Phase.REPAIR : Phase.DETECTION, from, to);
            case RUN_STARTED, INJECTED, REFUSED, FLOW_CHANGED, LOAD_CHANGED, LIMIT_REACHED ->
                one(Phase.UNEXPLAINED, from, to);
        };
    }

    /** A session ends because somebody noticed, or because a NOTIFICATION says so; otherwise it is on its way up. */
    private static Phase session(TraceEvent from, TraceEvent to) {
        if (!Causes.isLoss(to)) {
            return Phase.ESTABLISHMENT;
        }
        boolean told = from.kind() == TraceKind.SESSION_STATE || from.kind() == TraceKind.SESSION_DOWN;
        return told && !from.node().equals(to.node()) ? Phase.PROPAGATION : Phase.DETECTION;
    }

    private ImmutableList<Leg> chosen(TraceEvent from, TraceEvent to, boolean cured) {
        if (isTopology(from) && runsIgp(to.node())) {
            return spf(from, to, cured);
        }
        if (from.node().equals(to.node())) {
            return one(Phase.DECISION, from, to);
        }
        return told(from, to);
    }

    /** A change of a link is noticed, flooded, and after the delay of its SPF a router has other routes. */
    private ImmutableList<Leg> spf(TraceEvent from, TraceEvent to, boolean cured) {
        NodePlan node = plan.nodes().get(to.node());
        long begin = Math.max(from.timeNanos(), to.timeNanos() - node.spfDelayNanos());
        boolean noticed = from.kind() == TraceKind.INTERFACE_CHANGED;
        Phase before = cured || noticed && !Causes.isLoss(from)
                ? Phase.ESTABLISHMENT
                : noticed ? Phase.PROPAGATION : Phase.DETECTION;
        return ImmutableList.of(
                new Leg(before, from.timeNanos(), begin, from.node(), Optional.of(to)), leg(Phase.DECISION, begin, to));
    }

    /** A neighbour hears of a route, which some tell only when they have programmed it. */
    private ImmutableList<Leg> told(TraceEvent from, TraceEvent to) {
        long begin = programmedNanos(from, to).orElse(from.timeNanos());
        return ImmutableList.of(
                new Leg(Phase.PROGRAMMING, from.timeNanos(), begin, from.node(), Optional.of(to)),
                new Leg(Phase.PROPAGATION, begin, to.timeNanos(), from.node(), Optional.of(to)));
    }

    /** A route of one node is programmed into another, often after it is in the node's own forwarding table. */
    private ImmutableList<Leg> fed(TraceEvent from, TraceEvent to) {
        return programmed(from, programmedNanos(from, to).orElse(from.timeNanos()), to);
    }

    private static ImmutableList<Leg> programmed(TraceEvent from, long begin, TraceEvent to) {
        return ImmutableList.of(
                new Leg(Phase.PROGRAMMING, from.timeNanos(), begin, from.node(), Optional.of(to)),
                leg(Phase.PROGRAMMING, begin, to));
    }

    /** When the node of the one event last programmed the prefix of the other, between the two. */
    private Optional<Long> programmedNanos(TraceEvent from, TraceEvent to) {
        NodePlan node = plan.nodes().get(from.node());
        if (node == null || !node.installedOnly() || from.kind() == TraceKind.FIB_CHANGED) {
            return Optional.empty();
        }
        List<TraceEvent> between = trace.events().subList((int) from.number(), (int) to.number() - 1);
        return between.stream()
                .filter(event -> event.kind() == TraceKind.FIB_CHANGED
                        && event.node().equals(from.node())
                        && event.field("prefix").equals(to.field("prefix")))
                .map(TraceEvent::timeNanos)
                .reduce((one, other) -> other);
    }

    private boolean runsIgp(String node) {
        return Optional.ofNullable(plan.nodes().get(node))
                .filter(each -> !each.igpDomain().isEmpty())
                .isPresent();
    }

    private static boolean isTopology(TraceEvent event) {
        return switch (event.kind()) {
            case INJECTED, LINK_CHANGED, LINK_CARRIED, INTERFACE_CHANGED -> true;
            default -> false;
        };
    }

    private static boolean isRoute(TraceEvent event) {
        return event.kind() == TraceKind.ROUTE_CHANGED || event.kind() == TraceKind.FIB_CHANGED;
    }

    private static boolean isFed(TraceEvent event) {
        return Stream.of("source", "was").anyMatch(field -> event.field(field).startsWith(FED));
    }

    private static ImmutableList<Leg> one(Phase phase, TraceEvent from, TraceEvent to) {
        return ImmutableList.of(leg(phase, from.timeNanos(), to));
    }

    private static Leg leg(Phase phase, long fromNanos, TraceEvent to) {
        return new Leg(phase, fromNanos, to.timeNanos(), to.node(), Optional.of(to));
    }
}
