package coldpotato.sim.azure;

import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.bgp.speaker.PrefixLimit;
import coldpotato.bgp.speaker.SessionTimers;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.time.Durations;
import java.util.Optional;

/** What a customer's router has configured for Microsoft's at the other end, whatever the link between them is. */
final class EdgeSettings {
    private final Compilation compilation;
    private final CircuitPolicies policies;

    EdgeSettings(Compilation compilation) {
        this.compilation = compilation;
        this.policies = new CircuitPolicies(compilation);
    }

    PeerConfigBuilder apply(PeerConfigBuilder peer, PeeringKind kind, PeeringLink link) {
        return peer.timers(SessionTimers.DEFAULT.withHold(link.holdNanos(), link.keepaliveNanos()))
                .importPolicy(compilation.policy(link.importPolicy()))
                .exportPolicy(policies.customerExport(kind, link))
                .prefixLimit(limit(link));
    }

    /** A router that had too much waits for somebody to clear the session. */
    private static Optional<PrefixLimit> limit(PeeringLink link) {
        return link.maximumPrefix().isPresent()
                ? Optional.of(new PrefixLimit(link.maximumPrefix().getAsInt(), Durations.NANOS_MAX, true))
                : Optional.empty();
    }
}
