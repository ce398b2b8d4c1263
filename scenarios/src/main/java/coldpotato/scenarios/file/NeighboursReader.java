package coldpotato.scenarios.file;

import coldpotato.core.azure.ForeignCloud;
import coldpotato.core.azure.ForeignCloud.FastConnect;
import coldpotato.core.azure.IpVpn;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.OptionalInt;

/** The sections {@code ipvpns} and {@code clouds}: networks of others that the customer's are joined with. */
final class NeighboursReader {
    private static final Key<Asn> ASN =
            Key.required("asn", Nets.ASN, "AS number of its routers; quote it if written with a dot", "64520");
    private static final Key<ImmutableMap<String, Fields>> ROUTERS = Key.required(
            "routers",
            SitesReader.ROUTERS.value(),
            "its edge routers, which WAN links and peerings of circuits name: names, or names with settings",
            "[pe1, pe2]");
    private static final Key<Long> CORE_DELAY = Key.usual(
            "core-delay", Quantities.DURATION, "5ms", "one way through the core, between two of its routers", "12ms");
    private static final Key<Boolean> OVERRIDES_AS = Key.usual(
            "as-override",
            Words.SWITCH,
            "off",
            "whether it puts its own AS in place of a site's towards that site, so that sites of one AS hear each other",
            "on");
    private static final Key<Boolean> REFLECTS_AZURE = Key.usual(
            "reflects-azure",
            Words.SWITCH,
            "off",
            "whether it announces to Microsoft what it has heard from Microsoft elsewhere, which a provider should not",
            "on");
    private static final Key<Boolean> ANNOUNCES_LINKS = Key.usual(
            "announces-links",
            Words.SWITCH,
            "off",
            "whether it announces the subnets of its links, as happens when nobody filters them",
            "on");
    static final Shape IPVPN =
            Shape.of("an IPVPN", ASN, ROUTERS, CORE_DELAY, OVERRIDES_AS, REFLECTS_AZURE, ANNOUNCES_LINKS);

    private static final Key<ImmutableSet<Prefix>> PREFIXES = Key.required(
            "prefixes", Nets.PREFIXES, "its address spaces, announced to whoever it is joined with", "[172.31.0.0/16]");
    private static final Key<Integer> MAXIMUM_PREFIX = Key.optional(
            "maximum-prefix",
            Numbers.whole(1, 10_000_000),
            "no limit",
            "more prefixes than this on one session end it, until they are fewer",
            "100");
    private static final Key<String> REGION =
            Key.required("region", Words.TEXT, "Oracle's name of the region that it is in", "Ashburn");
    private static final Key<Long> BANDWIDTH = Key.usual(
            "bandwidth",
            Quantities.BANDWIDTH,
            "1Gbps",
            "what Oracle has been asked for, the same as the circuit's",
            "2Gbps");
    static final Shape FAST_CONNECT = Shape.of("FastConnect", REGION, BANDWIDTH);

    private static final Key<Fields> FAST_CONNECT_KEY = Key.optional(
            "fast-connect",
            FAST_CONNECT.value(),
            "none",
            "Oracle's end of an interconnect with a circuit",
            "{region: Ashburn, bandwidth: 1Gbps}");
    static final Shape CLOUD = Shape.of("another cloud", ASN, PREFIXES, ROUTERS, MAXIMUM_PREFIX, FAST_CONNECT_KEY);

    private NeighboursReader() {}

    static IpVpn ipvpn(String name, Fields fields) {
        return new IpVpn(
                name,
                fields.get(ASN),
                Entries.read(fields.get(ROUTERS), SitesReader::router),
                fields.get(CORE_DELAY),
                fields.get(OVERRIDES_AS),
                fields.get(REFLECTS_AZURE),
                fields.get(ANNOUNCES_LINKS));
    }

    static ForeignCloud cloud(String name, Fields fields) {
        return new ForeignCloud(
                name,
                fields.get(ASN),
                fields.get(PREFIXES),
                Entries.read(fields.get(ROUTERS), SitesReader::router),
                fields.find(MAXIMUM_PREFIX).map(OptionalInt::of).orElse(OptionalInt.empty()),
                fields.find(FAST_CONNECT_KEY).map(end -> new FastConnect(end.get(REGION), end.get(BANDWIDTH))));
    }
}
