package coldpotato.scenarios.file;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.PeeringLocation;
import coldpotato.core.azure.Provider;
import coldpotato.core.net.Asn;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;

/** The section {@code circuits}: ExpressRoute circuits with their provider and peerings. */
final class CircuitsReader {
    private static final Key<String> PROVIDER_NAME =
            Key.usual("name", Words.TEXT, "the provider", "what it is called, for people", "Contoso Carrier");
    private static final Key<Integer> LAYER = Key.usual(
            "layer",
            Words.choice(ImmutableMap.of("2", 2, "3", 3), 2),
            "2",
            "2: the customer's router speaks BGP with Microsoft; 3: the provider speaks BGP with both",
            "3");
    private static final Key<Asn> PROVIDER_ASN =
            Key.optional("asn", Nets.ASN, "needed on layer 3", "AS number of a provider on layer 3", "64520");
    private static final Key<Boolean> CARRIER_SEEN = Key.usual(
            "carrier-seen",
            Words.SWITCH,
            "off",
            "on if both ends see a cut fibre at once; off if a switch in the path keeps the ports up",
            "on");
    private static final Key<Long> DELAY =
            Key.usual("delay", Quantities.DURATION, "2ms", "one way, from the site to Microsoft's edge", "8ms");
    static final Shape PROVIDER = Shape.of("a provider", PROVIDER_NAME, LAYER, PROVIDER_ASN, CARRIER_SEEN, DELAY);

    private static final Key<String> LOCATION = Key.required(
            "location",
            Words.listed("a peering location", PeeringLocation.catalogue()).map(PeeringLocation::name),
            "name of the peering location",
            "Amsterdam");
    static final Key<Sku> SKU = Key.usual(
            "sku",
            Words.choice(skus(), Sku.STANDARD),
            "Standard",
            "how far it reaches and how much it may carry",
            "Premium");
    private static final Key<Long> BANDWIDTH = Key.usual(
            "bandwidth", Quantities.BANDWIDTH, "1Gbps", "of each of the two links, in each direction", "200Mbps");
    private static final Key<LocalDate> CREATED = Key.usual(
            "created", Quantities.DATE, "2024-01-01", "defaults of Azure such as BFD depend on it", "2018-03-01");
    private static final Key<Fields> PROVIDER_KEY = Key.optional(
            "provider",
            PROVIDER.value(),
            "a provider on layer 2 with a switch in the path",
            "who carries the links from the site to Microsoft",
            "{layer: 3, asn: 64520}");
    private static final Key<Fields> PRIVATE_PEERING = Key.optional(
            "private-peering",
            PeeringReader.PRIVATE.value(),
            "none",
            "towards virtual networks",
            "{subnet: 192.168.100.128/29, vlan: 200, primary: {router: ce1}, secondary: {router: ce2}}");
    private static final Key<Fields> MICROSOFT_PEERING = Key.optional(
            "microsoft-peering",
            PeeringReader.MICROSOFT.value(),
            "none",
            "towards Microsoft's public services",
            "{subnet: 203.0.113.0/29, vlan: 300, route-filter: west-only, primary: {router: ce1}, secondary: {router: ce2}}");
    static final Shape CIRCUIT =
            Shape.of("a circuit", LOCATION, SKU, BANDWIDTH, CREATED, PROVIDER_KEY, PRIVATE_PEERING, MICROSOFT_PEERING);

    private CircuitsReader() {}

    static Circuit circuit(String name, Fields fields, PeeringReader.PublicPrefixes publicPrefixes) {
        LocalDate created = fields.get(CREATED);
        return new Circuit(
                name,
                fields.get(LOCATION),
                fields.get(SKU),
                fields.get(BANDWIDTH),
                created,
                provider(fields.find(PROVIDER_KEY).orElseGet(() -> Fields.standIn(PROVIDER, fields.reading()))),
                fields.find(PRIVATE_PEERING).map(peering -> PeeringReader.privatePeering(peering, created)),
                fields.find(MICROSOFT_PEERING)
                        .map(peering -> PeeringReader.microsoftPeering(peering, created, publicPrefixes)));
    }

    private static Provider provider(Fields fields) {
        boolean speaksBgp = fields.get(LAYER) == 3;
        if (speaksBgp && !fields.has(PROVIDER_ASN)) {
            fields.wrong(LAYER, "a provider on layer 3 speaks BGP and needs an asn");
        }
        if (!speaksBgp && fields.has(PROVIDER_ASN)) {
            fields.wrong(PROVIDER_ASN, "a provider on layer 2 does not speak BGP; take asn away or say layer: 3");
        }
        Optional<Asn> asn = fields.find(PROVIDER_ASN);
        return new Provider(fields.get(PROVIDER_NAME), asn, fields.get(CARRIER_SEEN), fields.get(DELAY));
    }

    private static ImmutableMap<String, Sku> skus() {
        return Maps.uniqueIndex(EnumSet.allOf(Sku.class), Sku::text);
    }
}
