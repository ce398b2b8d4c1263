package coldpotato.scenarios.outage;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the time of an outage, or of several, went by with, to the nanosecond: within an outage legs follow each other without gap,
 * so that the phases add up to the whole.
 *
 * @param legs in the order of time, none empty, none into the next
 */
public record Budget(ImmutableList<Leg> legs) {

    public Budget {
        for (int i = 1; i < legs.size(); i++) {
            checkArgument(legs.get(i - 1).toNanos() <= legs.get(i).fromNanos(), "legs overlap: %s", legs);
        }
    }

    /** What went by with a phase. */
    public long nanos(Phase phase) {
        return legs.stream()
                .filter(leg -> leg.phase() == phase)
                .mapToLong(Leg::nanos)
                .sum();
    }

    public long totalNanos() {
        return legs.stream().mapToLong(Leg::nanos).sum();
    }

    /** The phases that took time, in the order of their kinds. */
    public ImmutableMap<Phase, Long> phases() {
        Map<Phase, Long> phases = new EnumMap<>(Phase.class);
        legs.forEach(leg -> phases.merge(leg.phase(), leg.nanos(), Long::sum));
        return ImmutableMap.copyOf(phases);
    }

    /** The leg that took longest; of several the first. */
    public Leg longest() {
        return legs.stream().max(Comparator.comparingLong(Leg::nanos)).orElseThrow();
    }

    /** What of it lies in a stretch of time. */
    public Budget within(long fromNanos, long toNanos) {
        return new Budget(legs.stream()
                .map(leg -> leg.within(fromNanos, toNanos))
                .filter(leg -> leg.nanos() > 0)
                .collect(ImmutableList.toImmutableList()));
    }

    /** The phases in words: {@code 2m27.644s detection, 1ms propagation, 15s programming}. */
    @Override
    public String toString() {
        return phases().entrySet().stream()
                .map(phase -> Durations.format(phase.getValue()) + " "
                        + phase.getKey().text())
                .collect(Collectors.joining(", "));
    }
}
