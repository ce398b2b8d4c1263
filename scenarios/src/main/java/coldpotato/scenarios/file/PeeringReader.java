package coldpotato.scenarios.file;

import coldpotato.core.azure.AdvertisedPublicPrefixesState;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.LinkSubnets;
import coldpotato.core.azure.MicrosoftPeering;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PeeringState;
import coldpotato.core.azure.PrivatePeering;
import coldpotato.core.azure.Registration;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Family;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts {@code private-peering} and {@code microsoft-peering} of a circuit. */
final class PeeringReader {
    private static final Value<PeeringState> ON_OR_OFF = Words.choice(
            ImmutableMap.of(
                    "on",
                    PeeringState.OPEN,
                    "off",
                    PeeringState.of(false),
                    "ipv4",
                    PeeringState.OPEN.with(ImmutableSet.of(Family.IPV6), false),
                    "ipv6",
                    PeeringState.OPEN.with(ImmutableSet.of(Family.IPV4), false),
                    "true",
                    PeeringState.OPEN,
                    "false",
                    PeeringState.of(false)),
            PeeringState.OPEN);
    private static final Key<PeeringState> ENABLED = Key.usual(
            "enabled",
            ON_OR_OFF,
            "on",
            "off closes all of its sessions, ipv4 or ipv6 leaves that family alone on",
            "off");
    private static final Key<Prefix> SUBNET = Key.optional(
            "subnet",
            Nets.PREFIX,
            "no IPv4, or the two keys below",
            "a /29: its first half is the primary link, the second the secondary; the customer takes the first usable"
                    + " address of each",
            "192.168.100.128/29");
    private static final Key<Prefix> PRIMARY_SUBNET = Key.optional(
            "primary-subnet", Nets.PREFIX, "from subnet", "the /30 of the primary link alone", "192.168.1.0/30");
    private static final Key<Prefix> SECONDARY_SUBNET = Key.optional(
            "secondary-subnet", Nets.PREFIX, "from subnet", "the /30 of the secondary link alone", "192.168.2.0/30");
    private static final Key<Prefix> IPV6_SUBNET =
            Key.optional("ipv6-subnet", Nets.PREFIX, "no IPv6", "a /125, split as the /29 is", "2001:db8:0:1::/125");
    private static final Key<Prefix> IPV6_PRIMARY_SUBNET = Key.optional(
            "ipv6-primary-subnet",
            Nets.PREFIX,
            "from ipv6-subnet",
            "the /126 of the primary link alone",
            "2001:db8:0:1::/126");
    private static final Key<Prefix> IPV6_SECONDARY_SUBNET = Key.optional(
            "ipv6-secondary-subnet",
            Nets.PREFIX,
            "from ipv6-subnet",
            "the /126 of the secondary link alone",
            "2001:db8:0:2::/126");
    private static final Key<Integer> VLAN =
            Key.required("vlan", Numbers.whole(1, 4094), "802.1Q tag, the same on both links", "200");
    private static final Key<String> MD5 =
            Key.optional("md5", Words.TEXT, "no MD5", "key of the sessions, on Microsoft's side", "s3cret");
    private static final Key<Boolean> BFD = Key.optional(
            "bfd",
            Words.SWITCH,
            "on, unless the circuit was created before Azure made it so",
            "whether Microsoft's routers run BFD; it works only if the customer's router does too",
            "off");
    private static final Key<Fields> PRIMARY = Key.required(
            "primary",
            PeeringLinkReader.LINK.value(),
            "the customer's side of the primary link",
            "{router: ce1, bfd: on}");
    private static final Key<Fields> SECONDARY = Key.required(
            "secondary",
            PeeringLinkReader.LINK.value(),
            "the customer's side of the secondary link",
            "{router: ce2, bfd: on}");

    static final Shape PRIVATE = Shape.of(
            "private peering",
            ENABLED,
            SUBNET,
            PRIMARY_SUBNET,
            SECONDARY_SUBNET,
            IPV6_SUBNET,
            IPV6_PRIMARY_SUBNET,
            IPV6_SECONDARY_SUBNET,
            VLAN,
            MD5,
            BFD,
            PRIMARY,
            SECONDARY);

