package coldpotato.scenarios.check;

import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.outage.Causes;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Why something happened, in words: the events from what was done to the network down to it; see {@link Causes}. */
public final class CauseChain {
    /** What stands between two events of a chain in words. */
    public static final String ARROW = " -> ";

    private final Causes causes;
    private final CauseText text;
    private final Consumer<ImmutableList<TraceEvent>> told;

    public CauseChain(Scenario scenario, SimulatedNetwork network) {
        this(scenario, network, chain -> {});
    }

    /** @param told gets each chain that is told, in full */
    CauseChain(Scenario scenario, SimulatedNetwork network, Consumer<ImmutableList<TraceEvent>> told) {
        this.told = told;
        causes = new Causes(network.trace(), network.planEver());
        text = new CauseText(scenario);
    }

    /** All causes of an event, the first one first and the event itself last. */
    public ImmutableList<TraceEvent> of(TraceEvent event) {
        return causes.of(event);
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
}
