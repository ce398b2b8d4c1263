package coldpotato.scenarios.report;

import coldpotato.bgp.fsm.FsmState;
import coldpotato.bgp.rib.AdjRibIn;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Durations;
import coldpotato.scenarios.portal.GatewayRoute;
import coldpotato.scenarios.portal.Resource;
import coldpotato.scenarios.report.PortalTable.Section;
import coldpotato.scenarios.report.Table.Column;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What the instances of gateways, Route Servers and hub routers know: {@code show learned-routes}, {@code show
 * advertised-routes} and {@code show bgp-peer-status}. Azure asks one instance; here each answers.
 */
final class GatewayListing {
    private GatewayListing() {}

    /** {@code show learned-routes}: everything that an instance may use, not only what it uses. */
    static ImmutableList<Section> learned(SimulatedNetwork network, Optional<String> name) {
        return sections(
                network,
                name,
                (node, speaker) -> Stream.of(section(node, "learned-routes", "", GatewayRoute.learned(speaker))));
    }

    /** {@code show advertised-routes}: what an instance has told each of its peers. */
    static ImmutableList<Section> advertised(SimulatedNetwork network, Optional<String> name) {
        return sections(network, name, (node, speaker) -> speaker.peers().stream()
                .map(peer -> section(
                        node,
                        "advertised-routes",
                        peer.config().remoteAddress().toString(),
                        GatewayRoute.advertised(speaker, peer))));
    }

    private static Section section(String node, String what, String peer, ImmutableList<GatewayRoute> routes) {
        Table table = new Table(
                Column.text("network", "Network"),
                Column.text("next-hop", "NextHop"),
                Column.text("origin", "Origin"),
                Column.text("source-peer", "SourcePeer"),
                Column.text("as-path", "AsPath"),
                Column.number("weight", "Weight"));
        routes.forEach(route -> table.row(
                route.network().toString(),
                text(route.nextHop()),
                route.origin().text(),
                text(route.sourcePeer()),
                route.asPath(),
                Long.toString(route.weight())));
        Page page = routes.isEmpty() ? new Page(what, table, "No routes.") : new Page(what, table);
        return peer.isEmpty()
                ? new Section(ImmutableMap.of("gateway", node), node, page)
                : new Section(ImmutableMap.of("gateway", node, "peer", peer), node + " to peer " + peer, page);
    }

    private static String text(Optional<IpAddress> address) {
        return address.map(IpAddress::toString).orElse("");
    }

    /** {@code show bgp-peer-status}: the peers of an instance. */
    static ImmutableList<Section> peerStatus(SimulatedNetwork network, Optional<String> name) {
        return sections(
                network,
                name,
                (node, speaker) -> Stream.of(
                        new Section(ImmutableMap.of("gateway", node), node, peerStatus(network.nowNanos(), speaker))));
    }

    private static Page peerStatus(long nowNanos, BgpSpeaker speaker) {
        Table table = new Table(
                Column.text("neighbor", "Neighbor"),
                Column.number("asn", "ASN"),
                Column.text("state", "State"),
                Column.text("", "ConnectedDuration"),
                Column.numberForPrograms("connected-nanos"),
                Column.number("routes-received", "RoutesReceived"),
                Column.number("messages-sent", "MessagesSent"),
                Column.number("messages-received", "MessagesReceived"));
        speaker.peers().forEach(peer -> row(table, nowNanos, speaker, peer));
        return new Page("bgp-peer-status", table);
    }

    private static void row(Table table, long nowNanos, BgpSpeaker speaker, PeerView peer) {
        long connected = nowNanos - peer.changedNanos();
        table.row(
                peer.config().remoteAddress().toString(),
                Integer.toUnsignedString(peer.config().remoteAs()),
                state(peer),
                peer.isEstablished() ? timeSpan(connected) : "",
                peer.isEstablished() ? Long.toString(connected) : "",
                Integer.toString(peer.config().families().stream()
                        .flatMap(family -> speaker.adjRibIn(peer.config().name(), family).stream())
                        .mapToInt(AdjRibIn::acceptedCount)
                        .sum()),
                Long.toString(peer.counters().messagesSent()),
                Long.toString(peer.counters().messagesReceived()));
    }

    private static String state(PeerView peer) {
        if (peer.isEstablished()) {
            return "Connected";
        }
        if (peer.stopped()) {
            return "Stopped";
        }
        return peer.state() == FsmState.IDLE ? "Idle" : "Connecting";
    }

    /** As .NET writes a duration: {@code 3.03:14:13.1796961}, ticks of 100 ns at the end. */
    static String timeSpan(long nanos) {
        long seconds = nanos / Durations.NANOS_PER_SECOND;
        String days = seconds >= 86_400 ? seconds / 86_400 + "." : "";
        long ticks = nanos % Durations.NANOS_PER_SECOND / 100;
        return String.format(
                Locale.ROOT,
                "%s%02d:%02d:%02d%s",
                days,
                seconds / 3600 % 24,
                seconds / 60 % 60,
                seconds % 60,
                ticks == 0 ? "" : String.format(Locale.ROOT, ".%07d", ticks));
    }

    /** The sections of each instance that the name stands for. */
    private static ImmutableList<Section> sections(
            SimulatedNetwork network, Optional<String> name, BiFunction<String, BgpSpeaker, Stream<Section>> sections) {
        return PortalTable.nodes(network, Resource.GATEWAY, name).stream()
                .flatMap(node -> network.speaker(node)
                        .map(speaker -> sections.apply(node, speaker))
                        .orElseGet(() -> Stream.of(notRunning(node))))
                .collect(ImmutableList.toImmutableList());
    }

    private static Section notRunning(String node) {
        return new Section(ImmutableMap.of("gateway", node), node, new Page("down", new Table(), "It is not running."));
    }
}
