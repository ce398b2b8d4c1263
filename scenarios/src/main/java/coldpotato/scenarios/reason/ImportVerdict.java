package coldpotato.scenarios.reason;

import coldpotato.bgp.policy.PolicyRoute;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.PolicySession;
import coldpotato.bgp.policy.PolicyVerdict;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerConfig;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** What a speaker's import policy says of a path as it was received. */
public final class ImportVerdict {
    private ImportVerdict() {}

    /** The verdict, empty for a path of the speaker itself. */
    public static Optional<PolicyVerdict> of(BgpSpeaker speaker, Path path) {
        return Optional.ofNullable(speaker.config().peers().get(path.source().session()))
                .map(peer -> peer.importPolicy().apply(new PolicyRoute(path.prefix(), path.received(), session(peer))));
    }

    /** The rules that changed a path that was accepted. */
    public static ImmutableList<PolicyRule> changing(BgpSpeaker speaker, Path path) {
        return of(speaker, path)
                .filter(verdict -> path.accepted())
                .map(PolicyVerdict::changedBy)
                .orElse(ImmutableList.of());
    }

    private static PolicySession session(PeerConfig peer) {
        return new PolicySession(peer.localAs(), peer.remoteAs(), peer.localAddress(), peer.remoteAddress());
    }

    /** A rule with its place in the file. */
    public static String text(PolicyRule rule) {
        return "rule " + rule.name() + (rule.provenance().isEmpty() ? "" : " (" + rule.provenance() + ")");
    }
}
