package coldpotato.core.azure;

import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * What an appliance does with BGP. It passes on to each neighbour what it learned from the others.
 *
 * @param asn its AS
 * @param routeServer the Route Server that it peers with
 * @param announced prefixes that it announces of its own, whether it can reach them or not
 * @param prepend how often it puts its AS in front once more, towards Route Server
 * @param communities what it adds to all that it tells Route Server; with NO_ADVERTISE Route Server tells nobody else
 *     (route-server-faq.md)
 * @param importPolicy name of the policy for what Route Server tells, empty for none
 * @param exportPolicy name of the policy for what it tells Route Server, empty for none
 * @param tunnels to routers of sites, by name
 */
public record ApplianceBgp(
        Asn asn,
        Optional<RouteServerPeering> routeServer,
        ImmutableSet<Prefix> announced,
        int prepend,
        ImmutableSet<Community> communities,
        String importPolicy,
        String exportPolicy,
        ImmutableMap<String, OverlayTunnel> tunnels) {

    public ApplianceBgp withAnnounced(ImmutableSet<Prefix> value) {
        return new ApplianceBgp(asn, routeServer, value, prepend, communities, importPolicy, exportPolicy, tunnels);
    }
}
