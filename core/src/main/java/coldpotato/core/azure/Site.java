package coldpotato.core.azure;

import coldpotato.core.net.Asn;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/**
 * A customer location: hosts behind one or more edge routers.
 *
 * @param name unique
 * @param asn its AS
 * @param prefixes where its hosts live; announced over private peering unless told otherwise
 * @param publicPrefixes public ranges of its hosts; announced over Microsoft peering and to the Internet unless told
 *     otherwise
 * @param routers its edge routers, by name
 * @param hostsReachRoutersBy how packets of the hosts find a router
 * @param interconnected true if each router also has a direct link to each other one
 * @param firewalls stateful firewalls at its edges, by name
 * @param nats NAT at its edges
 */
public record Site(
        String name,
        Asn asn,
        ImmutableSet<Prefix> prefixes,
        ImmutableSet<Prefix> publicPrefixes,
        ImmutableMap<String, EdgeRouter> routers,
        HostsReachRouters hostsReachRoutersBy,
        boolean interconnected,
        ImmutableMap<String, SiteFirewall> firewalls,
        SiteNats nats) {

    /** A site without NAT. */
    public Site(
            String name,
            Asn asn,
            ImmutableSet<Prefix> prefixes,
            ImmutableSet<Prefix> publicPrefixes,
            ImmutableMap<String, EdgeRouter> routers,
            HostsReachRouters hostsReachRoutersBy,
            boolean interconnected,
            ImmutableMap<String, SiteFirewall> firewalls) {
        this(
                name,
                asn,
                prefixes,
                publicPrefixes,
                routers,
                hostsReachRoutersBy,
                interconnected,
                firewalls,
                SiteNats.NONE);
    }

    /** The same with other prefixes. */
    public Site withPrefixes(ImmutableSet<Prefix> value) {
        return new Site(
                name, asn, value, publicPrefixes, routers, hostsReachRoutersBy, interconnected, firewalls, nats);
    }

    /** The same with other NATs. */
    public Site withNats(SiteNats value) {
        return new Site(
                name, asn, prefixes, publicPrefixes, routers, hostsReachRoutersBy, interconnected, firewalls, value);
    }

    /** The same with this firewall in place of the one of its name. */
    public Site with(SiteFirewall firewall) {
        return new Site(
                name,
                asn,
                prefixes,
                publicPrefixes,
                routers,
                hostsReachRoutersBy,
                interconnected,
                ImmutableMap.<String, SiteFirewall>builder()
                        .putAll(firewalls)
                        .put(firewall.name(), firewall)
                        .buildKeepingLast(),
                nats);
    }

    /** How the hosts of a site find an edge router. */
    public enum HostsReachRouters {
        /** Default route shared over all routers whose LAN link is up, a flow staying on one. */
        ECMP,
        /** First router of the list whose LAN link is up, as with VRRP or HSRP. */
        FIRST_ALIVE,
        /** There are none, as in a provider's network. */
        NO_HOSTS,
        /** The LAN takes part in the IGP and in iBGP, so that packets leave by the router with the best route. */
        ROUTING
    }
}
