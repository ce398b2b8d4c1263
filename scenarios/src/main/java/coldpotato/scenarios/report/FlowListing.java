package coldpotato.scenarios.report;

import coldpotato.scenarios.report.Table.Column;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.plan.DscpMarks;
import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.TreeMap;

/** {@code show flows}: the watched flows that pass a node, where they come from and go to, and what becomes of them. */
public final class FlowListing {
    /** Where packets come in and leave, and how they end. */
    private record Passage(String in, String out, String outcome, int dscp) implements Comparable<Passage> {
        @Override
        public int compareTo(Passage other) {
            return toString().compareTo(other.toString());
        }
    }

    private FlowListing() {}

    /** One page. */
    public static ImmutableList<View> views(NodeState state) {
        Table table = new Table(
                Column.text("flow", "Flow"),
                Column.text("label", "Label"),
                Column.text("direction", "Direction"),
                Column.number("flows", "Flows"),
                Column.text("in", "In by"),
                Column.text("out", "Out by"),
                Column.text("outcome", "Outcome"),
                Column.number("dscp-sent", "DSCP sent"),
                Column.number("dscp-arriving", "arriving"));
        for (GroupFlows group : state.network().flows().groups()) {
            for (FlowDirection direction : FlowDirection.values()) {
                passages(state, group, direction)
                        .forEach((passage, flows) -> table.row(
                                group.group().name(),
                                group.group().label(),
                                direction.text(),
                                flows.toString(),
                                passage.in(),
                                passage.out(),
                                passage.outcome(),
                                Integer.toString(group.group().dscp()),
                                Integer.toString(passage.dscp())));
            }
        }
        return ImmutableList.of(
                table.isEmpty()
                        ? new Page("flows", table, "No watched flow passes " + state.node() + ".")
                        : new Page("flows", table));
    }

    private static Map<Passage, Integer> passages(NodeState state, GroupFlows group, FlowDirection direction) {
        Map<Passage, Integer> passages = new TreeMap<>();
        group.paths(direction, state.nowNanos()).forEach((walk, flows) -> {
            if (walk.nodes().contains(state.node())) {
                passages.merge(passage(state, walk, group.group().dscp()), flows, Integer::sum);
            }
        });
        return passages;
    }

    private static Passage passage(NodeState state, Walk walk, int sent) {
        int dscp = DscpMarks.arriving(state.network().plan(), walk, sent);
        String outcome = outcome(state, walk);
        String in = "starts here";
        for (Walk.Hop hop : walk.hops()) {
            if (hop.node().equals(state.node())) {
                return new Passage(in, hop.link(), outcome, dscp);
            }
            in = hop.link();
        }
        return new Passage(in, "ends here", outcome, dscp);
    }

    /** What becomes of packets at a router that is not ours, nobody knows. */
    private static String outcome(NodeState state, Walk walk) {
        return walk.nodes().stream()
                .filter(state.external()::contains)
                .findFirst()
                .map(router -> "unknown, by way of " + router)
                .orElseGet(walk::summary);
    }
}
