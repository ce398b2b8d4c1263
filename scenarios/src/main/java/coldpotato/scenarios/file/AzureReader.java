package coldpotato.scenarios.file;

import coldpotato.core.azure.Connection;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.PublicService;
import coldpotato.core.azure.Region;
import coldpotato.core.azure.RouteFilter;
import coldpotato.core.azure.RouteFilter.Access;
import coldpotato.core.azure.Workload;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.EnumSet;
import java.util.Optional;

/** The sections {@code connections}, {@code route-filters} and {@code services}: what Microsoft runs. */
final class AzureReader {
    static final Value<Region> REGION_NAME = Words.listed("an Azure region", Region.catalogue());
    private static final Value<Community> PUBLIC_REGION = Value.checked(
            REGION_NAME,
            Region::onMicrosoftPeering,
            region -> "no community is documented for " + region.name() + " on Microsoft peering; name it by number",
            Community.NO_PEER);

    private static final Key<String> CONNECTED_VNET = Key.optional(
            "vnet",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "needed unless hub is there",
            "the virtual network whose gateway is connected",
            "hub");
    private static final Key<String> CONNECTED_HUB = Key.optional(
            "hub",
            Words.reference(NameKind.HUB),
            "needed unless vnet is there",
            "the hub of Virtual WAN whose gateway is connected",
            "hub-we");
    private static final Key<String> CONNECTED_CIRCUIT =
            Key.required("circuit", Words.reference(NameKind.CIRCUIT), "the circuit it is connected to", "er-ams");
    static final Key<Integer> WEIGHT = Key.usual(
            "weight",
            Numbers.whole(0, 1_000_000),
            "0",
            "routing weight, looked at before the AS path; higher is preferred, and Azure takes at most "
                    + Documented.WEIGHT_MAX,
            "100");
    private static final Key<String> AUTHORIZATION = Key.optional(
            "authorization",
            Words.NAME,
            "none; needed between subscriptions",
            "the circuit's authorization that it was made by",
            "fabrikam");
    private static final Key<Boolean> FASTPATH = Key.usual(
            "fastpath",
            Words.SWITCH,
            "off",
            "whether packets from on-premises go past the gateway (FastPath); IPv6 only on circuits of ExpressRoute Direct",
            "on");
    static final Shape CONNECTION =
            Shape.of("a connection", CONNECTED_VNET, CONNECTED_HUB, CONNECTED_CIRCUIT, WEIGHT, AUTHORIZATION, FASTPATH);

    private static final Key<ImmutableSet<Community>> ALLOWED = Key.optional(
            "communities", Nets.COMMUNITIES, "none", "a prefix with any of these is announced", "[12076:51002]");
    private static final Key<ImmutableList<Community>> ALLOWED_REGIONS = Key.optional(
            "regions",
            Value.list(PUBLIC_REGION),
            "none",
            "regions instead of the numbers of their communities",
            "[West Europe]");
    private static final Key<Access> ACCESS = Key.usual(
            "access",
            Words.choice(Maps.uniqueIndex(EnumSet.allOf(Access.class), Access::text), Access.ALLOW),
            "Allow",
            "what the rule does; Azure takes Allow only",
            "Allow");
    static final Shape FILTER_RULE = Shape.of("a rule of a route filter", ACCESS, ALLOWED, ALLOWED_REGIONS);
    private static final Key<ImmutableList<Fields>> FILTER_RULES = Key.optional(
            "rules",
            Value.list(FILTER_RULE.value()),
            "one that allows the communities and regions beside",
            "the rules, where one wants to write them as Azure has them; Azure takes exactly one",
            "[{access: Allow, communities: [12076:51002]}]");
    static final Shape ROUTE_FILTER = Shape.of("a route filter", ALLOWED, ALLOWED_REGIONS, FILTER_RULES);

