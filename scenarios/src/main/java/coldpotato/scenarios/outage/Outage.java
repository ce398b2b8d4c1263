package coldpotato.scenarios.outage;

import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A time in which packets of some flows of a group did not arrive, without a break.
 *
 * @param group name of the flows
 * @param flows how many of them
 * @param fromNanos its first instant
 * @param toNanos the instant from which on everything arrives again, or the end of the run
 * @param over false if the run ended first
 * @param stretches what became of the packets, in the order of time; those of two directions overlap
 * @param beginning the causes of what began it, the first one first; empty if it was so from the flows' beginning
 * @param ending the causes of what ended it, the first one first; empty if it was not over
 * @param budget what the time went by with
 */
public record Outage(
        String group,
        int flows,
        long fromNanos,
        long toNanos,
        boolean over,
        ImmutableList<Stretch> stretches,
        ImmutableList<TraceEvent> beginning,
        ImmutableList<TraceEvent> ending,
        Budget budget) {

    public long nanos() {
        return toNanos - fromNanos;
    }

    /** What was done to the network that began it; empty if nothing was, or if the trace does not tell. */
    public Optional<TraceEvent> fault() {
        return injected(beginning);
    }

    /** What was done to the network while it lasted that ended it; empty if the network got over it alone, or did not. */
    public Optional<TraceEvent> cure() {
        return injected(ending).filter(event -> event.timeNanos() > fromNanos);
    }

    private static Optional<TraceEvent> injected(ImmutableList<TraceEvent> causes) {
        return causes.stream()
                .limit(1)
                .filter(first -> first.kind() == TraceKind.INJECTED)
                .findFirst();
    }

    /** True if the two are alike in all but the number of flows and the names of events. */
    boolean isLike(Outage other) {
        return fromNanos == other.fromNanos
                && toNanos == other.toNanos
                && over == other.over
                && areAlike(stretches, other.stretches)
                && fault().equals(other.fault())
                && cure().equals(other.cure())
                && budget.phases().equals(other.budget.phases());
    }

    private static boolean areAlike(ImmutableList<Stretch> some, ImmutableList<Stretch> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> some.get(i).isAsLongAs(others.get(i)));
    }

    /** The same of more flows. */
    Outage with(int more) {
        return new Outage(group, flows + more, fromNanos, toNanos, over, stretches, beginning, ending, budget);
    }

    /** How many, how long and by what: {@code 245 of app out for 2m42.645s: 2m27.644s detection, ...}. */
    @Override
    public String toString() {
        return flows + " of " + group + " out for " + Durations.format(nanos()) + ": " + budget;
    }
}