    private static final Key<LocalDate> CONFIGURED = Key.optional(
            "configured",
            Quantities.DATE,
            "the day the circuit was created",
            "when it was set up: before 1 August 2017 it announces everything without a route filter",
            "2024-05-31");
    private static final Key<String> ROUTE_FILTER = Key.optional(
            "route-filter",
            Words.reference(NameKind.ROUTE_FILTER),
            "none attached: Microsoft announces nothing",
            "the attached route filter",
            "west-only");
    private static final Key<ImmutableSet<Prefix>> ADVERTISED = Key.optional(
            "advertised-public-prefixes",
            Nets.PREFIXES,
            "the public prefixes of the sites that its routers stand at",
            "what Microsoft accepts from the customer",
            "[198.51.100.0/24]");

    static final Value<AdvertisedPublicPrefixesState> PREFIXES_STATE = Words.choice(
            Maps.uniqueIndex(EnumSet.allOf(AdvertisedPublicPrefixesState.class), AdvertisedPublicPrefixesState::text),
            AdvertisedPublicPrefixesState.CONFIGURED);
    private static final Key<AdvertisedPublicPrefixesState> ADVERTISED_STATE = Key.usual(
            "advertised-public-prefixes-state",
            PREFIXES_STATE,
            "Configured",
            "what Microsoft makes of these prefixes and of the AS; sessions open only when Configured",
            "ValidationNeeded");
    private static final Key<Asn> CUSTOMER_ASN = Key.optional(
            "customer-asn",
            Nets.ASN,
            "that of the site",
            "the AS that the prefixes are registered to, where it is another; a label",
            "65020");
    private static final Key<String> REGISTRY = Key.optional(
            "routing-registry",
            Words.choice(Maps.uniqueIndex(Registration.REGISTRIES, name -> name), "RIPENCC"),
            "nobody says",
            "where they are registered; a label",
            "RIPENCC");

    static final Shape MICROSOFT = Shape.of(
            "Microsoft peering",
            ENABLED,
            CONFIGURED,
            SUBNET,
            PRIMARY_SUBNET,
            SECONDARY_SUBNET,
            IPV6_SUBNET,
            IPV6_PRIMARY_SUBNET,
            IPV6_SECONDARY_SUBNET,
            VLAN,
            MD5,
            BFD,
            ROUTE_FILTER,
            ADVERTISED,
            ADVERTISED_STATE,
            CUSTOMER_ASN,
            REGISTRY,
            PRIMARY,
            SECONDARY);

    private PeeringReader() {}

    static PrivatePeering privatePeering(Fields fields, LocalDate created) {
        Optional<String> md5 = fields.find(MD5);
        Optional<LinkSubnets> ipv4 = ipv4(fields);
        Optional<LinkSubnets> ipv6 = ipv6(fields);
        return PrivatePeering.builder(
                        PeeringLinkReader.link(fields.get(PRIMARY), md5),
                        PeeringLinkReader.link(fields.get(SECONDARY), md5))
                .state(fields.get(ENABLED))
                .ipv4(ipv4)
                .ipv6(ipv6)
                .vlan(fields.get(VLAN))
                .md5(md5)
                .bfd(bfd(fields, PeeringKind.PRIVATE, created))
                .build();
    }

