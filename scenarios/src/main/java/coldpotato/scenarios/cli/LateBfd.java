package coldpotato.scenarios.cli;

import coldpotato.bgp.bfd.BfdState;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds the sessions that have been up for a while and whose BFD has not: it would stay so for ever, unseen. */
final class LateBfd {
    /** BFD has so long to come up after its session did; it takes a few seconds at its slow start (RFC 5880 section 6.8.3). */
    static final long PATIENCE_NANOS = 10 * Durations.NANOS_PER_SECOND;

    /** When each session came up that was looked at. */
    private final Map<String, Long> seen = new TreeMap<>();

    /**
     * One sentence for each session, told once while it stays up.
     *
     * @param bfd how BFD with a peer stands, empty where none runs
     */
    ImmutableList<String> among(List<PeerView> peers, long nowNanos, Function<String, Optional<BfdView>> bfd) {
        return peers.stream()
                .filter(peer -> isDue(peer, nowNanos))
                .flatMap(peer -> bfd
                        .apply(peer.config().name())
                        .filter(view -> view.state() != BfdState.UP)
                        .map(view -> sentence(peer.config().name(), view))
                        .stream())
                .collect(ImmutableList.toImmutableList());
    }

    private boolean isDue(PeerView peer, long nowNanos) {
        if (!peer.isEstablished() || peer.config().bfd().isEmpty() || nowNanos - peer.changedNanos() < PATIENCE_NANOS) {
            return false;
        }
        Long before = seen.put(peer.config().name(), peer.changedNanos());
        return before == null || before != peer.changedNanos();
    }

    private static String sentence(String peer, BfdView view) {
        return peer + " is up, but BFD has not come up: "
                + (view.detectionTimeNanos() == 0
                        ? "the peer was never heard; it may not run BFD, or multihop BFD (port 4784), which we do not speak"
                        : "the peer is heard, but its BFD does not agree");
    }
}
