package coldpotato.scenarios.outage;

import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;

/** What would have had a BGP session notice sooner, or come up sooner, from how its two ends are set. */
final class SessionAdvice {
    private static final String BFD = "expressroute-bfd.md";
    private static final String RESET = "expressroute-howto-reset-peering.md";

    /** 300 ms times 3 (expressroute-bfd.md). */
    private static final long BFD_FASTEST_NANOS = Durations.millis(900);

    private final Trace trace;
    private final NetworkPlan plan;
    private final Owners owners;

    SessionAdvice(Trace trace, NetworkPlan plan, Owners owners) {
        this.trace = trace;
        this.plan = plan;
        this.owners = owners;
    }

    /** A session went down, and that took some time. */
    Advice down(Leg leg) {
        Optional<SessionPlan> known = session(leg);
        String reason = leg.until().map(event -> event.field("event")).orElse("");
        if (known.isEmpty() || !reason.startsWith("HoldTimer")) {
            return new Advice(leg.phase(), 0, 0, leg.where() + " noticed no sooner", ImmutableList.of());
        }
        SessionPlan session = known.get();
        return advice(
                leg,
                session,
                "the hold time of " + session.name() + ", " + Durations.format(holdNanos(session))
                        + ", had to run out at " + leg.where());
    }

    /** Nobody noticed until something was done; empty if no session is on the link. */
    Optional<Advice> unnoticed(Leg leg, String until, String link) {
        return plan.sessions().values().stream()
                .filter(session -> Stream.of(session.a(), session.b())
                        .anyMatch(end -> end.interfaceName().equals(Optional.of(link))))
                .filter(session -> !wentDown(session, leg))
                .findFirst()
                .map(session -> advice(leg, session, until + " nobody had noticed"));
    }

    private boolean wentDown(SessionPlan session, Leg leg) {
        return trace.events().stream()
                .anyMatch(event -> event.kind() == TraceKind.SESSION_DOWN
                        && event.field("session").equals(session.name())
                        && event.timeNanos() >= leg.fromNanos()
                        && event.timeNanos() < leg.toNanos());
    }

    private Advice advice(Leg leg, SessionPlan session, String before) {
        ImmutableList<String> without = Stream.of(session.nodeA(), session.nodeB())
                .filter(node -> end(session, node).bfd().isEmpty())
                .collect(ImmutableList.toImmutableList());
        if (without.isEmpty()) {
            return said(leg, before + ", because its BFD was not up");
        }
        if (owners.isForeign(session)) {
            return said(leg, before + owners.remark(false, session.provenance(), "", "hold-time", "bfd"));
        }
        if (!without.stream().allMatch(node -> owners.isCustomers(node) || owners.isMsee(node))) {
            return said(
                    leg,
                    before + ": agree on a shorter one from the customer's side, because the lower one counts and"
                            + " Microsoft's end has no BFD");
        }
        return bfd(leg, session, without, before);
    }

    private Advice bfd(Leg leg, SessionPlan session, ImmutableList<String> without, String before) {
        String cure = before + ": turn BFD on at " + String.join(" and ", without)
                + (without.size() == 1 ? ", as the other end has it" : "") + "; it notices in "
                + Durations.format(detectionNanos(session));
        return without.stream().allMatch(owners::isCustomers)
                ? said(leg, cure, BFD)
                : said(leg, cure + ", and Microsoft's end has it once the peering is reset", BFD, RESET);
    }

    /** BFD noticed. */
    Advice bfd(Leg leg) {
        return session(leg)
                .map(session -> detectionNanos(session) > BFD_FASTEST_NANOS
                        ? said(
                                leg,
                                "BFD noticed after " + Durations.format(detectionNanos(session))
                                        + ": shorten its interval to 300ms, the least that Microsoft's edge takes",
                                BFD)
                        : said(leg, "BFD noticed, as fast as Microsoft's edge lets it", BFD))
                .orElseGet(() -> said(leg, "BFD noticed"));
    }

    /** What sessions waited for that had to come up again. */
    String establishment(Leg leg) {
        return session(leg)
                .map(session -> session.name() + " came up again as its timers had it: up to "
                        + Durations.format(Math.max(
                                session.a().timers().idleHoldNanos(),
                                session.b().timers().idleHoldNanos()))
                        + " in Idle at first, and a try every "
                        + Durations.format(Math.max(
                                session.a().timers().connectRetryNanos(),
                                session.b().timers().connectRetryNanos())))
                .orElse("links and sessions came up again as their timers had it");
    }

    /** True if a session is between these two. */
    boolean joins(SessionPlan session, String one, String other) {
        return session.nodeA().equals(one) && session.nodeB().equals(other)
                || session.nodeA().equals(other) && session.nodeB().equals(one);
    }

    /** The settings of a node's end. */
    PeerConfig end(SessionPlan session, String node) {
        return session.nodeA().equals(node) ? session.a() : session.b();
    }

    private Optional<SessionPlan> session(Leg leg) {
        return leg.until()
                .map(event -> event.field("session"))
                .flatMap(name -> Optional.ofNullable(plan.sessions().get(name)));
    }

    private static long holdNanos(SessionPlan session) {
        return Math.min(session.a().timers().holdNanos(), session.b().timers().holdNanos());
    }

    /** How long BFD takes that both ends have, an end without it as Microsoft's has it; the slower end sets the pace. */
    private static long detectionNanos(SessionPlan session) {
        BfdTimers a = session.a().bfd().orElse(BfdTimers.DEFAULT);
        BfdTimers b = session.b().bfd().orElse(BfdTimers.DEFAULT);
        return Math.max(
                Math.max(a.desiredMinTxNanos(), b.requiredMinRxNanos()) * a.detectMult(),
                Math.max(b.desiredMinTxNanos(), a.requiredMinRxNanos()) * b.detectMult());
    }

    private static Advice said(Leg leg, String text, String... sources) {
        return new Advice(leg.phase(), 0, 0, text, ImmutableList.copyOf(sources));
    }
}
