package coldpotato.scenarios.outage;

import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.flow.Span;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides the time of an outage by the chain of causes of what ended it. */
final class Reckoning {
    private final Transit transit;

    Reckoning(Transit transit) {
        this.transit = transit;
    }

    /** An outage that was not over. */
    static Budget lasting(long fromNanos, long toNanos) {
        return new Budget(ImmutableList.of(new Leg(Phase.LASTING, fromNanos, toNanos, "", Optional.empty())));
    }

    /**
     * An outage that is over.
     *
     * @param fromNanos when it began
     * @param chain the causes of what ended it, the first one first; empty if there is none
     * @param toNanos when it ended
     */
    Budget over(long fromNanos, ImmutableList<TraceEvent> chain, long toNanos) {
        return new Budget(ImmutableList.copyOf(legs(fromNanos, chain, toNanos))).within(fromNanos, toNanos);
    }

    /**
     * An outage that was over when the ends of the flow opened it anew, because the network was whole and middleboxes had no state
     * for it.
     *
     * @param fromNanos when it began
     * @param chain the causes of how packets fared last, the first one first; empty if there is none
     * @param last how packets fared last
     * @param toNanos when it ended
     */
    Budget reopened(long fromNanos, ImmutableList<TraceEvent> chain, Span last, long toNanos) {
        long whole = Math.max(fromNanos, last.fromNanos());
        ImmutableList.Builder<Leg> legs = ImmutableList.builder();
        if (whole > fromNanos) {
            legs.addAll(over(fromNanos, chain, whole).legs());
        }
        return new Budget(
                legs.add(new Leg(Phase.REOPENING, whole, toNanos, last.walk().place(), Optional.empty()))
                        .build());
    }

    private List<Leg> legs(long fromNanos, ImmutableList<TraceEvent> chain, long toNanos) {
        List<Leg> legs = new ArrayList<>();
        if (chain.isEmpty()) {
            legs.add(new Leg(Phase.UNEXPLAINED, fromNanos, toNanos, "", Optional.empty()));
            return legs;
        }
        before(fromNanos, chain.get(0)).ifPresent(legs::add);
        boolean cured = chain.get(0).timeNanos() > fromNanos;
        for (int i = 1; i < chain.size(); i++) {
            legs.addAll(transit.legs(chain.get(i - 1), chain.get(i), cured));
        }
        legs.addAll(after(chain.get(chain.size() - 1), toNanos));
        return legs;
    }

    /** What the outage waited for until the first event of the chain. */
    private static Optional<Leg> before(long fromNanos, TraceEvent first) {
        if (first.timeNanos() <= fromNanos) {
            return Optional.empty();
        }
        return Optional.of(new Leg(phaseBefore(first), fromNanos, first.timeNanos(), first.node(), Optional.of(first)));
    }

    private static Phase phaseBefore(TraceEvent first) {
        if (first.kind() == TraceKind.INJECTED) {
            return Phase.REPAIR;
        }
        if (Causes.isSilence(first)) {
            return Causes.isLoss(first) ? Phase.DETECTION : Phase.ESTABLISHMENT;
        }
        return Phase.UNEXPLAINED;
    }

    /** From the last event to the end of the outage: power comes back, or a forwarding table is programmed. */
    private static ImmutableList<Leg> after(TraceEvent event, long toNanos) {
        long begin =
                Transit.powerBackNanos(event).filter(back -> back <= toNanos).orElse(event.timeNanos());
        return ImmutableList.of(
                new Leg(Phase.REPAIR, event.timeNanos(), begin, event.node(), Optional.empty()),
                new Leg(Phase.PROGRAMMING, begin, toNanos, event.node(), Optional.empty()));
    }
}
