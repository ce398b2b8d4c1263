package coldpotato.scenarios.report;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.rib.AdjRibIn;
import coldpotato.bgp.rib.Decision;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.portal.ArpTable;
import coldpotato.scenarios.portal.PeeringPath;
import coldpotato.scenarios.report.PortalTable.Section;
import coldpotato.scenarios.report.Table.Column;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What Microsoft's edge has of a circuit: {@code show arp}, {@code show route-table} and {@code show route-table-summary}. */
final class EdgeListing {
    private EdgeListing() {}

    /** {@code show arp}: who answers on the link of a peering. */
    static ImmutableList<Section> arp(SimulatedNetwork network, Optional<String> name) {
        return sections(network, name, path -> arp(ArpTable.of(network, path)));
    }

    private static Page arp(ArpTable arp) {
        Table table = new Table(
                Column.number("age-minutes", "Age"),
                Column.text("interface", "InterfaceProperty"),
                Column.text("address", "IpAddress"),
                Column.text("mac", "MacAddress"));
        arp.rows()
                .forEach(row -> table.row(
                        Long.toString(row.ageMinutes()),
                        row.side().text(),
                        row.address().toString(),
                        row.macText()));
        return arp.absent()
                .map(reason -> new Page("arp", table, "No ARP table: " + reason + "."))
                .orElseGet(() -> new Page("arp", table));
    }

    /** {@code show route-table}: what the edge knows, the route that it uses marked with a star. */
    static ImmutableList<Section> routeTable(SimulatedNetwork network, Optional<String> name) {
        return sections(network, name, path -> speaker(network, path)
                .map(EdgeListing::routeTable)
                .orElseGet(() -> notRunning("route-table", routeTable())));
    }

    private static Page routeTable(BgpSpeaker speaker) {
        Table table = routeTable();
        for (AfiSafi family : AfiSafi.values()) {
            speaker.rib(family)
                    .forEachPrefix(
                            prefix -> routes(table, prefix, speaker.rib(family).decision(prefix)));
        }
        return new Page("route-table", table);
    }

    private static void routes(Table table, Prefix prefix, Decision decision) {
        decision.best().ifPresent(best -> row(table, best, "*"));
        decision.multipath().stream().skip(1).forEach(path -> row(table, path, ""));
        decision.losers().stream()
                .map(Decision.Loser::path)
                .filter(Path::accepted)
                .forEach(path -> row(table, path, ""));
    }

    private static Table routeTable() {
        return new Table(
                Column.text("network", "Network"),
                Column.text("", "NextHop"),
                Column.textForPrograms("next-hop"),
                Column.textForPrograms("used"),
                Column.number("local-preference", "LocPrf"),
                Column.number("weight", "Weight"),
                Column.text("", "Path"),
                Column.textForPrograms("as-path"),
                Column.textForPrograms("origin"));
    }

    private static void row(Table table, Path path, String star) {
        String asPath = path.attributes().asPath().toString();
        String origin =
                Ascii.toUpperCase(String.valueOf(path.attributes().origin().code()));
        String nextHop = path.source().isLocal()
                ? "0.0.0.0"
                : path.attributes().nextHop().toString();
        table.row(
                path.prefix().toString(),
                nextHop + star,
                nextHop,
                star.isEmpty() ? "no" : "yes",
                Long.toString(path.attributes().effectiveLocalPref()),
                Long.toString(path.weight()),
                (asPath + " " + origin).strip(),
                asPath,
                origin);
    }

    /** {@code show route-table-summary}: the neighbours of the edge, and what each has sent. */
    static ImmutableList<Section> summary(SimulatedNetwork network, Optional<String> name) {
        return sections(network, name, path -> speaker(network, path)
                .map(speaker -> summary(new NodeState(network, path.msee(), ImmutableSet.of()), speaker))
                .orElseGet(() -> notRunning("route-table-summary", summary())));
    }

    private static Page summary(NodeState state, BgpSpeaker speaker) {
        Table table = summary();
        speaker.peers().forEach(peer -> row(table, state, speaker, peer));
        return new Page("route-table-summary", table);
    }

