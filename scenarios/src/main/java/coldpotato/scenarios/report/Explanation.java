package coldpotato.scenarios.report;

import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.core.net.Prefix;
import coldpotato.core.net.PrefixMap;
import coldpotato.sim.node.FibEntry;
import coldpotato.sim.node.SelectedRoute;
import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Why a node sends packets to a prefix as it does: every path of BGP, what the routing table made of them, and the
 * forwarding entry.
 *
 * @param state of the node
 * @param prefix where to
 * @param paths of BGP, empty if the node speaks none
 * @param route what the routing table uses
 * @param entry what packets meet
 * @param inside entries of more specific prefixes, which go before this one
 * @param times of the run
 */
public record Explanation(
        NodeState state,
        Prefix prefix,
        Optional<BgpEntry> paths,
        Optional<SelectedRoute> route,
        Optional<FibEntry> entry,
        ImmutableList<FibEntry> inside,
        RunTimes times)
        implements View {
    private static final String INDENT = "  ";

    /** The explanation of a prefix, of which the node need not know anything now. */
    public static Explanation of(NodeState state, Prefix prefix, RunTimes times) {
        ImmutableList<FibEntry> entries = state.router().fib().entries();
        return new Explanation(
                state,
                prefix,
                state.speaker().map(speaker -> BgpEntry.of(state, speaker, prefix)),
                state.router().table().selected(prefix),
                entries.stream().filter(each -> each.prefix().equals(prefix)).findFirst(),
                entries.stream()
                        .filter(each ->
                                prefix.contains(each.prefix()) && !each.prefix().equals(prefix))
                        .collect(ImmutableList.toImmutableList()),
                times);
    }

    /** The prefixes to which the node has routes. */
    public static PrefixMap<Boolean> routed(NodeState state) {
        PrefixMap<Boolean> known = new PrefixMap<>();
        state.router().table().selected().forEach(route -> known.put(route.prefix(), true));
        return known;
    }

    /** The prefixes of which the node knows anything, be it only a path that it refuses. */
    public static PrefixMap<Boolean> known(NodeState state) {
        PrefixMap<Boolean> known = BgpEntry.known(state);
        routed(state).forEach(known::put);
        return known;
    }

    @Override
    public void print(PrintWriter out) {
        out.print("Packets to " + prefix + "\n\nBGP\n");
        if (paths.isPresent()) {
            paths.get().printPaths(out);
        } else {
            out.print(INDENT + state.noBgp() + "\n");
        }
        state.speaker().map(this::neighbours).filter(table -> !table.isEmpty()).ifPresent(table -> {
            out.print("\nNeighbours\n");
            table.print(out);
        });
        out.print("\nRouting table\n");
        printRoute(out);
        out.print("\nForwarding\n");
        printEntry(out);
    }

    /** Which neighbours are told the best path, and which rule decided. */
    private Table neighbours(BgpSpeaker speaker) {
        Table table = new Table(
                Table.Column.text("session", ""), Table.Column.text("told", ""), Table.Column.text("rule", ""));
        for (PeerView peer : speaker.peers()) {
            String session = peer.config().name();
            speaker.exportVerdict(session, prefix)
                    .ifPresent(verdict ->
                            table.row(session, verdict.told() ? "told" : "not told", "by rule: " + verdict.rule()));
        }
        return table.indented(INDENT);
    }

    private void printRoute(PrintWriter out) {
        if (state.router().table().isPinned(prefix)) {
            out.print(INDENT + "what BGP learns for it is hidden here: " + state.node() + " prefers its own network\n");
        }
        Table table = RouteListing.table().indented(INDENT);
        route.ifPresent(used -> RouteListing.rows(table, state, used));
        if (table.isEmpty()) {
            out.print(INDENT + "no route to " + prefix + "\n");
        }
        table.print(out);
    }

    private void printEntry(PrintWriter out) {
        if (entry.isEmpty()) {
            out.print(INDENT + "no entry for " + prefix + less() + "\n");
        } else {
            out.print(INDENT + "packets " + FibListing.target(entry.get()) + "; programmed at "
                    + times.both(FibListing.programmedNanos(state, entry.get())) + "\n");
            if (route.filter(used -> !RouteListing.programmed(state, used)).isPresent()) {
                out.print(INDENT + "the entry still follows an older route; the new one is being programmed\n");
            }
        }
        inside.forEach(each ->
                out.print(INDENT + "but packets to " + each.prefix() + " inside it " + FibListing.target(each) + "\n"));
    }

    /** What packets meet instead: the next shorter prefix. */
    private String less() {
        FibEntry best = null;
        for (FibEntry each : state.router().fib().entries()) {
            if (each.prefix().contains(prefix)) {
                best = each;
            }
        }
        return best == null
                ? ": packets are dropped"
                : "; packets meet that of " + best.prefix() + ": " + FibListing.target(best);
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("prefix", prefix.toString());
        paths.ifPresent(present -> present.writePaths(json));
        state.speaker().ifPresent(speaker -> {
            json.writeName("neighbours");
            neighbours(speaker).write(json);
        });
        route.ifPresent(used -> {
            Table table = RouteListing.table();
            RouteListing.rows(table, state, used);
            json.writeName("routes");
            table.write(json);
        });
        entry.ifPresent(present -> {
            json.writeStringProperty("packets", FibListing.target(present));
            json.writeNumberProperty("programmed-nanos", FibListing.programmedNanos(state, present));
        });
    }
}
