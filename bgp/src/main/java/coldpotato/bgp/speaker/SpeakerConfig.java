package coldpotato.bgp.speaker;

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
 * @param installedOnly true if neighbours are told of a route only when the host's forwarding table holds it (FRRouting's
 *     {@code bgp suppress-fib-pending}), which the host tells by {@link BgpSpeaker#installed}
 */
public record SpeakerConfig(
        int localAs,
        IpAddress routerId,
        IpAddress clusterId,
        DecisionProcess decision,
        ImmutableMap<String, PeerConfig> peers,
        boolean installedOnly) {

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
