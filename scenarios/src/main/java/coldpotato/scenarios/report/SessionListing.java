package coldpotato.scenarios.report;

import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.core.time.Durations;
import coldpotato.scenarios.check.TimeText;
import coldpotato.scenarios.report.Table.Column;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code show sessions}: every BGP session of a node, with BFD, the hold time in force and why it last ended. */
public final class SessionListing {
    private SessionListing() {}

    /** One page. */
    public static ImmutableList<View> views(BgpState state) {
        Table table = new Table(
                Column.text("session", "Session"),
                Column.text("neighbor", "Neighbor"),
                Column.text("node", "Node"),
                Column.text("state", "State"),
                Column.text("", "Since"),
                Column.numberForPrograms("up-or-down-nanos"),
                Column.text("hold-time", "Hold time"),
                Column.text("bfd", "BFD"),
                Column.text("last-reset", "Last reset"));
        Optional<BgpSpeaker> speaker = state.speaker();
        speaker.ifPresent(present -> present.peers().forEach(peer -> row(table, state, peer)));
        return ImmutableList.of(
                speaker.isPresent() ? new Page("sessions", table) : new Page("sessions", table, state.noBgp()));
    }

    private static void row(Table table, BgpState state, PeerView peer) {
        String session = peer.config().name();
        OptionalLong since = state.upOrDownNanos(session);
        table.row(
                session,
                peer.config().remoteAddress().toString(),
                state.neighbour(session),
                BgpSummary.stateText(peer),
                since.isPresent() ? TimeText.of(since.getAsLong()) : "never up",
                since.isPresent() ? Long.toString(since.getAsLong()) : "",
                hold(peer),
                bfd(state, peer),
                lastReset(state, peer));
    }

    private static String hold(PeerView peer) {
        return peer.negotiation()
                .map(agreed -> agreed.holdTimeSeconds() == 0 ? "none" : agreed.holdTimeSeconds() + "s")
                .orElse(peer.config().timers().holdNanos() / Durations.NANOS_PER_SECOND + "s proposed");
    }

    private static String bfd(BgpState state, PeerView peer) {
        if (peer.config().bfd().isEmpty()) {
            return "off";
        }
        return state.bfd(peer.config().name()).map(SessionListing::bfd).orElse("waits for BGP");
    }

    private static String bfd(BfdView session) {
        String state = Ascii.toLowerCase(session.state().name()).replace('_', '-');
        return session.detectionTimeNanos() == 0
                ? state + ", peer never heard"
                : state + ", detects in " + Durations.format(session.detectionTimeNanos());
    }

    private static String lastReset(BgpState state, PeerView peer) {
        return peer.failedAttempt()
                .map(attempt -> attempt.reason().text() + " before it was up, at " + TimeText.of(attempt.timeNanos()))
                .or(() -> state.lastDown(peer.config().name())
                        .map(event -> event.field("reason") + " at " + TimeText.of(event.timeNanos())))
                .orElse("never");
    }
}
