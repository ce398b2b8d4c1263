package coldpotato.scenarios.check;

import coldpotato.bgp.speaker.DownReason;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.file.Within;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SessionPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a session goes down and comes up, by the trace. Both ends count: the first such event of each after the reference has to
 * lie in the range. An end whose node lost its power tells nothing and does not count.
 *
 * <p>The reason that is claimed must be that of the end which noticed. An end that was merely told by the other, by a
 * NOTIFICATION or by the end of the connection, need not say the same.
 */
final class SessionEvents {
    private static final int STORY_MAX = 6;
    private static final ImmutableSet<String> TOLD_BY_THE_OTHER =
            ImmutableSet.of(DownReason.NOTIFICATION.text(), DownReason.CONNECTION_CLOSED.text());

    private final RunRecord run;
    private final String session;
    private final ImmutableSet<String> ends;

    SessionEvents(RunRecord run, String session) {
        this.run = run;
        this.session = session;
        this.ends = ends(run.network(), run.network().planEver(), session);
    }

    /** The nodes at both ends of a session that speak, none if it is no longer part of the network. */
    static ImmutableSet<String> ends(SimulatedNetwork network, String session) {
        return ends(network, network.plan(), session);
    }

    private static ImmutableSet<String> ends(SimulatedNetwork network, NetworkPlan plan, String session) {
        SessionPlan found = plan.sessions().get(session);
        return found == null
                ? ImmutableSet.of()
                : Stream.of(found.nodeA(), found.nodeB())
                        .filter(network.network()::hasSpeaker)
                        .collect(ImmutableSet.toImmutableSet());
    }

    Finding down(Within claim, long afterNanos, Optional<String> because) {
        List<TraceEvent> events = firstOfEachEnd(TraceKind.SESSION_DOWN, afterNanos);
        boolean inTime = isInTime(events, claim, afterNanos, TraceKind.SESSION_DOWN);
        boolean forTheReason = because.isEmpty() || isFor(events, because.get());
        return new Finding(
                        inTime && forTheReason, text(events, claim, afterNanos, TraceKind.SESSION_DOWN), chains(events))
                .measuring(measures("down", events, afterNanos));
    }

    Finding up(Within claim, long afterNanos) {
        List<TraceEvent> events = firstOfEachEnd(TraceKind.SESSION_UP, afterNanos);
        return new Finding(
                        isInTime(events, claim, afterNanos, TraceKind.SESSION_UP),
                        text(events, claim, afterNanos, TraceKind.SESSION_UP),
                        chains(events))
                .measuring(measures("up", events, afterNanos));
    }

    private static Measure[] measures(String word, List<TraceEvent> events, long afterNanos) {
        return events.stream()
                .map(event -> Measure.nanos(word + " at " + event.node(), event.timeNanos() - afterNanos))
                .toArray(Measure[]::new);
    }

    private List<TraceEvent> firstOfEachEnd(TraceKind kind, long afterNanos) {
        List<TraceEvent> first = new ArrayList<>();
        for (String end : ends) {
            events(kind, afterNanos)
                    .filter(event -> event.node().equals(end))
                    .findFirst()
                    .ifPresent(first::add);
        }
        return first;
    }

    private Stream<TraceEvent> events(TraceKind kind, long fromNanos) {
        return run.network().trace().events().stream()
                .filter(event -> event.kind() == kind
                        && event.timeNanos() >= fromNanos
                        && event.field("session").equals(session));
    }

    private boolean isInTime(List<TraceEvent> events, Within claim, long afterNanos, TraceKind kind) {
        boolean allTold = events.size() == ends.size()
                || (kind == TraceKind.SESSION_DOWN
                        && ends.stream()
                                                .filter(end -> isSilent(end, afterNanos))
                                                .count()
                                        + events.size()
                                == ends.size());
        return !events.isEmpty()
                && allTold
                && events.stream().allMatch(event -> claim.range().contains(event.timeNanos() - afterNanos));
    }

    /** True if an end did not say that it went down, and yet came up again: its node was off. */
    private boolean isSilent(String end, long afterNanos) {
        return events(TraceKind.SESSION_DOWN, afterNanos)
                        .noneMatch(event -> event.node().equals(end))
                && events(TraceKind.SESSION_UP, afterNanos)
                        .anyMatch(event -> event.node().equals(end));
    }

    private static boolean isFor(List<TraceEvent> events, String because) {
        String claimed = Ascii.toLowerCase(because);
        return events.stream().anyMatch(event -> reason(event).contains(claimed))
                && events.stream()
                        .allMatch(event ->
                                reason(event).contains(claimed) || TOLD_BY_THE_OTHER.contains(event.field("reason")));
    }

    private static String reason(TraceEvent event) {
        return Ascii.toLowerCase(event.field("reason") + " (" + event.field("detail") + ")");
    }

    private String text(List<TraceEvent> events, Within claim, long afterNanos, TraceKind kind) {
        String word = kind == TraceKind.SESSION_DOWN ? "down" : "up";
        if (events.isEmpty()) {
            return "never " + word + " after " + claim.after();
        }
        return word + " "
                + events.stream()
                        .map(event ->
                                Durations.format(event.timeNanos() - afterNanos) + " after " + claim.after() + " at "
                                        + event.node()
                                        + (kind == TraceKind.SESSION_DOWN ? " by " + event.field("reason") : ""))
                        .collect(Collectors.joining(", "));
    }

    private ImmutableList<String> chains(List<TraceEvent> events) {
        return run.causes().texts(events);
    }

    /** What happened to the session up to the end of a period, the last of it. */
    ImmutableList<String> story(Period period) {
        ImmutableList<TraceEvent> all = run.network().trace().events().stream()
                .filter(event -> (event.kind() == TraceKind.SESSION_DOWN || event.kind() == TraceKind.SESSION_UP)
                        && event.timeNanos() <= period.toNanos()
                        && event.field("session").equals(session))
                .collect(ImmutableList.toImmutableList());
        return chains(all.subList(Math.max(0, all.size() - STORY_MAX), all.size()));
    }
}
