package coldpotato.scenarios.file;

import coldpotato.core.azure.CongestionDomain;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.WanLink;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import java.util.EnumSet;
import java.util.Optional;

/** The sections {@code wan-links} and {@code internet-links}: links that do not lead to Microsoft. */
final class LinksReader {
    private static final Key<ImmutableList<String>> BETWEEN = Key.required(
            "between",
            Value.list(Words.reference(NameKind.ROUTER)),
            "the two edge routers that it joins, of sites, IPVPNs or other clouds",
            "[la1, ny1]");
    private static final Key<Integer> IGP_COST =
            Key.usual("igp-cost", Numbers.whole(1, 65535), "10", "cost in both directions", "100");
    private static final Key<Long> WAN_DELAY = Key.usual("delay", Quantities.DURATION, "10ms", "one way", "30ms");
    private static final Key<ImmutableMap<String, String>> WAN_IMPORT = Key.optional(
            "import",
            Value.byReference(NameKind.ROUTER, Words.reference(NameKind.POLICY)),
            "everything is accepted",
            "policy by the router that applies it to what it hears; only between routers of different AS",
            "{la1: prefer-local}");
    private static final Key<Prefix> WAN_SUBNET = Key.optional(
            "subnet",
            Nets.PREFIX,
            "addresses that nobody sees",
            "its addresses, a /30 or shorter; the router named first takes the first usable one",
            "10.255.0.0/30");
    private static final Key<CongestionDomain> DOMAIN = Key.optional(
            "domain",
            Words.choice(
                    Maps.uniqueIndex(EnumSet.allOf(CongestionDomain.class), CongestionDomain::text),
                    CongestionDomain.PRIVATE_WAN),
            "nobody says",
            "whose network it is in, and so who may congest it: a label that the ways of flows are told with",
            "home-broadband");
    static final Shape WAN_LINK = Shape.of("a WAN link", BETWEEN, IGP_COST, WAN_DELAY, WAN_IMPORT, WAN_SUBNET, DOMAIN);

    private static final Key<String> ROUTER =
            Key.required("router", Words.reference(NameKind.ROUTER), "the edge router at it", "ce1");
    private static final Key<String> IMPORT = Key.optional(
            "import",
            Words.reference(NameKind.POLICY),
            "everything is accepted",
            "policy for routes from the Internet",
            "default-only");
    private static final Key<String> EXPORT = Key.optional(
            "export",
            Words.reference(NameKind.POLICY),
            "everything to be announced is announced",
            "policy for routes to the Internet",
            "aggregate-only");
    private static final Key<ImmutableSet<Prefix>> ADVERTISE = Key.optional(
            "advertise", Nets.PREFIXES, "the site's public prefixes", "what is announced", "[198.51.100.0/24]");
    private static final Key<Long> INTERNET_DELAY =
            Key.usual("delay", Quantities.DURATION, "5ms", "one way, to the Internet provider", "20ms");
    static final Shape INTERNET_LINK =
            Shape.of("an Internet link", ROUTER, IMPORT, EXPORT, ADVERTISE, INTERNET_DELAY, DOMAIN);

    private LinksReader() {}

    static WanLink wanLink(String name, Fields fields) {
        ImmutableList<String> ends = fields.get(BETWEEN);
        if (ends.size() != 2 || ends.get(0).equals(ends.get(1))) {
            fields.wrong(BETWEEN, "a link joins two different routers, as in between: [la1, ny1]");
        }
        String a = Iterables.getFirst(ends, "");
        String b = Iterables.getLast(ends, "");
        ImmutableMap<String, String> imports = fields.find(WAN_IMPORT).orElse(ImmutableMap.of());
        imports.keySet().stream()
                .filter(router -> !ends.contains(router))
                .forEach(stranger -> fields.wrong(
                        WAN_IMPORT, Quoted.of(stranger) + " is not at this link; it joins " + a + " and " + b));
        return new WanLink(
                name,
                a,
                b,
                fields.get(IGP_COST),
                fields.get(WAN_DELAY),
                imports.getOrDefault(a, ""),
                imports.getOrDefault(b, ""),
                fields.find(DOMAIN),
                subnet(fields));
    }

    private static Optional<Prefix> subnet(Fields fields) {
        Optional<Prefix> subnet = fields.find(WAN_SUBNET);
        subnet.filter(prefix -> prefix.length() > prefix.family().bits() - 2)
                .ifPresent(prefix -> fields.wrong(WAN_SUBNET, prefix + " is too small for two routers"));
        return subnet;
    }

    static InternetLink internetLink(String name, Fields fields) {
        return new InternetLink(
                name,
                fields.get(ROUTER),
                fields.find(IMPORT).orElse(""),
                fields.find(EXPORT).orElse(""),
                fields.find(ADVERTISE),
                fields.get(INTERNET_DELAY),
                fields.find(DOMAIN));
    }
}
