package coldpotato.scenarios.live;

import coldpotato.core.trace.TraceEvent;
import coldpotato.scenarios.check.CauseText;
import coldpotato.scenarios.file.Scenario;
import java.util.List;
import java.util.function.Consumer;

/** Tells of what matters in a trace as it grows: what is done to the network, sessions, flows. */
final class Progress {
    private final CauseText text;
    private final Consumer<String> teller;
    private int told;

    /** @param teller takes one line at a time */
    Progress(Scenario scenario, Consumer<String> teller) {
        this.text = new CauseText(scenario);
        this.teller = teller;
    }

    /** Tells of the events that came since the last time. */
    void tell(List<TraceEvent> events) {
        while (told < events.size()) {
            TraceEvent event = events.get(told++);
            if (matters(event)) {
                teller.accept(text.timed(event));
            }
        }
    }

    private static boolean matters(TraceEvent event) {
        return switch (event.kind()) {
            case INJECTED, REFUSED, SESSION_UP, SESSION_DOWN, FLOW_CHANGED, LIMIT_REACHED -> true;
            default -> false;
        };
    }
}
