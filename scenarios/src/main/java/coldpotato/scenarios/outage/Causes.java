package coldpotato.scenarios.outage;

import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.PlanNames;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chains of causes. The trace links each event to its cause, but a timer that runs out because nothing came has none; there the
 * chain goes on with what last happened to the link under the session, or to its far end.
 */
public final class Causes {
    private final Trace trace;
    private final NetworkPlan plan;
    private final PlanNames names;

    /** @param plan all that the network had at some time */
    public Causes(Trace trace, NetworkPlan plan) {
        this.trace = trace;
        this.plan = plan;
        names = new PlanNames(plan);
    }

    /** All causes of an event, the first one first and the event itself last. */
    public ImmutableList<TraceEvent> of(TraceEvent event) {
        return of(event, Long.MAX_VALUE);
    }

    /**
     * The same for the end of an outage: a timer that ran out during it is put down to the first change under its session since
     * the outage began, if there was one, because that is when the silence began that mattered.
     */
    ImmutableList<TraceEvent> of(TraceEvent event, long sinceNanos) {
        List<TraceEvent> chain = new ArrayList<>(trace.causesOf(event));
        while (isSilence(chain.get(0))) {
            Optional<TraceEvent> fault = changeUnder(chain.get(0), sinceNanos);
            if (fault.isEmpty()) {
                break;
            }
            chain.addAll(0, trace.causesOf(fault.get()));
        }
        return ImmutableList.copyOf(chain);
    }

    /** True if a timer ran out, or something else happened of which the trace knows no cause, to a session. */
    static boolean isSilence(TraceEvent first) {
        return switch (first.kind()) {
            case SESSION_STATE, SESSION_UP, SESSION_DOWN, BFD_STATE -> first.cause() == 0;
            default -> false;
        };
    }

    /** True if a session or what watches it went down with this event, rather than up. */
    static boolean isLoss(TraceEvent event) {
        return switch (event.kind()) {
            case SESSION_STATE -> event.field("from").equals("Established");
            case SESSION_DOWN -> true;
            case BFD_STATE -> event.field("to").equals("down");
            case INTERFACE_CHANGED -> event.field("state").equals("down");
            default -> false;
        };
    }

    /** What was last done to the link under a session, or to its far end; or first, if the session was lost in an outage. */
    private Optional<TraceEvent> changeUnder(TraceEvent event, long sinceNanos) {
        SessionPlan session = plan.sessions().get(event.field("session"));
        if (session == null) {
            return Optional.empty();
        }
        ImmutableSet<String> under = under(session);
        Optional<TraceEvent> found = Optional.empty();
        for (long number = event.number() - 1; number > 0; number--) {
            TraceEvent candidate = trace.event(number);
            if (found.isPresent() && (!isLoss(event) || candidate.timeNanos() < sinceNanos)) {
                break;
            }
            if (isDone(candidate) && touches(candidate, under)) {
                found = Optional.of(candidate);
            }
        }
        return found.isPresent() || isLoss(event) ? found : lastDone(event, sinceNanos);
    }

    /** A session that tries again and again succeeds because of what was done in the meantime, wherever that was. */
    private Optional<TraceEvent> lastDone(TraceEvent event, long sinceNanos) {
        for (long number = event.number() - 1; number > 0; number--) {
            TraceEvent candidate = trace.event(number);
            if (candidate.timeNanos() < sinceNanos) {
                return Optional.empty();
            }
            if (candidate.kind() == TraceKind.INJECTED) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static ImmutableSet<String> under(SessionPlan session) {
        return Stream.of(
                        Stream.of(session.name(), session.nodeA(), session.nodeB()),
                        Stream.of(session.a(), session.b()).flatMap(end -> end.interfaceName().stream()))
                .flatMap(names -> names)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static boolean isDone(TraceEvent event) {
        return event.kind() == TraceKind.LINK_CHANGED && event.cause() != 0 || event.kind() == TraceKind.INJECTED;
    }

    private boolean touches(TraceEvent event, ImmutableSet<String> under) {
        String name = event.node();
        return under.contains(name)
                || event.kind() == TraceKind.INJECTED
                        && Stream.of(names.links(name), names.nodes(name), names.sessions(name))
                                .anyMatch(meant -> meant.stream().anyMatch(under::contains));
    }
}
