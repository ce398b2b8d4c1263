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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why something happened: the events from what was done to the network down to it. The trace links each event to its cause,
 * but a timer that runs out because nothing came has none; there the chain goes on with what last happened to the link under
 * the session, or to its far end.
 */
public final class CauseChain {
    /** What stands between two events of a chain in words. */
    public static final String ARROW = " -> ";

    private final Trace trace;
    private final NetworkPlan plan;
    private final CauseText text;
    private final Consumer<ImmutableList<TraceEvent>> told;

    public CauseChain(Scenario scenario, SimulatedNetwork network) {
        this(scenario, network, chain -> {});
    }

    /** @param told gets each chain that is told, in full */
    CauseChain(Scenario scenario, SimulatedNetwork network, Consumer<ImmutableList<TraceEvent>> told) {
        this.told = told;
        trace = network.trace();
        plan = network.planEver();
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
        return told(event).stream().map(text::timed).collect(Collectors.joining(ARROW));
    }

    /** The chains of several events in words, one each and each in full; reports fold what they share. */
    public ImmutableList<String> texts(List<TraceEvent> events) {
        return events.stream().map(this::text).collect(ImmutableList.toImmutableList());
    }

    /** The chain without steps between that say nothing new. */
    public ImmutableList<TraceEvent> told(TraceEvent event) {
        ImmutableList<TraceEvent> chain = of(event);
        told.accept(chain);
        ImmutableList.Builder<TraceEvent> steps = ImmutableList.builder();
        for (int i = 0; i < chain.size(); i++) {
            if (i == chain.size() - 1 || isTold(chain, i)) {
                steps.add(chain.get(i));
            }
        }
        return steps.build();
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
