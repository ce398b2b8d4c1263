package coldpotato.scenarios.report;

import coldpotato.core.net.IpAddress;
import coldpotato.scenarios.report.Table.Column;
import coldpotato.sim.node.FibEntry;
import coldpotato.sim.node.NextHop;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code show fib}: what packets meet. */
public final class FibListing {
    private FibListing() {}

    /** One page. */
    public static ImmutableList<View> views(NodeState state) {
        Table table = new Table(
                Column.text("prefix", "Prefix"),
                Column.text("target", "Packets"),
                Column.text("age", "Programmed"),
                Column.numberForPrograms("programmed-nanos"));
        state.router().fib().entries().forEach(entry -> row(table, state, entry));
        return ImmutableList.of(new Page("fib", table));
    }

    private static void row(Table table, NodeState state, FibEntry entry) {
        long since = programmedNanos(state, entry);
        table.row(
                entry.prefix().toString(),
                target(entry),
                RunTimes.age(state.nowNanos() - since) + " ago",
                Long.toString(since));
    }

    static long programmedNanos(NodeState state, FibEntry entry) {
        return entry.event() == 0
                ? 0
                : state.network().trace().event(entry.event()).timeNanos();
    }

    /** What becomes of packets, in words. */
    static String target(FibEntry entry) {
        return switch (entry.action()) {
            case FORWARD -> via(entry.nextHops());
            case DELIVER -> "arrive here";
            case DISCARD -> "are discarded (null route)";
        };
    }

    static String via(List<NextHop> nextHops) {
        return nextHops.stream().map(FibListing::via).collect(Collectors.joining("; "));
    }

    private static String via(NextHop hop) {
        return hop.address()
                        .map(IpAddress::toString)
                        .map(address -> "via " + address)
                        .orElse("directly")
                + hop.link().map(link -> ", " + link).orElse("");
    }
}
