package coldpotato.scenarios.check;

import coldpotato.core.trace.TraceEvent;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.flow.FlowDirection;
import com.google.common.base.Ascii;

/** One event of the trace in plain words, without its time. */
public final class CauseText {
    private static final String NONE = "none";

    private final FlowSides sides;

    public CauseText(Scenario scenario) {
        sides = FlowSides.of(scenario);
    }

    /** The event in words, after its time: {@code 12:25.508 ce1: ...}. */
    public String timed(TraceEvent event) {
        return TimeText.of(event.timeNanos()) + " " + of(event);
    }

    /** The event in words. */
    public String of(TraceEvent event) {
        String node = event.node();
        return switch (event.kind()) {
            case RUN_STARTED -> "the run begins with seed " + event.field("seed");
            case INJECTED -> node + " " + event.field("what");
            case REFUSED -> "Azure refuses " + node + ": " + event.field("reason") + " (" + event.field("source") + ")";
            case LINK_CHANGED -> node + " changes: " + fields(event);
            case LINK_CARRIED -> node + " is carried: " + fields(event);
            case INTERFACE_CHANGED -> node + " sees " + event.field("interface") + " go " + event.field("state");
            case CONNECTION_CHANGED -> node + ": connection " + fields(event);
            case SESSION_STATE ->
                node + ": session " + event.field("session") + " goes from " + event.field("from") + " to "
                        + event.field("to") + " by " + event.field("event");
            case SESSION_UP -> node + " has session " + event.field("session") + " up";
            case SESSION_DOWN -> sessionDown(event);
            case MESSAGE_SENT -> node + " sends " + event.field("message") + " on " + event.field("session");
            case MESSAGE_RECEIVED -> node + " receives " + event.field("message") + " on " + event.field("session");
            case PREFIX_LIMIT -> prefixLimit(event);
            case PEER_FAULT ->
                node + " finds a fault on " + event.field("session") + ": " + event.field("fault") + "; "
                        + event.field("reaction");
            case BFD_STATE ->
                node + ": BFD on " + event.field("session") + " goes from " + event.field("from") + " to "
                        + event.field("to") + ", " + event.field("diagnostic");
            case ROUTE_REFUSED ->
                node + " refuses " + event.field("prefix") + " on " + event.field("session") + " by "
                        + event.field("rule");
            case BEST_PATH -> bestPath(event);
            case ROUTE_CHANGED -> routes(event, " routes ", " has no route any more to ");
            case FIB_CHANGED -> routes(event, " sends packets for ", " cannot forward any more to ");
            case MIDDLEBOX -> node + ": " + event.field("what");
            case FLOW_CHANGED -> flows(event);
            case LOAD_CHANGED -> "load: " + event.field("now");
            case LIMIT_REACHED -> "the run " + event.field("outcome");
        };
    }

    private static String prefixLimit(TraceEvent event) {
        String heard = event.node() + " hears " + event.field("prefixes") + " prefixes on " + event.field("session");
        String limit = " its limit of " + event.field("allowed");
        return heard + (event.field("state").equals("exceeded") ? ", beyond" + limit : ", within" + limit + " again");
    }

    private static String sessionDown(TraceEvent event) {
        String detail = event.field("detail");
        String reason = event.field("reason");
        return event.node() + " takes session " + event.field("session") + " down: " + reason
                + (detail.isEmpty() || detail.equals(reason) ? "" : " (" + detail + ")");
    }

    private static String bestPath(TraceEvent event) {
        String after = event.field("after");
        return after.isEmpty()
                ? event.node() + " has no path left to " + event.field("prefix")
                : event.node() + " takes " + after + " to " + event.field("prefix");
    }

    private static String routes(TraceEvent event, String some, String none) {
        String nextHops = event.field("next-hops");
        return nextHops.equals(NONE)
                ? event.node() + none + event.field("prefix")
                : event.node() + some + event.field("prefix") + " to " + nextHops;
    }

    private String flows(TraceEvent event) {
        FlowDirection direction = FlowDirection.valueOf(Ascii.toUpperCase(event.field("direction")));
        return event.node() + " " + sides.text(event.node(), direction) + ": " + event.field("changed")
                + " flows change; now " + event.field("now");
    }

    private static String fields(TraceEvent event) {
        StringBuilder text = new StringBuilder();
        event.fields().forEach((name, value) -> text.append(text.length() == 0 ? "" : ", ")
                .append(name)
                .append(' ')
                .append(value));
        return text.toString();
    }
}
