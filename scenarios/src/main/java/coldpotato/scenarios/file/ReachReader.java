package coldpotato.scenarios.file;

import coldpotato.core.azure.Country;
import coldpotato.core.azure.GlobalReach;
import coldpotato.core.net.Family;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;

/** The section {@code global-reach}: circuits whose sites talk through Microsoft's network. */
final class ReachReader {
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

    static GlobalReach globalReach(String name, Fields fields) {
        ImmutableList<String> between = fields.get(BETWEEN);
        if (fields.has(BETWEEN) && between.size() != 2) {
            fields.wrong(BETWEEN, "Global Reach joins two circuits, as in between: [er-ams, er-lon]");
        }
        family(fields, SUBNET, Family.IPV4);
        family(fields, IPV6_SUBNET, Family.IPV6);
        return new GlobalReach(
                name,
                Iterables.getFirst(between, ""),
                Iterables.getLast(between, ""),
                fields.get(SUBNET),
                fields.find(IPV6_SUBNET),
                fields.find(OTHER_COUNTRIES).orElse(ImmutableSet.of()),
                fields.find(AUTHORIZATION),
                fields.get(DELAY));
    }

    /** It is of its family, and has room for two links. */
    private static void family(Fields fields, Key<Prefix> key, Family family) {
        fields.find(key)
                .filter(prefix -> prefix.family() != family || prefix.length() > family.bits() - 3)
                .ifPresent(prefix -> fields.wrong(
                        key,
                        key.name() + " is an " + (family == Family.IPV4 ? "IPv4 /29" : "IPv6 /125") + ", not "
                                + prefix));
    }
}
