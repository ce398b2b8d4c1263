package coldpotato.core.azure;

import coldpotato.core.azure.Site.HostsReachRouters;
import coldpotato.core.net.Asn;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/**
 * A provider's any-to-any network (IPVPN), as one customer sees it: one routing domain (VRF) of edge routers, each joined with each
 * other by the provider's core. Sites hang off one or more of them by WAN links; others face Microsoft
 * (expressroute-troubleshooting-expressroute-overview.md). Everything that one neighbour announces is told to all others.
 *
 * @param name unique
 * @param asn the provider's AS
 * @param routers its edge routers (PE), by name
 * @param coreDelayNanos one way, between two of them
 * @param overridesAs true if it puts its own AS in place of a site's towards that site, so that sites of one AS hear each other
 * @param reflectsAzure true if it announces to Microsoft what it has heard from Microsoft elsewhere
 * @param announcesLinks true if it announces the subnets of its links with sites
 */
public record IpVpn(
        String name,
        Asn asn,
        ImmutableMap<String, EdgeRouter> routers,
        long coreDelayNanos,
        boolean overridesAs,
        boolean reflectsAzure,
        boolean announcesLinks) {

    /** How it looks to its neighbours: edge routers without hosts. */
    public Site asSite() {
        return new Site(
                name,
                asn,
                ImmutableSet.of(),
                ImmutableSet.of(),
                routers,
                HostsReachRouters.NO_HOSTS,
                true,
                ImmutableMap.of());
    }
}
