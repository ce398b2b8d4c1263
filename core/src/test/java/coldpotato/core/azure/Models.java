package coldpotato.core.azure;

import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.Site.HostsReachRouters;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Models to check and change in tests. */
public final class Models {
    private Models() {}

    /** One site, one circuit with both peerings, one VNet with a connection, one route filter, one way to the Internet. */
    public static HybridNetwork usual() {
        return HybridNetwork.EMPTY.toBuilder()
                .put(site(65010, prefixes("10.10.0.0/16")))
                .put(circuit("er", Sku.STANDARD).withPeering(microsoftPeering()))
                .put(vnet("hub", "West Europe", "ErGw1AZ", "10.20.0.0/16"))
                .put(new Connection("hub-er", "hub", "er", 0))
                .put(new RouteFilter("storage", ImmutableSet.of(Community.parse("12076:52002"))))
                .put(new InternetLink("isp", "ce1", "", "", Optional.empty(), 0))
                .build();
    }

    public static Site site(long asn, ImmutableSet<Prefix> prefixes) {
        return new Site(
                "amsterdam",
                new Asn(asn),
                prefixes,
                prefixes("203.0.113.0/24"),
                ImmutableMap.of("ce1", router("ce1"), "ce2", router("ce2")),
                HostsReachRouters.ECMP,
                true,
                ImmutableMap.of());
    }

    /** Behind a provider. */
    public static Site site(String name, ImmutableSet<Prefix> prefixes, String router) {
        return new Site(
                name,
                new Asn(65020),
                prefixes,
                ImmutableSet.of(),
                ImmutableMap.of(router, router(router)),
                HostsReachRouters.ECMP,
                true,
                ImmutableMap.of());
    }

    public static IpVpn ipvpn(String name, String a, String b) {
        return new IpVpn(name, new Asn(64520), ImmutableMap.of(a, router(a), b, router(b)), 0, false, false, false);
    }

    private static EdgeRouter router(String name) {
        return new EdgeRouter(name, 1, 0);
    }

    public static Circuit circuit(String name, Sku sku) {
        return new Circuit(
                name,
                "Amsterdam",
                sku,
                1000,
                LocalDate.of(2024, 1, 1),
                new Provider("Contoso", Optional.empty(), false, Durations.millis(2)),
                Optional.of(privatePeering("192.168.100.128/29", 200)),
                Optional.empty());
    }

    public static PrivatePeering privatePeering(String block, int vlan) {
        return PrivatePeering.builder(
                        PeeringLink.builder("ce1").build(),
                        PeeringLink.builder("ce2").build())
                .ipv4(Optional.of(LinkSubnets.split(Prefix.parse(block))))
                .vlan(vlan)
                .build();
    }

    public static MicrosoftPeering microsoftPeering() {
        return microsoftPeering("198.51.100.0/29", "203.0.113.0/24");
    }

    public static MicrosoftPeering microsoftPeering(String block, String... advertised) {
        return MicrosoftPeering.builder(
                        LocalDate.of(2024, 1, 1),
                        PeeringLink.builder("ce1").build(),
                        PeeringLink.builder("ce2").build())
                .ipv4(Optional.of(LinkSubnets.split(Prefix.parse(block))))
                .vlan(300)
                .advertisedPublicPrefixes(prefixes(advertised))
                .build();
    }

    public static VirtualNetwork vnet(String name, String region, String sku, String... prefixes) {
        return new VirtualNetwork(
                name, region, prefixes(prefixes), Optional.empty(), Optional.of(new ExpressRouteGateway(sku)));
    }

    public static ImmutableSet<Prefix> prefixes(String... texts) {
        return Arrays.stream(texts).map(Prefix::parse).collect(ImmutableSet.toImmutableSet());
    }

    /** So many prefixes of length 24. */
    public static ImmutableSet<Prefix> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Prefix.parse("10.0.0.0/8").subnet(24, i))
                .collect(ImmutableSet.toImmutableSet());
    }
}