    private static final Key<ImmutableSet<Prefix>> SERVICE_PREFIXES =
            Key.required("prefixes", Nets.PREFIXES, "its public prefixes", "[13.100.0.0/16]");
    private static final Key<ImmutableSet<Community>> SERVICE_COMMUNITIES = Key.optional(
            "communities",
            Nets.COMMUNITIES,
            "none",
            "region and service values that its prefixes carry on Microsoft peering",
            "[12076:51006]");
    private static final Key<ImmutableList<Community>> SERVICE_REGIONS = Key.optional(
            "regions",
            Value.list(PUBLIC_REGION),
            "none",
            "regions instead of the numbers of their communities",
            "[West US]");
    private static final Key<Workload> KIND = Key.optional(
            "kind",
            Words.choice(Maps.uniqueIndex(EnumSet.allOf(Workload.class), Workload::text), Workload.STORAGE),
            "nobody says",
            "what it is; those that stay on the Internet even with ExpressRoute are there only, such as dns, crl and cdn",
            "storage");
    private static final Key<Boolean> ON_MICROSOFT_PEERING = Key.optional(
            "on-microsoft-peering",
            Words.SWITCH,
            "on, unless its kind stays on the Internet",
            "off for a service that is on the Internet only",
            "off");
    static final Shape SERVICE = Shape.of(
            "a public service", KIND, SERVICE_PREFIXES, SERVICE_COMMUNITIES, SERVICE_REGIONS, ON_MICROSOFT_PEERING);

    private AzureReader() {}

    static Connection connection(String name, Fields fields) {
        return new Connection(
                name,
                gateway(fields),
                fields.get(CONNECTED_CIRCUIT),
                fields.get(WEIGHT),
                fields.find(AUTHORIZATION),
                fields.get(FASTPATH));
    }

    private static String gateway(Fields fields) {
        if (fields.has(CONNECTED_VNET) == fields.has(CONNECTED_HUB)) {
            fields.reading()
                    .wrong(
                            fields.place(),
                            "a connection is of the gateway of one: say either vnet or hub, as in vnet: hub");
        }
        return fields.find(CONNECTED_VNET).or(() -> fields.find(CONNECTED_HUB)).orElse("");
    }

    static RouteFilter routeFilter(String name, Fields fields) {
        boolean hasRules = fields.has(FILTER_RULES);
        if (hasRules && (fields.has(ALLOWED) || fields.has(ALLOWED_REGIONS))) {
            fields.wrong(FILTER_RULES, "say communities and regions either in the rules or beside them, not both");
        }
        return hasRules
                ? new RouteFilter(
                        name,
                        fields.find(FILTER_RULES).orElse(ImmutableList.of()).stream()
                                .map(AzureReader::rule)
                                .collect(ImmutableList.toImmutableList()))
                : new RouteFilter(name, communities(fields, ALLOWED, ALLOWED_REGIONS));
    }

    private static RouteFilter.Rule rule(Fields fields) {
        return new RouteFilter.Rule(fields.get(ACCESS), communities(fields, ALLOWED, ALLOWED_REGIONS));
    }

    static PublicService service(String name, Fields fields) {
        Optional<Workload> kind = fields.find(KIND);
        boolean internetOnly = kind.map(Workload::internetOnly).orElse(false);
        boolean onPeering = fields.find(ON_MICROSOFT_PEERING).orElse(!internetOnly);
        if (onPeering && internetOnly) {
            fields.wrong(
                    ON_MICROSOFT_PEERING,
                    kind.get().text() + " stays on the Internet even with ExpressRoute (expressroute-faqs.md)");
        }
        return new PublicService(
                name,
                kind,
                fields.get(SERVICE_PREFIXES),
                communities(fields, SERVICE_COMMUNITIES, SERVICE_REGIONS),
                onPeering);
    }

    private static ImmutableSet<Community> communities(
            Fields fields, Key<ImmutableSet<Community>> numbers, Key<ImmutableList<Community>> regions) {
        return ImmutableSet.<Community>builder()
                .addAll(fields.find(numbers).orElse(ImmutableSet.of()))
                .addAll(fields.find(regions).orElse(ImmutableList.of()))
                .build();
    }
}
