package coldpotato.scenarios.outage;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.flow.Outcome;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.SessionPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What would have shortened an outage: read from its budget and from how the sessions and routers are set that others waited for. It
 * asks for nothing that is so already, and says whose it is where nobody can change it.
 */
public final class Adviser {
    /** Parts of less than a tenth of an outage are not worth advice. */
    private static final int PARTS = 10;

    private static final String ONE_FIREWALL =
            "lead both directions through one, or let those on both ways share their state";

    private final NetworkPlan plan;
    private final Owners owners;
    private final SessionAdvice sessions;

    private Adviser(HybridNetwork model, Trace trace, NetworkPlan plan) {
        this.plan = plan;
        owners = new Owners(model, plan);
        sessions = new SessionAdvice(trace, plan, owners);
    }

    /** What follows from an outage of a run of a scenario, what took most of it first; the network is seen as it was before. */
    public static ImmutableList<Advice> advice(Scenario scenario, SimulatedNetwork network, Outage outage) {
        return new Adviser(scenario.network(), network.trace(), network.planEverAsBefore(outage.fromNanos()))
                .advice(outage);
    }

    private ImmutableList<Advice> advice(Outage outage) {
        Map<Advice, Long> parts = new LinkedHashMap<>();
        for (Leg leg : outage.budget().legs()) {
            parts.merge(advice(outage, leg), leg.nanos(), Long::sum);
        }
        return parts.entrySet().stream()
                .map(part -> of(part.getKey(), part.getValue(), outage))
                .filter(advice -> advice.nanos() >= outage.nanos() / PARTS)
                .sorted(Comparator.comparingLong(Advice::nanos).reversed())
                .collect(ImmutableList.toImmutableList());
    }

    private static Advice of(Advice advice, long nanos, Outage outage) {
        return new Advice(advice.phase(), nanos, outage.nanos(), advice.text(), advice.sources());
    }

    /** Without a time, so that what is alike is equal. */
    private Advice advice(Outage outage, Leg leg) {
        return switch (leg.phase()) {
            case DETECTION -> detection(leg);
            case PROPAGATION -> said(leg, propagation(leg));
            case DECISION -> said(leg, decision(leg));
            case PROGRAMMING -> said(leg, programming(leg));
            case REPAIR -> repair(outage, leg);
            case ESTABLISHMENT -> said(leg, sessions.establishment(leg));
            case REOPENING ->
                said(
                        leg,
                        leg.where() + " had no state for them until their ends opened them anew: "
                                + oneState(leg.where()) + ", or let the ends give up sooner");
            case LASTING -> waiting(outage, leg, "when the run ended");
            case UNEXPLAINED -> said(leg, "the trace does not tell what it waited for");
        };
    }

    private static Advice said(Leg leg, String text, String... sources) {
        return new Advice(leg.phase(), 0, 0, text, ImmutableList.copyOf(sources));
    }

    private Advice detection(Leg leg) {
        TraceKind noticed = leg.until().map(TraceEvent::kind).orElse(TraceKind.FLOW_CHANGED);
        return switch (noticed) {
            case SESSION_STATE, SESSION_DOWN, SESSION_UP -> sessions.down(leg);
            case BFD_STATE -> sessions.bfd(leg);
            case INTERFACE_CHANGED -> said(leg, leg.where() + " saw the light go, and nothing is quicker than that");
            case MIDDLEBOX ->
                said(
                        leg,
                        "nobody did the work of the unit that failed until the others of " + leg.where()
                                + " took over: let its cluster notice sooner");
            default ->
                said(
                        leg,
                        "the dead interval of the IGP had to run out at " + leg.where() + ": have the light of the link"
                                + " seen there, so that its end is noticed at once");
        };
    }

