package coldpotato.scenarios.review;

import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.check.CauseChain;
import coldpotato.scenarios.check.CauseText;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.review.Trigger.Kind;
import coldpotato.sim.flow.Span;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.TreeMap;

/** Goes back from what became of flows to what it came from. */
final class Triggers {
    private final Trace trace;
    private final CauseChain chains;
    private final CauseText text;
    private final ImmutableList<Trigger> deeds;
    private final Map<Long, Trigger> found = new TreeMap<>();

    Triggers(Scenario scenario, SimulatedNetwork network) {
        trace = network.trace();
        chains = new CauseChain(scenario, network);
        text = new CauseText(scenario);
        deeds = injected();
    }

    /** What a change of a flow goes back to. */
    Trigger of(Span span) {
        return span.cause() == 0
                ? new Trigger(span.fromNanos(), Kind.BEGINNING, "")
                : found.computeIfAbsent(
                        span.cause(), cause -> of(chains.of(trace.event(cause)).get(0)));
    }

    /** The same; what goes back to nothing that was done is put down to what was done last. */
    Trigger deedBefore(Span span) {
        Trigger trigger = of(span);
        return trigger.kind() == Kind.DEED
                ? trigger
                : deeds().stream()
                        .filter(deed -> deed.atNanos() <= span.fromNanos())
                        .reduce((one, later) -> later)
                        .orElse(trigger);
    }

    private Trigger of(TraceEvent first) {
        Kind kind = first.kind() == TraceKind.INJECTED ? Kind.DEED : Kind.ITSELF;
        return new Trigger(first.timeNanos(), kind, text.of(first));
    }

    /** Everything that was done to the network, in the order of time. */
    ImmutableList<Trigger> deeds() {
        return deeds;
    }

    private ImmutableList<Trigger> injected() {
        return trace.events().stream()
                .filter(event -> event.kind() == TraceKind.INJECTED)
                .map(this::of)
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The steps by which a change came about, what is known already left out.
     *
     * @param cause number of its event, 0 if it has none
     */
    ImmutableList<String> steps(long cause, Trigger known) {
        if (cause == 0) {
            return ImmutableList.of();
        }
        ImmutableList<TraceEvent> told = chains.told(trace.event(cause));
        ImmutableList.Builder<String> steps = ImmutableList.builder();
        for (int i = 0; i < told.size(); i++) {
            boolean isTrigger = i == 0 && known.covers(of(told.get(0)));
            boolean isSaid = i > 0
                    && told.get(i).kind() == TraceKind.ROUTE_CHANGED
                    && told.get(i - 1).kind() == TraceKind.BEST_PATH;
            if (!isTrigger && !isSaid) {
                steps.add(text.timed(told.get(i)));
            }
        }
        return steps.build();
    }
}