    /** @param publicPrefixes of the sites, by router */
    static MicrosoftPeering microsoftPeering(Fields fields, LocalDate created, PublicPrefixes publicPrefixes) {
        Optional<String> md5 = fields.find(MD5);
        PeeringLink primary = PeeringLinkReader.link(fields.get(PRIMARY), md5);
        PeeringLink secondary = PeeringLinkReader.link(fields.get(SECONDARY), md5);
        return MicrosoftPeering.builder(fields.find(CONFIGURED).orElse(created), primary, secondary)
                .state(fields.get(ENABLED)
                        .with(new Registration(
                                fields.get(ADVERTISED_STATE), fields.find(CUSTOMER_ASN), fields.find(REGISTRY))))
                .ipv4(ipv4(fields))
                .ipv6(ipv6(fields))
                .vlan(fields.get(VLAN))
                .md5(md5)
                .bfd(bfd(fields, PeeringKind.MICROSOFT, created))
                .routeFilter(fields.find(ROUTE_FILTER))
                .advertisedPublicPrefixes(fields.find(ADVERTISED)
                        .orElseGet(() -> publicPrefixes.behind(ImmutableSet.of(primary.router(), secondary.router()))))
                .build();
    }

    /** Which public prefixes the sites of some routers have. */
    interface PublicPrefixes {
        ImmutableSet<Prefix> behind(ImmutableSet<String> routers);
    }

    private static boolean bfd(Fields fields, PeeringKind kind, LocalDate created) {
        return fields.find(BFD).orElseGet(() -> Documented.bfdByDefault(kind, created));
    }

    private static Optional<LinkSubnets> ipv4(Fields fields) {
        Optional<LinkSubnets> subnets = subnets(fields, Family.IPV4, SUBNET, PRIMARY_SUBNET, SECONDARY_SUBNET);
        if (Stream.of(SUBNET, PRIMARY_SUBNET, SECONDARY_SUBNET, IPV6_SUBNET, IPV6_PRIMARY_SUBNET, IPV6_SECONDARY_SUBNET)
                .noneMatch(fields::has)) {
            fields.reading().wrong(fields.place(), "a peering needs a subnet, such as subnet: 192.168.100.128/29");
        }
        return subnets;
    }

    private static Optional<LinkSubnets> ipv6(Fields fields) {
        return subnets(fields, Family.IPV6, IPV6_SUBNET, IPV6_PRIMARY_SUBNET, IPV6_SECONDARY_SUBNET);
    }

    private static Optional<LinkSubnets> subnets(
            Fields fields, Family family, Key<Prefix> whole, Key<Prefix> primary, Key<Prefix> secondary) {
        if (fields.has(whole)) {
            return block(fields, whole, family).map(LinkSubnets::split);
        }
        if (!fields.has(primary) && !fields.has(secondary)) {
            return Optional.empty();
        }
        if (!fields.has(primary) || !fields.has(secondary)) {
            Key<Prefix> there = fields.has(primary) ? primary : secondary;
            Key<Prefix> missing = fields.has(primary) ? secondary : primary;
            fields.wrong(there, there.name() + " needs " + missing.name() + " beside it, or say " + whole.name());
        }
        Prefix one = half(fields, primary, family);
        Prefix other = half(fields, secondary, family);
        return Optional.of(new LinkSubnets(one, other));
    }

    private static Optional<Prefix> block(Fields fields, Key<Prefix> key, Family family) {
        int length = family.bits() - 3;
        return fields.find(key).filter(prefix -> isOf(fields, key, prefix, family, length));
    }

    private static Prefix half(Fields fields, Key<Prefix> key, Family family) {
        int length = family.bits() - 2;
        return fields.find(key)
                .filter(prefix -> isOf(fields, key, prefix, family, length))
                .orElse(family == Family.IPV4 ? Prefix.DEFAULT_IPV4 : Prefix.DEFAULT_IPV6);
    }

    private static boolean isOf(Fields fields, Key<Prefix> key, Prefix prefix, Family family, int length) {
        boolean right = prefix.family() == family && prefix.length() == length;
        if (!right && !isStandIn(prefix)) {
            fields.wrong(
                    key,
                    key.name() + " is an " + (family == Family.IPV4 ? "IPv4" : "IPv6") + " prefix of length /" + length
                            + ", not " + prefix);
        }
        return right;
    }

    /** A default route is what came back for text that was no prefix at all; that was told already. */
    private static boolean isStandIn(Prefix prefix) {
        return prefix.isDefault();
    }
}
