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
 */
public record SpeakerConfig(
        int localAs,
        IpAddress routerId,
        IpAddress clusterId,
        DecisionProcess decision,
        ImmutableMap<String, PeerConfig> peers) {

    /** The same router with other neighbours. */
    public SpeakerConfig withPeers(ImmutableMap<String, PeerConfig> changed) {
        return new SpeakerConfig(localAs, routerId, clusterId, decision, changed);
    }
}
