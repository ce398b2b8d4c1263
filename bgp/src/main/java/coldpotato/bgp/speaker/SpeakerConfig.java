package coldpotato.bgp.speaker;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableMap;

/**
 * One BGP router as configured.
 *
 * @param localAs its AS, unsigned
 * @param routerId its BGP identifier, an IPv4 address
 * @param clusterId its cluster if it reflects routes (RFC 4456), by custom the router id
 * @param decision how it chooses, multipath included
 * @param peers its neighbours by session name
 * @param installedOnly true if neighbours are told of a new best path only when the host's forwarding table has caught up with the
 *     decision, which the host tells by {@link BgpSpeaker#installed}; a path that the host prefers a static route to is told all the
 *     same (unlike FRRouting's {@code bgp suppress-fib-pending}), and so are withdrawals, prefixes of our own and what internal
 *     neighbours are told by {@link DecisionProcess#bestExternal}, at once
 * @throws IllegalArgumentException if it reflects routes and tells internal neighbours its best external path: one would hide the
 *     other
 */
public record SpeakerConfig(
        int localAs,
        IpAddress routerId,
        IpAddress clusterId,
        DecisionProcess decision,
        ImmutableMap<String, PeerConfig> peers,
        boolean installedOnly) {

    public SpeakerConfig {
        checkArgument(
                !decision.bestExternal() || peers.values().stream().noneMatch(PeerConfig::routeReflectorClient),
                "a router that reflects routes has no use for %s with the best external path",
                decision.name());
    }

    /** A router that tells what it decided, whether or not it forwards by it yet. */
    public SpeakerConfig(
            int localAs,
            IpAddress routerId,
            IpAddress clusterId,
            DecisionProcess decision,
            ImmutableMap<String, PeerConfig> peers) {
        this(localAs, routerId, clusterId, decision, peers, false);
    }

    /** The same router with other neighbours. */
    public SpeakerConfig withPeers(ImmutableMap<String, PeerConfig> changed) {
        return new SpeakerConfig(localAs, routerId, clusterId, decision, changed, installedOnly);
    }
}
