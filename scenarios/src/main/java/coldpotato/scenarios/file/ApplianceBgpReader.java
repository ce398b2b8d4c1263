package coldpotato.scenarios.file;

import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.OverlayTunnel;
import coldpotato.core.azure.RouteServerPeering;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** What an appliance does with BGP: keys of the section {@code appliances}. */
final class ApplianceBgpReader {
    private static final Key<Asn> AS_NUMBER =
            Key.optional("asn", Nets.SPEAKER_ASN, "it speaks no BGP", "its AS, not 65515", "65001");
    private static final Key<String> ROUTE_SERVER = Key.optional(
            "peers-with-route-server",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "none",
            "the VNet whose Route Server it has sessions with: its own, or one that is peered with it",
            "hub");
    private static final Key<ImmutableSet<Integer>> INSTANCES = Key.usual(
            "route-server-instances",
            Words.choice(
                    ImmutableMap.of(
                            "both", RouteServerPeering.BOTH, "first", ImmutableSet.of(1), "second", ImmutableSet.of(2)),
                    RouteServerPeering.BOTH),
            "both",
            "which instances it has sessions with; it should be both",
            "first");
    private static final Key<ImmutableSet<Prefix>> ANNOUNCE = Key.optional(
            "announce",
            Nets.PREFIXES,
            "none",
            "what it announces of its own, whether it can reach it or not, besides what its neighbours tell it",
            "[0.0.0.0/0]");
    private static final Key<Integer> PREPEND = Key.usual(
            "prepend",
            Numbers.whole(0, 64),
            "0",
            "how many more times than once it puts its AS on the path towards Route Server",
            "2");
    private static final Key<ImmutableSet<Community>> COMMUNITIES = Key.optional(
            "communities",
            Nets.COMMUNITIES,
            "none",
            "what it adds to all that it tells Route Server; with no-advertise, Route Server tells nobody else",
            "[no-advertise]");
    private static final Key<String> IMPORT = Key.optional(
            "import",
            Words.reference(NameKind.POLICY),
            "everything is accepted",
            "policy for routes from Route Server",
            "spokes-only");
    private static final Key<String> EXPORT = Key.optional(
            "export",
            Words.reference(NameKind.POLICY),
            "everything is announced",
            "policy for routes to Route Server",
            "aggregate-only");

    private static final Key<String> ROUTER =
            Key.required("router", Words.reference(NameKind.ROUTER), "the edge router of a site at the far end", "ce1");
    private static final Key<Long> DELAY = Key.usual("delay", Quantities.DURATION, "10ms", "one way", "30ms");
    private static final Key<String> ROUTER_IMPORT = Key.optional(
            "import",
            Words.reference(NameKind.POLICY),
            "everything is accepted",
            "the router's policy for routes from the appliance",
            "backup");
    private static final Key<String> ROUTER_EXPORT = Key.optional(
            "export",
            Words.reference(NameKind.POLICY),
            "the site's prefixes are announced",
            "the router's policy for routes to the appliance",
            "hide-lab");
    static final Shape TUNNEL = Shape.of("a tunnel of an appliance", ROUTER, DELAY, ROUTER_IMPORT, ROUTER_EXPORT);
    private static final Key<ImmutableMap<String, Fields>> TUNNELS = Key.optional(
            "tunnels",
            Value.named(NameKind.OVERLAY_TUNNEL, TUNNEL.value()),
            "none",
            "to routers of sites, over the Internet, with BGP in them: branches of an SD-WAN",
            "{sdwan-ams: {router: ce1}}");

    /** The keys that an appliance has for BGP. */
    static final ImmutableList<Key<?>> KEYS = ImmutableList.of(
            AS_NUMBER, ROUTE_SERVER, INSTANCES, ANNOUNCE, PREPEND, COMMUNITIES, IMPORT, EXPORT, TUNNELS);

    private ApplianceBgpReader() {}

    /** Empty if it speaks no BGP; then it has none of the other keys either. */
    static Optional<ApplianceBgp> bgp(Fields fields) {
        if (!fields.has(AS_NUMBER)) {
            KEYS.stream()
                    .filter(fields::has)
                    .forEach(key -> fields.wrong(key, key.name() + " needs asn, since it is a matter of BGP"));
            return Optional.empty();
        }
        return Optional.of(new ApplianceBgp(
                fields.get(AS_NUMBER),
                fields.find(ROUTE_SERVER).map(vnet -> new RouteServerPeering(vnet, fields.get(INSTANCES))),
                fields.find(ANNOUNCE).orElse(ImmutableSet.of()),
                fields.get(PREPEND),
                fields.find(COMMUNITIES).orElse(ImmutableSet.of()),
                fields.find(IMPORT).orElse(""),
                fields.find(EXPORT).orElse(""),
                Entries.read(fields.find(TUNNELS), ApplianceBgpReader::tunnel)));
    }

    private static OverlayTunnel tunnel(String name, Fields fields) {
        return new OverlayTunnel(
                name,
                fields.get(ROUTER),
                fields.get(DELAY),
                fields.find(ROUTER_IMPORT).orElse(""),
                fields.find(ROUTER_EXPORT).orElse(""));
    }
}
