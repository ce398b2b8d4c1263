package coldpotato.scenarios.report;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.rib.AdjRibIn;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.scenarios.report.Table.Column;
import com.google.common.collect.ImmutableList;
import java.util.OptionalLong;

/** {@code show bgp summary}, in the columns of FRR. */
public final class BgpSummary {
    private BgpSummary() {}

    /** One page for each address family. */
    public static ImmutableList<View> views(BgpState state) {
        return state.speaker()
                .map(speaker -> BgpState.families(speaker).stream()
                        .map(family -> page(state, speaker, family))
                        .collect(ImmutableList.<View>toImmutableList()))
                .orElseGet(() -> ImmutableList.of(new Page("neighbors", table(), state.noBgp())));
    }

    private static Page page(BgpState state, BgpSpeaker speaker, AfiSafi family) {
        Table table = table();
        speaker.peers().stream()
                .filter(peer -> peer.config().families().contains(family))
                .forEach(peer -> row(table, state, speaker, family, peer));
        return new Page(
                "neighbors-" + family.text(),
                ImmutableList.of(
                        title(family) + " summary",
                        BgpState.identity(speaker),
                        "RIB entries " + speaker.rib(family).size() + ", peers " + table.size(),
                        ""),
                table,
                ImmutableList.of("", "Total number of neighbors " + table.size()));
    }

    static String title(AfiSafi family) {
        return switch (family) {
            case IPV4_UNICAST -> "IPv4 unicast";
            case IPV6_UNICAST -> "IPv6 unicast";
        };
    }

    private static Table table() {
        return new Table(
                Column.text("neighbor", "Neighbor"),
                Column.text("", "V"),
                Column.number("as", "AS"),
                Column.number("messages-received", "MsgRcvd"),
                Column.number("messages-sent", "MsgSent"),
                Column.number("", "Up/Down"),
                Column.numberForPrograms("up-or-down-nanos"),
                Column.number("", "State/PfxRcd"),
                Column.textForPrograms("state"),
                Column.numberForPrograms("prefixes-received"),
                Column.number("prefixes-sent", "PfxSnt"),
                Column.text("description", "Desc"));
    }

    private static void row(Table table, BgpState state, BgpSpeaker speaker, AfiSafi family, PeerView peer) {
        String session = peer.config().name();
        String received = speaker.adjRibIn(session, family)
                .map(AdjRibIn::acceptedCount)
                .map(String::valueOf)
                .orElse("0");
        OptionalLong since = state.upOrDownNanos(session);
        table.row(
                peer.config().remoteAddress().toString(),
                "4",
                Integer.toUnsignedString(peer.config().remoteAs()),
                Long.toString(peer.counters().messagesReceived()),
                Long.toString(peer.counters().messagesSent()),
                since.isPresent() ? RunTimes.age(state.nowNanos() - since.getAsLong()) : "never",
                since.isPresent() ? Long.toString(since.getAsLong()) : "",
                peer.isEstablished() ? received : stateText(peer),
                stateText(peer),
                received,
                Integer.toString(speaker.adjRibOut(session, family).size()),
                session);
    }

    static String stateText(PeerView peer) {
        return peer.stopped() ? "Idle (Admin)" : peer.state().rfcName();
    }
}
