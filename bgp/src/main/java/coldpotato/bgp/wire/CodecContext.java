package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import com.google.common.collect.ImmutableSet;

/**
 * What one must know of a session to read and write its messages.
 *
 * @param fourOctetAs true if AS numbers have four octets in AS_PATH and AGGREGATOR (RFC 6793)
 * @param extendedMessages true if messages may be longer than 4096 octets (RFC 8654)
 * @param peer internal or external
 * @param families the families that both sides offered; others are ignored
 * @param addPathFamilies families whose prefixes arrive with path identifiers (RFC 7911). They are read over and forgotten:
 *     we do not offer ADD-PATH, this is for messages from elsewhere
 * @param firstAs the AS that paths from an external peer must begin with (RFC 4271 section 6.3), unsigned; 0 for any
 * @param loopbackNextHops true to accept next hops such as 127.0.0.1: right where the session itself runs over loopback
 *     addresses, as between speakers on one machine
 */
public record CodecContext(
        boolean fourOctetAs,
        boolean extendedMessages,
        PeerType peer,
        ImmutableSet<AfiSafi> families,
        ImmutableSet<AfiSafi> addPathFamilies,
        int firstAs,
        boolean loopbackNextHops) {

    /** Before the OPENs are exchanged nothing is agreed. */
    public static final CodecContext BEFORE_OPEN =
            new CodecContext(false, false, PeerType.EXTERNAL, ImmutableSet.of(), ImmutableSet.of(), 0, false);

    /** The same with next hops on this machine accepted. */
    public CodecContext acceptingLoopbackNextHops() {
        return new CodecContext(fourOctetAs, extendedMessages, peer, families, addPathFamilies, firstAs, true);
    }

    boolean isExternal() {
        return peer == PeerType.EXTERNAL;
    }

    /** Longest message that may be sent, header included. */
    int lengthMax(MessageType type) {
        return type.lengthMax(extendedMessages);
    }
}
