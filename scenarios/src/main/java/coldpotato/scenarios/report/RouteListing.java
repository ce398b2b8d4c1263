package coldpotato.scenarios.report;

import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.report.Table.Column;
import coldpotato.sim.node.CandidateRoute;
import coldpotato.sim.node.FibEntry;
import coldpotato.sim.node.RouteAction;
import coldpotato.sim.node.RouteSource;
import coldpotato.sim.node.SelectedRoute;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** {@code show routes}: the routing table, with the codes that engineers know from {@code show ip route}. */
public final class RouteListing {
    private RouteListing() {}

    /** One page. */
    public static ImmutableList<View> views(NodeState state) {
        Table table = table();
        state.router().table().selected().forEach(route -> rows(table, state, route));
        return ImmutableList.of(new Page(
                "routes",
                table,
                "Codes: L local address, C connected, A hosts attached, S static, U user-defined, B BGP, F fed by another"
                        + " node's BGP, O IGP, Y system",
                "       > used, * programmed; [distance/metric]",
                ""));
    }

    static Table table() {
        return new Table(
                Column.text("", ""),
                Column.textForPrograms("source"),
                Column.text("prefix", ""),
                Column.text("", ""),
                Column.numberForPrograms("distance"),
                Column.numberForPrograms("metric"),
                Column.text("target", ""),
                Column.text("age", ""));
    }

    /** The route that is used, and after it the candidates that are not. */
    static void rows(Table table, NodeState state, SelectedRoute used) {
        String prefix = used.prefix().toString();
        boolean programmed = programmed(state, used);
        table.row(
                letter(used.source()) + ">" + (programmed ? "*" : " "),
                used.source().text(),
                prefix,
                preference(used.distance(), used.metric()),
                Integer.toString(used.distance()),
                Long.toString(used.metric()),
                target(used),
                state.age(TraceKind.ROUTE_CHANGED, "prefix", prefix));
        state.router().table().candidates(used.prefix()).stream()
                .filter(route -> route.source() != used.source() || route.metric() != used.metric())
                .forEach(route -> row(table, route));
    }

    private static void row(Table table, CandidateRoute route) {
        table.row(
                letter(route.source()) + "  ",
                route.source().text(),
                route.prefix().toString(),
                preference(route.distance(), route.metric()),
                Integer.toString(route.distance()),
                Long.toString(route.metric()),
                "not used",
                "");
    }

    /** True if packets are sent as the routing table says, and not still as it said before. */
    static boolean programmed(NodeState state, SelectedRoute route) {
        Optional<FibEntry> entry = state.router().fib().entries().stream()
                .filter(each -> each.prefix().equals(route.prefix()))
                .findFirst();
        return entry.filter(each ->
                        each.action() == route.action() && each.nextHops().equals(route.nextHops()))
                .isPresent();
    }

    static String target(SelectedRoute route) {
        if (route.action() != RouteAction.FORWARD) {
            return route.action() == RouteAction.DELIVER ? "is here" : "discarded (null route)";
        }
        return FibListing.via(route.nextHops());
    }

    private static String preference(int distance, long metric) {
        return "[" + distance + "/" + metric + "]";
    }

    private static String letter(RouteSource source) {
        return switch (source) {
            case LOCAL -> "L";
            case CONNECTED -> "C";
            case USER_DEFINED -> "U";
            case ATTACHED -> "A";
            case STATIC -> "S";
            case EBGP, IBGP -> "B";
            case FED -> "F";
            case IGP -> "O";
            case SYSTEM -> "Y";
        };
    }
}
