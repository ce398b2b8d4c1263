package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import com.google.common.collect.ImmutableSet;

/** Sessions that tests read and write messages on. */
final class Sessions {
    static final ImmutableSet<AfiSafi> BOTH_FAMILIES = ImmutableSet.copyOf(AfiSafi.values());

    static final CodecContext EXTERNAL = of(PeerType.EXTERNAL, true, false);
    static final CodecContext INTERNAL = of(PeerType.INTERNAL, true, false);
    static final CodecContext TWO_OCTET_AS = of(PeerType.INTERNAL, false, false);
    static final CodecContext EXTENDED_MESSAGES = of(PeerType.INTERNAL, true, true);

    private Sessions() {}

    private static CodecContext of(PeerType peer, boolean fourOctetAs, boolean extendedMessages) {
        return new CodecContext(fourOctetAs, extendedMessages, peer, BOTH_FAMILIES, ImmutableSet.of(), 0, false);
    }

    static CodecContext withFamilies(AfiSafi... families) {
        return new CodecContext(
                true, false, PeerType.EXTERNAL, ImmutableSet.copyOf(families), ImmutableSet.of(), 0, false);
    }

    static CodecContext withAddPath() {
        return new CodecContext(true, false, PeerType.EXTERNAL, BOTH_FAMILIES, BOTH_FAMILIES, 0, false);
    }

    static CodecContext withFirstAs(int as) {
        return new CodecContext(true, false, PeerType.EXTERNAL, BOTH_FAMILIES, ImmutableSet.of(), as, false);
    }
}
