package coldpotato.scenarios.file;

import coldpotato.core.azure.EdgeRouter;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.Site.HostsReachRouters;
import coldpotato.core.net.Asn;
import coldpotato.core.net.EcmpHashing;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;

/** The section {@code sites}: where the customer is. */
final class SitesReader {
    private static final Key<Integer> MULTIPATH = Key.usual(
            "multipath",
            Numbers.whole(1, 64),
            "1",
            "how many equal BGP paths it uses side by side, 1 for one only",
            "2");
    private static final Key<EcmpHashing> ECMP_HASHING = Key.usual(
            "ecmp-hashing",
            Words.choice(Maps.toMap(EcmpHashing.texts(), EcmpHashing::parse), EcmpHashing.RESILIENT),
            "resilient",
            "which of several next hops a flow takes; resilient: one that goes moves only its own flows; modulo: it moves"
                    + " others too",
            "modulo");
    private static final Key<Long> FIB_DELAY = Key.usual(
            "fib-delay",
            Quantities.DURATION,
            "50ms",
            "from a change of its routing table until packets follow it",
            "200ms");
    private static final Key<Boolean> EXTERNAL = Key.usual(
            "external",
            Words.SWITCH,
            "off",
            "whether a real router takes its place in coldpotato live; run simulates it all the same",
            "on");
    static final Shape ROUTER = Shape.of("an edge router", MULTIPATH, ECMP_HASHING, FIB_DELAY, EXTERNAL);

    static final Key<Asn> SITE_ASN =
            Key.required("asn", Nets.ASN, "AS number of the site's routers; quote it if written with a dot", "65010");
    private static final Key<ImmutableSet<Prefix>> PREFIXES = Key.optional(
            "prefixes",
            Nets.PREFIXES,
            "none",
            "where its hosts live; announced over private peering unless `advertise` says otherwise",
            "[10.10.0.0/16]");
    private static final Key<ImmutableSet<Prefix>> PUBLIC_PREFIXES = Key.optional(
            "public-prefixes",
            Nets.PREFIXES,
            "none",
            "public ranges of its hosts; announced over Microsoft peering and to the Internet unless `advertise` says"
                    + " otherwise",
            "[198.51.100.0/24]");
    static final Key<ImmutableMap<String, Fields>> ROUTERS = Key.required(
            "routers",
            Value.listOr(routerNames(), Value.named(NameKind.ROUTER, ROUTER.value())),
            "its edge routers: names, or names with settings",
            "[ce1, ce2]");
    private static final Key<HostsReachRouters> HOSTS_REACH_ROUTERS_BY = Key.usual(
            "hosts-reach-routers-by",
            Words.choice(
                    ImmutableMap.of(
                            "ecmp", HostsReachRouters.ECMP,
                            "first-alive", HostsReachRouters.FIRST_ALIVE,
                            "routing", HostsReachRouters.ROUTING),
                    HostsReachRouters.ECMP),
            "ecmp",
            "ecmp: a default route shared over all routers whose LAN link is up; first-alive: the first such router, as"
                    + " with VRRP; routing: the LAN takes part in IGP and iBGP",
            "first-alive");
    private static final Key<Boolean> INTERCONNECTED = Key.usual(
            "interconnected",
            Words.SWITCH,
            "on",
            "whether each router also has a direct link to each other one",
            "off");
    private static final Key<ImmutableMap<String, Fields>> FIREWALLS = Key.optional(
            "firewalls",
            Value.named(NameKind.FIREWALL, FirewallReader.FIREWALL.value()),
            "none",
            "stateful firewalls at its edges, by name",
            "{f1: {links: [isp-ams]}}");
    private static final Key<ImmutableMap<String, Fields>> SOURCE_NATS = Key.optional(
            "source-nats",
            Value.named(NameKind.SOURCE_NAT, NatReader.SOURCE_NAT.value()),
            "none",
            "source NAT at its edges, by name",
            "{nat-er: {links: [er-ams.primary, er-ams.secondary], pool: 203.0.113.64/28}}");
    private static final Key<ImmutableMap<String, Fields>> DESTINATION_NATS = Key.optional(
            "destination-nats",
            Value.named(NameKind.DESTINATION_NAT, NatReader.DESTINATION_NAT.value()),
            "none",
            "destination NAT at its edges, by name",
            "{published: {links: [isp-ams], servers: {203.0.113.70: 10.10.1.25}}}");
    static final Shape SITE = Shape.of(
            "a site",
            SITE_ASN,
            PREFIXES,
            PUBLIC_PREFIXES,
            ROUTERS,
            HOSTS_REACH_ROUTERS_BY,
            INTERCONNECTED,
            FIREWALLS,
            SOURCE_NATS,
            DESTINATION_NATS);

    private SitesReader() {}

    static Site site(String name, Fields fields) {
        return new Site(
                name,
                fields.get(SITE_ASN),
                fields.find(PREFIXES).orElse(ImmutableSet.of()),
                fields.find(PUBLIC_PREFIXES).orElse(ImmutableSet.of()),
                Entries.read(fields.get(ROUTERS), SitesReader::router),
                fields.get(HOSTS_REACH_ROUTERS_BY),
                fields.get(INTERCONNECTED),
                Entries.read(fields.find(FIREWALLS), FirewallReader::firewall),
                NatReader.nats(fields.find(SOURCE_NATS), fields.find(DESTINATION_NATS)));
    }

    static EdgeRouter router(String name, Fields fields) {
        return new EdgeRouter(
                name, fields.get(MULTIPATH), fields.get(ECMP_HASHING), fields.get(FIB_DELAY), fields.get(EXTERNAL));
    }

    /** Bare names stand for routers with the usual settings. */
    private static Value<ImmutableMap<String, Fields>> routerNames() {
        Value<ImmutableList<String>> names = Value.list(Words.newName(NameKind.ROUTER));
        return new Value<>(names.form(), reading -> ImmutableMap.of(), (tree, reading) -> {
            ImmutableMap.Builder<String, Fields> routers = ImmutableMap.builder();
            names.read(tree, reading).forEach(name -> routers.put(name, Fields.standIn(ROUTER, reading)));
            return routers.buildKeepingLast();
        });
    }
}
