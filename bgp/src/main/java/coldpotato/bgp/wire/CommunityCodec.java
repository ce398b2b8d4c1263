package coldpotato.bgp.wire;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Community;
import coldpotato.core.net.ExtendedCommunity;
import coldpotato.core.net.LargeCommunity;
import java.util.ArrayList;
import java.util.List;

/** COMMUNITIES, EXTENDED COMMUNITIES and LARGE_COMMUNITY (RFC 1997, RFC 4360, RFC 8092): lists of numbers. */
final class CommunityCodec {
    private CommunityCodec() {}

    static void readCommunities(Octets value, AttributeCollector into) {
        List<Community> communities = new ArrayList<>(value.remaining() / 4);
        while (!value.isEmpty()) {
            communities.add(new Community(value.i32()));
        }
        into.builder().communities(communities);
    }

    static void readExtended(Octets value, AttributeCollector into) {
        List<ExtendedCommunity> communities = new ArrayList<>(value.remaining() / 8);
        while (!value.isEmpty()) {
            communities.add(new ExtendedCommunity(value.i64()));
        }
        into.builder().extendedCommunities(communities);
    }

    static void readLarge(Octets value, AttributeCollector into) {
        List<LargeCommunity> communities = new ArrayList<>(value.remaining() / 12);
        while (!value.isEmpty()) {
            communities.add(new LargeCommunity(value.i32(), value.i32(), value.i32()));
        }
        into.builder().largeCommunities(communities);
    }

    static boolean writeCommunities(PathAttributes attributes, AttributeWriter out) {
        attributes.communities().forEach(community -> out.value().i32(community.bits()));
        return !attributes.communities().isEmpty();
    }

    static boolean writeExtended(PathAttributes attributes, AttributeWriter out) {
        attributes.extendedCommunities().forEach(community -> out.value().i64(community.bits()));
        return !attributes.extendedCommunities().isEmpty();
    }

    static boolean writeLarge(PathAttributes attributes, AttributeWriter out) {
        for (LargeCommunity community : attributes.largeCommunities()) {
            out.value().i32(community.global()).i32(community.data1()).i32(community.data2());
        }
        return !attributes.largeCommunities().isEmpty();
    }
}
