package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AsPath;
import coldpotato.core.net.Asn;

/** What routers do to AS paths besides prepending: private AS removal, loop checks, as-override. */
final class AsPathRules {
    private AsPathRules() {}

    /** Applies a treatment of private AS numbers; {@code ownAs} stands in for them where they are replaced. */
    static AsPath removePrivate(AsPath path, PrivateAsRemoval removal, int ownAs) {
        return switch (removal) {
            case KEEP -> path;
            case IF_ALL_PRIVATE -> path.allMatch(Asn::isPrivate) ? AsPath.EMPTY : path;
            case ALL -> path.without(Asn::isPrivate);
            case REPLACE -> path.map(asn -> Asn.isPrivate(asn) ? ownAs : asn);
        };
    }

    /** True if our AS stands in the path more often than is allowed (RFC 4271 section 9.1.2). */
    static boolean loops(AsPath path, int ownAs, int allowed) {
        return path.count(ownAs) > allowed;
    }
}
