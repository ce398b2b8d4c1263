package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.attr.PathAttributesBuilder;
import coldpotato.bgp.policy.PolicyRoute;
import coldpotato.bgp.policy.PolicySession;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.PathSource;
import coldpotato.core.net.Community;
import coldpotato.core.net.ExtendedCommunity;
import coldpotato.core.net.IpAddress;
import com.google.common.primitives.ImmutableIntArray;

/**
 * What a neighbour is told of a route (RFC 4271 sections 5.1 and 9.1.3, RFC 4456, RFC 1997): whether at all, and with
 * which attributes. Holds for a whole {@link ExportGroup}; that nobody is told what he said himself is seen to by
 * {@link coldpotato.bgp.rib.AdjRibOut}.
 */
final class ExportRules {
    private final SpeakerConfig speaker;
    private final PeerConfig peer;
    private final PolicySession session;

    ExportRules(SpeakerConfig speaker, PeerConfig peer) {
        this.speaker = speaker;
        this.peer = peer;
        this.session = peer.policySession();
    }

    /** The verdict on a route: refused with the rule that did it, or the attributes to send, not interned. */
    RouteVerdict export(Path path) {
        String barrier = barrier(path);
        if (!barrier.isEmpty()) {
            return RouteVerdict.refused(path.attributes(), barrier);
        }
        RouteVerdict verdict = RouteVerdict.of(
                peer.exportPolicy().apply(new PolicyRoute(path.prefix(), beforePolicy(path), session)), 0);
        String after = verdict.accepted() ? barrierAfterPolicy(path, verdict.attributes()) : "";
        if (!after.isEmpty()) {
            return RouteVerdict.refused(verdict.attributes(), after);
        }
        return verdict.accepted() ? verdict.withAttributes(afterPolicy(verdict.attributes())) : verdict;
    }

    /** What forbids the route to this neighbour whatever the policy says; empty if nothing does. */
    private String barrier(Path path) {
        PathSource source = path.source();
        if (source.kind() == PathSource.Kind.IBGP
                && peer.isIbgp()
                && !source.reflectorClient()
                && !peer.routeReflectorClient()) {
            return "learned by iBGP (RFC 4271 section 9.2)";
        }
        return communityBarrier(path.attributes());
    }

    private String communityBarrier(PathAttributes attributes) {
        if (attributes.has(Community.NO_ADVERTISE)) {
            return "community no-advertise";
        }
        boolean exports = !peer.isIbgp();
        if (exports && attributes.has(Community.NO_EXPORT)) {
            return "community no-export";
        }
        return exports && attributes.has(Community.NO_EXPORT_SUBCONFED) ? "community no-export-subconfed" : "";
    }

    /** The attributes as the export policy sees them. */
    private PathAttributes beforePolicy(Path path) {
        PathAttributesBuilder builder = path.attributes().toBuilder();
        return (peer.isIbgp() ? insideAs(path, builder) : acrossAsBorder(path, builder)).build();
    }

    /**
     * What the policy's outcome forbids: a next hop that the neighbour could not use. A well-known community that the policy added is
     * for the neighbour to heed, as RFC 1997 speaks of routes received with it.
     */
    private static String barrierAfterPolicy(Path path, PathAttributes attributes) {
        boolean usable = attributes.nextHop().family() == path.prefix().family() && !isOwn(attributes.nextHop());
        return usable ? "" : "no next hop of the prefix's family: the session's addresses are of the other one";
    }

    /** Puts our end of the session in as next hop where it is of the family; else a policy has to name one. */
    private void nextHopSelf(Path path, PathAttributesBuilder builder) {
        if (peer.localAddress().family() == path.prefix().family()) {
            builder.nextHop(peer.localAddress());
        }
    }

    private PathAttributesBuilder insideAs(Path path, PathAttributesBuilder builder) {
        PathAttributes attributes = path.attributes();
        builder.localPref(attributes.effectiveLocalPref());
        boolean reflected = path.source().kind() == PathSource.Kind.IBGP;
        if (isOwn(attributes.nextHop()) || (peer.nextHopSelf() && !reflected)) {
            nextHopSelf(path, builder);
        }
        if (reflected) {
            builder.originatorId(attributes.originatorId().orElse(path.source().peerId()));
            builder.clusterList(ImmutableIntArray.builder()
                    .add(speaker.clusterId().toInt())
                    .addAll(attributes.clusterList())
                    .build());
        }
        return builder;
    }

    private PathAttributesBuilder acrossAsBorder(Path path, PathAttributesBuilder builder) {
        PathAttributes attributes = path.attributes();
        nextHopSelf(path, builder);
        builder.localPref(PathAttributes.ABSENT).originatorId(null).clusterList(ImmutableIntArray.of());
        if (!attributes.extendedCommunities().isEmpty()) {
            builder.extendedCommunities(attributes.extendedCommunities().stream()
                    .filter(ExtendedCommunity::isTransitive)
                    .toList());
        }
        // A MED heard from one neighbour AS is not passed on to another (RFC 4271 section 5.1.4).
        if (path.source().kind() != PathSource.Kind.LOCAL) {
            builder.med(PathAttributes.ABSENT);
        }
        AsPath asPath = AsPathRules.removePrivate(attributes.asPath(), peer.privateAsOnExport(), peer.localAs());
        return builder.asPath(
                peer.asOverride() ? asPath.map(asn -> asn == peer.remoteAs() ? peer.localAs() : asn) : asPath);
    }

    /** Our own AS goes in front last, so that what a policy prepends stands behind it. */
    private PathAttributes afterPolicy(PathAttributes attributes) {
        if (peer.isIbgp()) {
            return attributes;
        }
        AsPath path = attributes.asPath();
        // local-as: the neighbour sees the AS that is configured for it, then the router's own.
        AsPath own = peer.localAs() == speaker.localAs() ? path : path.prepend(speaker.localAs(), 1);
        return attributes.toBuilder()
                .asPath(own.prepend(peer.localAs(), 1))
                .localPref(PathAttributes.ABSENT)
                .build();
    }

    private static boolean isOwn(IpAddress nextHop) {
        return nextHop.high() == 0 && nextHop.low() == 0;
    }
}
