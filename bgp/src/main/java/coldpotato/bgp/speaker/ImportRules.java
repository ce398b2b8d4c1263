package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.attr.PathAttributesBuilder;
import coldpotato.bgp.policy.PolicyRoute;
import coldpotato.bgp.policy.PolicySession;
import coldpotato.core.net.Prefix;

/**
 * What is made of a route that a neighbour announced: loop checks (RFC 4271 section 9.1.2, RFC 4456 section 8), private AS
 * removal, then the import policy.
 */
final class ImportRules {
    private final SpeakerConfig speaker;
    private final PeerConfig peer;
    private final PolicySession session;

    ImportRules(SpeakerConfig speaker, PeerConfig peer) {
        this.speaker = speaker;
        this.peer = peer;
        this.session = peer.policySession();
    }

    /** The verdict: refused with the rule that did it, or the attributes to install, not interned. */
    RouteVerdict accept(Prefix prefix, PathAttributes received) {
        String loop = loop(received);
        if (!loop.isEmpty()) {
            return RouteVerdict.invalid(received, loop);
        }
        return RouteVerdict.of(
                peer.importPolicy().apply(new PolicyRoute(prefix, cleaned(received), session)), peer.weight());
    }

    private String loop(PathAttributes received) {
        AsPath path = received.asPath();
        if (AsPathRules.loops(path, speaker.localAs(), peer.allowAsIn())
                || (!peer.isIbgp() && AsPathRules.loops(path, peer.localAs(), peer.allowAsIn()))) {
            return "own AS in the path";
        }
        if (received.nextHop().equals(peer.localAddress())) {
            return "next hop is this router";
        }
        return peer.isIbgp() ? reflectionLoop(received) : firstAs(path);
    }

    private String reflectionLoop(PathAttributes received) {
        if (received.originatorId().filter(speaker.routerId()::equals).isPresent()) {
            return "originator is this router";
        }
        return received.clusterList().contains(speaker.clusterId().toInt()) ? "own cluster in the cluster list" : "";
    }

    private String firstAs(AsPath path) {
        return peer.enforceFirstAs() && path.neighbourAs() != peer.remoteAs() ? "first AS is not the neighbour's" : "";
    }

    private PathAttributes cleaned(PathAttributes received) {
        AsPath path = AsPathRules.removePrivate(received.asPath(), peer.privateAsOnReceipt(), peer.localAs());
        boolean strip = !peer.isIbgp() && received.localPref() != PathAttributes.ABSENT;
        if (path == received.asPath() && !strip) {
            return received;
        }
        PathAttributesBuilder builder = received.toBuilder().asPath(path);
        return (strip ? builder.localPref(PathAttributes.ABSENT) : builder).build();
    }
}
