package coldpotato.sim.flow;

import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The flows of a group that changed in one instant, told as one event for each direction and cause. */
final class FlowChanges {
    private final GroupFlows flows;
    private final Map<FlowDirection, Map<Long, Integer>> changed = new EnumMap<>(FlowDirection.class);
    private final BitSet flowsChanged = new BitSet();

    FlowChanges(GroupFlows flows) {
        this.flows = flows;
    }

    void add(Track track, int flow) {
        flowsChanged.set(flow);
        changed.computeIfAbsent(track.direction, direction -> new TreeMap<>())
                .merge(track.causeOf(flow), 1, Integer::sum);
    }

    boolean isEmpty() {
        return flowsChanged.isEmpty();
    }

    /** The flows that changed in either direction, in order. */
    IntStream flows() {
        return flowsChanged.stream();
    }

    void record(long nowNanos, TraceSink trace) {
        if (!trace.wants(TraceKind.FLOW_CHANGED)) {
            return;
        }
        changed.forEach((direction, byCause) -> byCause.forEach((cause, count) -> {
            trace.because(cause);
            trace.record(
                    nowNanos,
                    flows.group().name(),
                    TraceKind.FLOW_CHANGED,
                    "direction",
                    direction.text(),
                    "changed",
                    count + " of " + flows.group().count(),
                    "now",
                    flows.outcomesOfWays(direction, nowNanos).entrySet().stream()
                            .map(outcome -> outcome.getValue() + " " + outcome.getKey())
                            .collect(Collectors.joining(", ")));
        }));
    }
}
