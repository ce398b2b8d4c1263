package coldpotato.scenarios.file;

import coldpotato.core.net.Community;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.file.Expectation.OfRoute;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** Expectations of best routes. */
final class RouteClaimReader {
    private static final long UNSIGNED_MAX = 0xffff_ffffL;

    static final Key<Prefix> ROUTE = Key.optional(
            "route",
            Nets.PREFIX,
            "not about a route",
            "an expectation of the best route to exactly this",
            "10.20.0.0/16");
    static final Key<Boolean> PRESENT =
            Key.usual("present", Words.SWITCH, "true", "whether there is such a route", "false");
    private static final Key<ImmutableList<String>> VIA = FlowClaimReader.VIA.both();
    private static final Key<String> AS_PATH = Key.optional(
            "as-path",
            Words.MAYBE_NOTHING,
            "not claimed",
            "text of its AS path, whole; \"\" for an empty one",
            "12076");
    private static final Key<Long> LOCAL_PREFERENCE = Key.optional(
            "local-preference", Numbers.wholeLong(0, UNSIGNED_MAX), "not claimed", "its attribute LOCAL_PREF", "150");
    private static final Key<Long> MED = Key.optional(
            "med", Numbers.wholeLong(0, UNSIGNED_MAX), "not claimed", "its attribute MULTI_EXIT_DISC", "50");
    private static final Key<ImmutableSet<Community>> COMMUNITIES = Key.optional(
            "communities",
            Nets.COMMUNITIES,
            "not claimed",
            "communities that it carries, among others; [] for none at all",
            "[12076:50002]");
    private static final Key<IpAddress> NEXT_HOP =
            Key.optional("next-hop", Nets.ADDRESS, "not claimed", "its attribute NEXT_HOP", "192.168.100.130");
    private static final Key<Long> WEIGHT = Key.optional(
            "weight",
            Numbers.wholeLong(0, UNSIGNED_MAX),
            "not claimed",
            "its weight at this router, which no neighbour is told",
            "32769");
    private static final Key<String> FROM_SESSION = Key.optional(
            "from-session",
            Words.reference(NameKind.SESSION),
            "not claimed",
            "the session that it was learned on",
            "er-ams.primary.private.ipv4");

    private static final Key<String> TO_SESSION = Key.optional(
            "to-session",
            Words.reference(NameKind.SESSION),
            "its best route",
            "not its best route but what it announces on this session",
            "er-ams.primary.private.ipv4");

    /** The keys that go with {@code route}. */
    static final ImmutableList<Key<?>> SETTINGS = ImmutableList.of(
            PRESENT, AS_PATH, LOCAL_PREFERENCE, MED, COMMUNITIES, NEXT_HOP, WEIGHT, FROM_SESSION, TO_SESSION);

    private RouteClaimReader() {}

    static OfRoute claim(Fields fields) {
        if (!fields.has(ExpectationReader.NODE)) {
            fields.wrong(ROUTE, "route needs the key node, such as node: ce1");
        }
        boolean present = fields.get(PRESENT);
        OfRoute claim = new OfRoute(
                fields.get(ROUTE),
                fields.find(ExpectationReader.NODE).orElse(""),
                present,
                fields.find(VIA).orElse(ImmutableList.of()),
                fields.find(AS_PATH),
                fields.find(LOCAL_PREFERENCE),
                fields.find(MED),
                fields.find(COMMUNITIES),
                fields.find(NEXT_HOP),
                fields.find(WEIGHT),
                fields.find(FROM_SESSION),
                fields.find(TO_SESSION));
        if (fields.has(TO_SESSION) && (fields.has(VIA) || fields.has(FROM_SESSION) || fields.has(WEIGHT))) {
            fields.wrong(TO_SESSION, "what is announced goes to a neighbour; take away via, from-session and weight");
        }
        if (!present && claimsMore(fields)) {
            fields.wrong(PRESENT, "a route that is not there has no attributes; take away what else is said of it");
        }
        return claim;
    }

    private static boolean claimsMore(Fields fields) {
        return fields.has(VIA)
                || SETTINGS.stream().anyMatch(key -> key != PRESENT && key != TO_SESSION && fields.has(key));
    }
}
