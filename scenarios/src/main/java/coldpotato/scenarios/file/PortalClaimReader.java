package coldpotato.scenarios.file;

import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.file.Expectation.OfArp;
import coldpotato.scenarios.file.Expectation.OfEffectiveRoute;
import coldpotato.scenarios.file.Expectation.OfGatewayRoutes;
import coldpotato.scenarios.file.Expectation.OfMetric;
import coldpotato.scenarios.portal.ArpTable.Sight;
import coldpotato.scenarios.portal.EffectiveRoute.NextHopType;
import coldpotato.scenarios.portal.EffectiveRoute.Source;
import coldpotato.scenarios.portal.Metric;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.EnumSet;
import java.util.function.Function;

/** Expectations of what Azure shows: metrics, ARP tables, effective routes, routes of gateways. */
final class PortalClaimReader {
    static final Key<String> METRIC = Key.optional(
            "metric",
            Words.choice(metrics(), ""),
            "not about a metric",
            "an expectation of this metric of Azure Monitor, at every instant",
            "BgpAvailability");
    private static final Key<String> OF = Key.optional(
            "of",
            Words.reference(NameKind.ELEMENT),
            "needed with metric",
            "the circuit, direct port, gateway (instance) or connection whose metric it is",
            "er-ams");
    private static final Key<AmountRange> IS = Key.optional(
            "is",
            Ranges.AMOUNT,
            "needed with metric",
            "its value, in percent, bits per second or without a unit; each value that there is, if there are several",
            "100%");
    static final Key<String> ARP = Key.optional(
            "arp",
            Words.reference(NameKind.LINK),
            "not about ARP",
            "an expectation of the ARP tables of this circuit, or of a path or link of it",
            "er-ams.primary");
    private static final Key<Sight> ON_PREM = Key.optional(
            "on-prem",
            Words.choice(choices(Sight.class, Sight::text), Sight.ANSWERS),
            "needed with arp",
            "whether somebody answers at the customer's end, the row is incomplete, or there is no table",
            "incomplete");
    private static final Key<PeeringKind> PEERING = Key.optional(
            "peering",
            Words.choice(choices(PeeringKind.class, PeeringKind::text), PeeringKind.PRIVATE),
            "each peering",
            "of which peering (with metric and arp)",
            "private");
    private static final Key<Leg> PEER = Key.optional(
            "peer",
            Words.choice(choices(Leg.class, Leg::text), Leg.PRIMARY),
            "each path",
            "of which path, or link of a port pair (with metric and arp)",
            "primary");
    private static final Key<String> PEERED_CIRCUIT = Key.optional(
            "peered-circuit",
            Words.reference(NameKind.CIRCUIT),
            "each circuit that it has Global Reach with",
            "of Global Reach with which circuit, PeeredCircuitSKey to Azure (with metric)",
            "er-lon");
    static final Key<Prefix> EFFECTIVE_ROUTE = Key.optional(
            "effective-route",
            Nets.PREFIX,
            "not about an effective route",
            "an expectation of the effective routes for exactly this of the node, which stands for a subnet",
            "10.10.0.0/16");
    private static final Key<NextHopType> NEXT_HOP_TYPE = Key.optional(
            "next-hop-type",
            Words.choice(choices(NextHopType.class, NextHopType::text), NextHopType.NONE),
            "not claimed",
            "what its next hop is",
            "VirtualNetworkGateway");
    private static final Key<Source> SOURCE = Key.optional(
            "source",
            Words.choice(choices(Source.class, Source::text), Source.DEFAULT),
            "not claimed",
            "who gave it",
            "User");
    private static final Key<Boolean> ACTIVE =
            Key.usual("active", Words.SWITCH, "true", "whether its state is Active; off for Invalid", "off");
    static final Key<String> LEARNED_ROUTES = Key.optional(
            "learned-routes",
            Words.reference(NameKind.NODE),
            "not about learned routes",
            "an expectation of the prefixes that each instance of this gateway, Route Server or hub router learned",
            "hub.gateway");
    static final Key<String> ADVERTISED_ROUTES = Key.optional(
            "advertised-routes",
            Words.reference(NameKind.NODE),
            "not about advertised routes",
            "an expectation of the prefixes that each of its instances told each of its peers that is connected",
            "hub.gateway1");
    private static final Key<CountRange> ROUTES = Key.optional(
            "routes", Ranges.COUNT, "needed with learned-routes and advertised-routes", "how many prefixes", "4000");

    /** The keys that go with these. */
    static final ImmutableList<Key<?>> SETTINGS =
            ImmutableList.of(OF, IS, PEERING, PEER, PEERED_CIRCUIT, ON_PREM, NEXT_HOP_TYPE, SOURCE, ACTIVE, ROUTES);

    private PortalClaimReader() {}

    static OfMetric metric(Fields fields) {
        need(fields, METRIC, OF);
        need(fields, METRIC, IS);
        return new OfMetric(
                fields.find(METRIC).orElse(""),
                fields.find(OF).orElse(""),
                fields.find(PEERING),
                fields.find(PEER),
                fields.find(PEERED_CIRCUIT),
                fields.find(IS).orElseGet(() -> IS.value().standIn(fields.reading())));
    }

    static OfArp arp(Fields fields) {
        need(fields, ARP, ON_PREM);
        return new OfArp(
                fields.find(ARP).orElse(""),
                fields.find(PEERING),
                fields.find(PEER),
                fields.find(ON_PREM).orElse(Sight.ANSWERS));
    }

    static OfEffectiveRoute effectiveRoute(Fields fields) {
        need(fields, EFFECTIVE_ROUTE, ExpectationReader.NODE);
        return new OfEffectiveRoute(
                fields.find(EFFECTIVE_ROUTE).orElse(Prefix.DEFAULT_IPV4),
                fields.find(ExpectationReader.NODE).orElse(""),
                fields.get(RouteClaimReader.PRESENT),
                fields.get(ACTIVE),
                fields.find(SOURCE),
                fields.find(NEXT_HOP_TYPE));
    }

    static OfGatewayRoutes learned(Fields fields) {
        return routes(fields, LEARNED_ROUTES, false);
    }

    static OfGatewayRoutes advertised(Fields fields) {
        return routes(fields, ADVERTISED_ROUTES, true);
    }

    private static OfGatewayRoutes routes(Fields fields, Key<String> about, boolean advertised) {
        need(fields, about, ROUTES);
        return new OfGatewayRoutes(
                fields.find(about).orElse(""), advertised, fields.find(ROUTES).orElseGet(() -> ROUTES.value()
                        .standIn(fields.reading())));
    }

    private static void need(Fields fields, Key<?> about, Key<?> needed) {
        if (!fields.has(needed)) {
            fields.wrong(
                    about,
                    about.name() + " needs the key " + needed.name() + ", such as " + needed.name() + ": "
                            + needed.example());
        }
    }

    private static ImmutableMap<String, String> metrics() {
        return EnumSet.allOf(Metric.class).stream()
                .filter(metric -> metric.missing().isEmpty())
                .map(Metric::title)
                .distinct()
                .collect(ImmutableMap.toImmutableMap(title -> title, title -> title));
    }

    private static <E extends Enum<E>> ImmutableMap<String, E> choices(Class<E> type, Function<E, String> text) {
        return Maps.uniqueIndex(EnumSet.allOf(type), text::apply);
    }
}
