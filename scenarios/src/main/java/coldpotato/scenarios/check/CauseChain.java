package coldpotato.scenarios.check;

import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SessionPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why something happened: the events from what was done to the network down to it. The trace links each event to its cause,
 * but a timer that runs out because nothing came has none; there the chain goes on with what last happened to the link under
 * the session, or to its far end.
 */
public final class CauseChain {
    private final Trace trace;
    private final NetworkPlan plan;
    private final CauseText text;

    public CauseChain(Scenario scenario, SimulatedNetwork network) {
        trace = network.trace();
        plan = network.plan();
        text = new CauseText(scenario);
    }

    /** All causes of an event, the first one first and the event itself last. */
    public ImmutableList<TraceEvent> of(TraceEvent event) {
        List<TraceEvent> chain = new ArrayList<>(trace.causesOf(event));
        while (isSilence(chain.get(0))) {
            TraceEvent fault = lastChangeUnder(chain.get(0));
            if (fault == null) {
                break;
            }
            chain.addAll(0, trace.causesOf(fault));
        }
        return ImmutableList.copyOf(chain);
    }

    /** The chain in words, each event with its time; steps between that say nothing new are left out. */
    public String text(TraceEvent event) {
        return words(told(event));
    }

    /** The chains of several events in words, one each; a chain that begins like the one before it begins with dots. */
    public ImmutableList<String> texts(List<TraceEvent> events) {
        ImmutableList.Builder<String> texts = ImmutableList.builder();
        List<TraceEvent> before = ImmutableList.of();
        for (TraceEvent event : events) {
            List<TraceEvent> told = told(event);
            int shared = shared(before, told);
            texts.add(shared == 0 ? words(told) : "... -> " + words(told.subList(shared, told.size())));
            before = told;
        }
        return texts.build();
    }

    /** How many events at the beginning of both are the same; the last one never counts. */
    private static int shared(List<TraceEvent> one, List<TraceEvent> other) {
        int shared = 0;
        while (shared < one.size()
                && shared < other.size() - 1
                && one.get(shared).equals(other.get(shared))) {
            shared++;
        }
        return shared;
    }

    private String words(List<TraceEvent> told) {
        return told.stream().map(text::timed).collect(Collectors.joining(" -> "));
    }

    private List<TraceEvent> told(TraceEvent event) {
        List<TraceEvent> chain = of(event);
        List<TraceEvent> told = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            if (i == chain.size() - 1 || isTold(chain, i)) {
                told.add(chain.get(i));
            }
        }
        return told;
    }

    /** True if something that was done to the network from outside stands at the beginning of the chain. */
    public boolean isInjected(TraceEvent event) {
        return of(event).get(0).kind() == TraceKind.INJECTED;
    }

    private static boolean isTold(List<TraceEvent> chain, int at) {
        TraceKind next = chain.get(at + 1).kind();
        return switch (chain.get(at).kind()) {
            case LINK_CHANGED -> at == 0;
            case SESSION_STATE, CONNECTION_CHANGED, MESSAGE_SENT, MESSAGE_RECEIVED -> false;
            case ROUTE_CHANGED ->
                next != TraceKind.FIB_CHANGED && at > 0 && chain.get(at - 1).kind() != TraceKind.BEST_PATH;
            default -> true;
        };
    }

    private static boolean isSilence(TraceEvent first) {
        return switch (first.kind()) {
            case SESSION_STATE, SESSION_UP, SESSION_DOWN, BFD_STATE -> first.cause() == 0;
            default -> false;
        };
    }

    /** What was last done to the link under a session, or to its far end, before an event of it; null if nothing was. */
    private TraceEvent lastChangeUnder(TraceEvent event) {
        SessionPlan session = plan.sessions().get(event.field("session"));
        if (session == null) {
            return null;
        }
        ImmutableSet<String> under = Stream.concat(
                        Stream.of(session.nodeA(), session.nodeB()),
                        Stream.of(session.a(), session.b()).flatMap(end -> end.interfaceName().stream()))
                .collect(ImmutableSet.toImmutableSet());
        for (long number = event.number() - 1; number > 0; number--) {
            TraceEvent candidate = trace.event(number);
            boolean done = candidate.kind() == TraceKind.LINK_CHANGED && candidate.cause() != 0
                    || candidate.kind() == TraceKind.INJECTED;
            if (done && under.contains(candidate.node())) {
                return candidate;
            }
        }
        return null;
    }
}
