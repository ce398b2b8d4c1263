package coldpotato.scenarios.file;

import coldpotato.core.azure.Country;
import coldpotato.core.azure.GlobalReach;
import coldpotato.core.net.Family;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;

/** The section {@code global-reach}: circuits whose sites talk through Microsoft's network. */
final class ReachReader {
    static final long USUAL_DELAY_NANOS = Durations.millis(10);

    static final Key<ImmutableList<String>> BETWEEN = Key.required(
            "between",
            Value.list(Words.reference(NameKind.CIRCUIT)),
            "the two circuits that it joins",
            "[er-ams, er-lon]");
    private static final Key<Prefix> SUBNET = Key.required(
            "subnet",
            Nets.PREFIX,
            "a /29 for its links, which neither virtual networks nor sites use",
            "192.168.250.0/29");
    private static final Key<Prefix> IPV6_SUBNET = Key.optional(
            "ipv6-subnet", Nets.PREFIX, "IPv6 does not pass", "a /125, the same for IPv6", "2001:db8:0:9::/125");
    static final Key<ImmutableSet<String>> OTHER_COUNTRIES = Key.optional(
            "other-countries",
            Value.list(Words.listed("a country with a peering location", Country.catalogue())
                            .map(Country::name))
                    .map(ImmutableSet::copyOf),
            "those of the list of 2020 only",
            "where Azure offers it besides the countries that expressroute-global-reach.md listed in 2020",
            "[Spain, Italy]");
    private static final Key<String> AUTHORIZATION = Key.optional(
            "authorization",
            Words.NAME,
            "none; needed between subscriptions",
            "an authorization of one of the circuits that it was made by",
            "fabrikam");
    static final Key<Long> DELAY =
            Key.usual("delay", Quantities.DURATION, "10ms", "one way, between the two peering locations", "38ms");
    static final Shape GLOBAL_REACH =
            Shape.of("Global Reach", BETWEEN, SUBNET, IPV6_SUBNET, OTHER_COUNTRIES, AUTHORIZATION, DELAY);

    private ReachReader() {}

    /** The two that something joins. */
    record Ends(String a, String b) {}

    static Ends ends(Fields fields, Key<ImmutableList<String>> key, ImmutableList<String> written) {
        if (written.size() != 2) {
            fields.wrong(key, "Global Reach joins two circuits, as in " + key.name() + ": [er-ams, er-lon]");
        }
        return new Ends(Iterables.getFirst(written, ""), Iterables.getLast(written, ""));
    }

    static GlobalReach globalReach(String name, Fields fields) {
        Ends ends = ends(fields, BETWEEN, fields.get(BETWEEN));
        subnets(fields, SUBNET, IPV6_SUBNET);
        return new GlobalReach(
                name,
                ends.a(),
                ends.b(),
                fields.get(SUBNET),
                fields.find(IPV6_SUBNET),
                fields.find(OTHER_COUNTRIES).orElse(ImmutableSet.of()),
                fields.find(AUTHORIZATION),
                fields.get(DELAY));
    }

    /** Each is of its family, and has room for two links. */
    static void subnets(Fields fields, Key<Prefix> ipv4, Key<Prefix> ipv6) {
        family(fields, ipv4, Family.IPV4);
        family(fields, ipv6, Family.IPV6);
    }

    private static void family(Fields fields, Key<Prefix> key, Family family) {
        fields.find(key)
                .filter(prefix -> prefix.family() != family || prefix.length() > family.bits() - 3)
                .ifPresent(prefix -> fields.wrong(
                        key,
                        key.name() + " is an " + (family == Family.IPV4 ? "IPv4 /29" : "IPv6 /125") + ", not "
                                + prefix));
    }
}
