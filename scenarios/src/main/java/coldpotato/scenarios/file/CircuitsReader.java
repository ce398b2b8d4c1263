package coldpotato.scenarios.file;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.ConnectivityModel;
import coldpotato.core.azure.DirectCircuit;
import coldpotato.core.azure.PeeringLocation;
import coldpotato.core.azure.Provider;
import coldpotato.core.net.Asn;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;

/** The section {@code circuits}: ExpressRoute circuits with their provider and peerings. */
final class CircuitsReader {
    private static final long DIRECT_DELAY_NANOS = Durations.millis(1);

    private static final Key<String> PROVIDER_NAME =
            Key.usual("name", Words.TEXT, "the provider", "what it is called, for people", "Contoso Carrier");
    private static final Key<ConnectivityModel> MODEL = Key.usual(
            "model",
            Words.choice(models(), ConnectivityModel.CLOUD_EXCHANGE),
            "cloud-exchange",
            "cloud-exchange: on layer 2 or managed on layer 3; point-to-point: Ethernet, layer 2; any-to-any: on layer 3, or"
                    + " on layer 2 where the links end at routers of an IPVPN",
            "any-to-any");
    private static final Key<Integer> HAND_OFFS = Key.usual(
            "hand-offs",
            Numbers.whole(1, 2),
            "2",
            "1: both links come over one physical hand-off, told apart by an outer tag, and fail together as CIRCUIT.hand-off",
            "1");
    private static final Key<Integer> LAYER = Key.optional(
            "layer",
            Words.choice(ImmutableMap.of("2", 2, "3", 3), 2),
            "3 if there is an asn, otherwise 2",
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
    static final Shape PROVIDER =
            Shape.of("a provider", PROVIDER_NAME, MODEL, HAND_OFFS, LAYER, PROVIDER_ASN, CARRIER_SEEN, DELAY);

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
    private static final Key<Boolean> METRO = Key.usual(
            "metro",
            Words.SWITCH,
            "off",
            "whether the secondary link ends at the other location of the city (ExpressRoute Metro)",
            "on");
    private static final Key<String> DIRECT_PORT = Key.optional(
            "direct-port",
            Words.reference(NameKind.DIRECT_PORT),
            "a circuit of a provider",
            "the port pair of ExpressRoute Direct that it is on, in place of a provider",
            "dp-ams");
    private static final Key<Integer> S_TAG = Key.optional(
            "s-tag",
            Numbers.whole(1, 4094),
            "whatever Azure assigned",
            "outer tag that Azure assigned to the circuit (with direct-port and QinQ)",
            "100");
    private static final Key<Boolean> RATE_LIMIT = Key.usual(
            "rate-limit",
            Words.SWITCH,
            "off",
            "whether the circuit is cut to its bandwidth; otherwise it may use all of the ports (with direct-port)",
            "on");
    static final Shape CIRCUIT = Shape.of(
                    "a circuit",
                    ImmutableList.<Key<?>>builder()
                            .add(LOCATION, METRO, SKU, BANDWIDTH, CREATED, PROVIDER_KEY, DIRECT_PORT, S_TAG, RATE_LIMIT)
                            .add(PRIVATE_PEERING, MICROSOFT_PEERING)
                            .addAll(TermsReader.KEYS)
                            .build())
            .without(
                    "public-peering",
                    "public peering was retired on 31 March 2024; microsoft-peering reaches the same services"
                            + " (expressroute-circuit-peerings.md)");

    private CircuitsReader() {}

    static Circuit circuit(String name, Fields fields, PeeringReader.PublicPrefixes publicPrefixes) {
        LocalDate created = fields.get(CREATED);
        Optional<DirectCircuit> direct = fields.find(DIRECT_PORT).map(port -> direct(port, fields));
        if (direct.isPresent() && !direct.get().rateLimited() && fields.has(TermsReader.QUEUES)) {
            fields.wrong(TermsReader.QUEUES, "without rate-limit: on the circuit has no bandwidth of its own to share");
        }
        return new Circuit(
                name,
                fields.get(LOCATION),
                fields.get(SKU),
                fields.get(BANDWIDTH),
                created,
                direct.isPresent() ? onPorts(fields) : provider(fields),
                fields.get(METRO),
                direct,
                fields.find(PRIVATE_PEERING).map(peering -> PeeringReader.privatePeering(peering, created)),
                fields.find(MICROSOFT_PEERING)
                        .map(peering -> PeeringReader.microsoftPeering(peering, created, publicPrefixes)),
                TermsReader.terms(fields, direct.isPresent()));
    }

    private static DirectCircuit direct(String port, Fields fields) {
        if (fields.has(PROVIDER_KEY)) {
            fields.wrong(PROVIDER_KEY, "ExpressRoute Direct has no provider; take provider or direct-port away");
        }
        return new DirectCircuit(
                port, fields.find(S_TAG).map(OptionalInt::of).orElse(OptionalInt.empty()), fields.get(RATE_LIMIT));
    }

    /** The customer's own lines to the ports: both ends see each other's light. */
    private static Provider onPorts(Fields fields) {
        return new Provider("ExpressRoute Direct", Optional.empty(), true, DIRECT_DELAY_NANOS);
    }

    private static Provider provider(Fields circuit) {
        Fields fields = circuit.find(PROVIDER_KEY).orElseGet(() -> Fields.standIn(PROVIDER, circuit.reading()));
        Optional<Asn> asn = fields.find(PROVIDER_ASN);
        int layer = fields.find(LAYER).orElse(asn.isPresent() ? 3 : 2);
        if (layer == 3 && asn.isEmpty()) {
            fields.wrong(LAYER, "a provider on layer 3 speaks BGP and needs an asn");
        }
        if (layer == 2 && asn.isPresent()) {
            fields.wrong(PROVIDER_ASN, "a provider on layer 2 does not speak BGP; take asn away or say layer: 3");
        }
        ConnectivityModel model = fields.get(MODEL);
        if (model == ConnectivityModel.POINT_TO_POINT && layer == 3) {
            fields.wrong(MODEL, "point-to-point Ethernet is on layer 2; take asn and layer away, or say any-to-any");
        }
        return new Provider(
                fields.get(PROVIDER_NAME),
                asn,
                fields.get(CARRIER_SEEN),
                fields.get(DELAY),
                model,
                fields.get(HAND_OFFS) == 1);
    }

    private static ImmutableMap<String, ConnectivityModel> models() {
        return Maps.uniqueIndex(EnumSet.allOf(ConnectivityModel.class), ConnectivityModel::text);
    }

    private static ImmutableMap<String, Sku> skus() {
        return Maps.uniqueIndex(EnumSet.allOf(Sku.class), Sku::text);
    }
}
