package coldpotato.core.net;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A rule about flows that are opened across a firewall.
 *
 * @param name for people
 * @param allows whether such flows may be opened
 * @param fromOutside the side that opens them; empty for either
 * @param from where they are opened, empty for anywhere
 * @param to where to, empty for anywhere
 * @param protocol empty for any
 * @param ports at the other end, empty for any
 */
public record FlowRule(
        String name,
        boolean allows,
        Optional<Boolean> fromOutside,
        ImmutableSet<Prefix> from,
        ImmutableSet<Prefix> to,
        Optional<IpProtocol> protocol,
        ImmutableSet<Integer> ports) {

    /** True if the rule is about a flow that is opened with this key, from this side. */
    public boolean concerns(FlowKey key, boolean outside) {
        return fromOutside.map(side -> side == outside).orElse(true)
                && holds(from, key.source())
                && holds(to, key.destination())
                && protocol.map(wanted -> wanted == key.protocol()).orElse(true)
                && (ports.isEmpty() || ports.contains(key.destinationPort()));
    }

    private static boolean holds(ImmutableSet<Prefix> prefixes, IpAddress address) {
        return prefixes.isEmpty() || prefixes.stream().anyMatch(prefix -> prefix.contains(address));
    }
}
