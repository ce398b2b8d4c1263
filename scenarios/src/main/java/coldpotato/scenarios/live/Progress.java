package coldpotato.scenarios.live;

import coldpotato.core.trace.TraceEvent;
import coldpotato.scenarios.check.CauseText;
import coldpotato.scenarios.file.Scenario;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Tells of what matters in a trace as it grows: what is done to the network, sessions, flows. */
final class Progress {
    private final CauseText text;
    private final Consumer<String> teller;
    private int known;

    /** @param teller takes one line at a time */
    Progress(Scenario scenario, Consumer<String> teller) {
        this.text = new CauseText(scenario);
        this.teller = teller;
    }

    /** What came since the last time, of all that there is; a copy. */
    ImmutableList<TraceEvent> news(List<TraceEvent> events) {
        ImmutableList<TraceEvent> news = ImmutableList.copyOf(events.subList(known, events.size()));
        known = events.size();
        return news;
    }

    /** @param hidden those of which nobody can know that they are true */
    void tell(ImmutableList<TraceEvent> news, Predicate<TraceEvent> hidden) {
        news.stream()
                .filter(Progress::matters)
                .filter(hidden.negate())
                .map(text::timed)
                .forEach(teller);
    }

    private static boolean matters(TraceEvent event) {
        return switch (event.kind()) {
            case INJECTED, REFUSED, SESSION_UP, SESSION_DOWN, PREFIX_LIMIT, FLOW_CHANGED, LIMIT_REACHED -> true;
            default -> false;
        };
    }
}