    private String propagation(Leg leg) {
        String heard = leg.until().map(TraceEvent::node).orElse("");
        Optional<SessionPlan> keptBack = plan.sessions().values().stream()
                .filter(session -> sessions.joins(session, leg.where(), heard))
                .filter(session -> sessions.end(session, leg.where()).timers().mraiNanos() > 0)
                .findFirst();
        return keptBack.map(session -> leg.where() + " keeps changes back for the advertisement interval (MRAI) of "
                        + session.name() + ", "
                        + Durations.format(
                                sessions.end(session, leg.where()).timers().mraiNanos())
                        + owners.remark(owners.isCustomers(leg.where()), session.provenance(), "set it to 0", "mrai"))
                .orElse(leg.where() + " told " + heard + " as fast as messages travel");
    }

    private String decision(Leg leg) {
        NodePlan node = plan.nodes().get(leg.where());
        return leg.where() + " waits before it computes routes, for its SPF delay of "
                + Durations.format(node.spfDelayNanos())
                + owners.remark(owners.isCustomers(leg.where()), node.provenance(), "shorten it", "spf-delay");
    }

    private String programming(Leg leg) {
        return leg.where() + " needed " + Durations.format(leg.nanos()) + " to program what it had chosen"
                + owners.programming(leg, "take a platform that programs sooner (fib-delay)");
    }

    private Advice repair(Outage outage, Leg leg) {
        String what = leg.until()
                .filter(event -> event.kind() == TraceKind.INJECTED && event.number() != number(outage.fault()))
                .map(event -> "until " + event.node() + " " + event.field("what"))
                .orElse("until " + leg.where() + " had power again");
        return waiting(outage, leg, what);
    }

    /** Nothing took over, though something was done in the end: what would have had the network get over it alone? */
    private Advice waiting(Outage outage, Leg leg, String until) {
        List<Stretch> last = outage.stretches().stream()
                .filter(stretch -> stretch.fromNanos() < leg.toNanos() && stretch.toNanos() >= leg.toNanos())
                .toList();
        Optional<Stretch> unnoticed = last.stream()
                .filter(stretch -> stretch.outcome() == Outcome.LINK_DOWN_UNNOTICED)
                .filter(stretch -> stretch.fromNanos() <= leg.fromNanos())
                .findFirst();
        return unnoticed
                .flatMap(stretch -> sessions.unnoticed(leg, until, stretch.place()))
                .orElseGet(() ->
                        said(leg, until + " nothing had helped; they were " + lastWords(last) + ": " + cure(last)));
    }

    private String cure(List<Stretch> last) {
        Optional<Stretch> drawn = last.stream().filter(this::isDrawn).findFirst();
        Optional<Stretch> stateless = last.stream()
                .filter(stretch -> stretch.outcome().isForLackOfState())
                .findFirst();
        return drawn.map(stretch -> "have " + stretch.place() + " announce to "
                        + stretch.from().orElseThrow() + " only what it has a route for itself")
                .or(() -> stateless.map(stretch -> oneState(stretch.place())))
                .orElse("only another way would have, or an earlier remedy");
    }

    /** A cluster whose units know only their own flows forgets those of a unit that fails, whatever way packets take. */
    private String oneState(String middlebox) {
        return plan.nodes().values().stream()
                .flatMap(node -> node.middleboxes().stream())
                .filter(box ->
                        box.name().equals(middlebox) && !box.clusterTerms().sharesState())
                .map(box -> "let the units of " + box.stateGroup() + " share their state (cluster.shared-state: on)")
                .findFirst()
                .orElse(ONE_FIREWALL);
    }

    /** True if a router of the customer told the one before it of a route that it has not. */
    private boolean isDrawn(Stretch stretch) {
        boolean hasNone =
                switch (stretch.outcome()) {
                    case NO_ROUTE, NULL_ROUTE, NEXT_HOP_DOWN -> true;
                    default -> false;
                };
        return hasNone
                && owners.isCustomers(stretch.place())
                && stretch.from().stream().anyMatch(from -> plan.sessions().values().stream()
                        .anyMatch(session -> sessions.joins(session, from, stretch.place())));
    }

    private static long number(Optional<TraceEvent> event) {
        return event.map(TraceEvent::number).orElse(0L);
    }

    private static String lastWords(List<Stretch> last) {
        return last.stream().map(Stretch::sentence).distinct().collect(Collectors.joining(", and "));
    }
}
