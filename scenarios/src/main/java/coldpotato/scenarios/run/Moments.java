package coldpotato.scenarios.run;

import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.scenarios.check.CauseText;
import coldpotato.scenarios.file.Scenario;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Picks what mattered from a trace: what was done to the network, what Azure refused, sessions that went down or came up,
 * flows that changed. While the network starts, only the last word is told.
 */
final class Moments {
    private static final int MOMENTS_MAX = 500;

    private final CauseText text;
    private final ImmutableList.Builder<Moment> moments = ImmutableList.builder();
    private final Map<String, TraceEvent> startFlows = new LinkedHashMap<>();
    private int sessionsUp;
    private long sessionsUpNanos;
    private boolean started;
    private int count;
    private int left;

    private Moments(Scenario scenario) {
        text = new CauseText(scenario);
    }

    static ImmutableList<Moment> of(Scenario scenario, Trace trace) {
        Moments moments = new Moments(scenario);
        trace.events().forEach(moments::add);
        return moments.finish();
    }

    private void add(TraceEvent event) {
        switch (event.kind()) {
            case INJECTED, REFUSED, LIMIT_REACHED, SESSION_DOWN -> {
                endStart();
                tell(event);
            }
            case SESSION_UP -> {
                if (started) {
                    tell(event);
                } else {
                    sessionsUp++;
                    sessionsUpNanos = event.timeNanos();
                }
            }
            case FLOW_CHANGED -> {
                if (started) {
                    tell(event);
                } else {
                    startFlows.put(event.node() + event.field("direction"), event);
                }
            }
            default -> {
                // Details, which the trace has.
            }
        }
    }

    /** Sums up the start of the network. */
    private void endStart() {
        if (started) {
            return;
        }
        started = true;
        if (sessionsUp > 0) {
            moments.add(new Moment(sessionsUpNanos, sessionsUp / 2 + " sessions are up"));
        }
        startFlows.values().forEach(this::tell);
    }

    private void tell(TraceEvent event) {
        if (count++ < MOMENTS_MAX) {
            moments.add(new Moment(event.timeNanos(), text.of(event)));
        } else {
            left++;
        }
    }

    private ImmutableList<Moment> finish() {
        endStart();
        if (left > 0) {
            ImmutableList<Moment> told = moments.build();
            moments.add(new Moment(
                    told.get(told.size() - 1).timeNanos(), "and " + left + " moments more, which the trace has"));
        }
        return ImmutableList.sortedCopyOf(Comparator.comparingLong(Moment::timeNanos), moments.build());
    }
}
