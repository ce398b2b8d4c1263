package coldpotato.scenarios.report;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.trace.TraceEvent;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalLong;

/** A BGP speaker that stands still, as show commands see it: that of a node of a network, or one that runs on its own. */
public interface BgpState {
    /** What the router is called. */
    String node();

    /** Since the start. */
    long nowNanos();

    /** Empty if the node speaks no BGP, or does not run. */
    Optional<BgpSpeaker> speaker();

    /** Why there is no BGP to show. */
    String noBgp();

    /** How BFD for a session stands, empty if none runs. */
    Optional<BfdView> bfd(String session);

    /** The node at the other end of a session, empty if nobody knows. */
    String neighbour(String session);

    /** Where a session is configured, in parentheses after a blank; empty if no file says it. */
    String placeOf(String session);

    /** When a session last came up or went down, empty if it was never up. */
    OptionalLong upOrDownNanos(String session);

    /** When and why a session last went down, empty if it never did. */
    Optional<TraceEvent> lastDown(String session);

    /** The first line of everything that BGP shows. */
    static String identity(BgpSpeaker speaker) {
        return "BGP router identifier " + speaker.config().routerId() + ", local AS number "
                + Integer.toUnsignedString(speaker.config().localAs());
    }

    /** The families that a neighbour is configured for. */
    static ImmutableList<AfiSafi> families(BgpSpeaker speaker) {
        ImmutableList.Builder<AfiSafi> families = ImmutableList.builder();
        for (AfiSafi family : AfiSafi.values()) {
            if (speaker.peers().stream()
                    .anyMatch(peer -> peer.config().families().contains(family))) {
                families.add(family);
            }
        }
        return families.build();
    }
}