    private static Table summary() {
        return new Table(
                Column.text("neighbor", "Neighbor"),
                Column.number("", "V"),
                Column.number("as", "AS"),
                Column.number("", "UpDown"),
                Column.numberForPrograms("up-or-down-nanos"),
                Column.number("", "StatePfxRcd"),
                Column.textForPrograms("state"),
                Column.numberForPrograms("prefixes-received"),
                Column.textForPrograms("session"));
    }

    private static void row(Table table, NodeState state, BgpSpeaker speaker, PeerView peer) {
        String session = peer.config().name();
        OptionalLong since = state.upOrDownNanos(session);
        String received = Integer.toString(peer.config().families().stream()
                .flatMap(family -> speaker.adjRibIn(session, family).stream())
                .mapToInt(AdjRibIn::acceptedCount)
                .sum());
        table.row(
                peer.config().remoteAddress().toString(),
                "4",
                Integer.toUnsignedString(peer.config().remoteAs()),
                since.isPresent() ? RunTimes.age(state.nowNanos() - since.getAsLong()) : "never",
                since.isPresent() ? Long.toString(since.getAsLong()) : "",
                peer.isEstablished() ? received : BgpSummary.stateText(peer),
                BgpSummary.stateText(peer),
                received,
                session);
    }

    /** {@code show stats}: bytes that were carried into Azure and out of it since the start. */
    static ImmutableList<Section> stats(SimulatedNetwork network, Optional<String> name) {
        return sections(network, name, path -> {
            Table table = new Table(Column.number("bytes-in", "BytesIn"), Column.number("bytes-out", "BytesOut"));
            table.row(bytes(network, path, path.customerEnd().node()), bytes(network, path, path.msee()));
            return new Page("stats", table);
        });
    }

    private static String bytes(SimulatedNetwork network, PeeringPath path, String from) {
        String link = path.link().name();
        return Long.toString(Math.round(network.flows()
                        .loads()
                        .carriedBits(link, network.network().links().link(link).directionFrom(from), network.nowNanos())
                / Byte.SIZE));
    }

    private static Optional<BgpSpeaker> speaker(SimulatedNetwork network, PeeringPath path) {
        return network.speaker(path.msee());
    }

    private static Page notRunning(String name, Table table) {
        return new Page(name, table, "Microsoft's edge does not answer.");
    }

    /** One section for each peering and path that the name stands for. */
    private static ImmutableList<Section> sections(
            SimulatedNetwork network, Optional<String> name, Function<PeeringPath, View> view) {
        ImmutableList<PeeringPath> all = PeeringPath.all(network.plan());
        ImmutableList<PeeringPath> asked = all.stream()
                .filter(path -> name.map(path::isNamed).orElse(true))
                .collect(ImmutableList.toImmutableList());
        if (asked.isEmpty()) {
            throw nothing(network, name.orElse(""), all);
        }
        return asked.stream().map(path -> Section.of(path, view.apply(path))).collect(ImmutableList.toImmutableList());
    }

    private static Unanswerable nothing(SimulatedNetwork network, String name, ImmutableList<PeeringPath> all) {
        if (all.isEmpty()) {
            return new Unanswerable("no circuit has a peering, so that Microsoft's edge has no table of one");
        }
        boolean empty = all.stream().anyMatch(path -> name.startsWith(path.circuit() + "."))
                || network.plan().groups().getOrDefault(name, ImmutableSet.of()).contains(name + ".primary");
        if (empty) {
            return new Unanswerable("\"" + name + "\" has no table: there is no such peering, or it is not configured");
        }
        if (network.names().exists(name)) {
            return new Unanswerable("\"" + name + "\" is no circuit; there are " + String.join(", ", circuits(all)));
        }
        return Unanswerable.unknown("circuit", name, circuits(all));
    }

    private static ImmutableSet<String> circuits(ImmutableList<PeeringPath> all) {
        return all.stream().map(PeeringPath::circuit).collect(ImmutableSet.toImmutableSet());
    }
}
