package coldpotato.scenarios.file;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.attr.PathAttributesBuilder;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The section {@code originate} of a speaker's file: what it announces of its own. */
final class OriginationReader {
    private static final long UNSIGNED_MAX = 0xffff_ffffL;

    private static final Key<ImmutableSet<Prefix>> PREFIX = Key.required(
            "prefix", Nets.PREFIXES, "what is announced: a prefix, a list of them, or many at once", "10.20.0.0/16");
    private static final Key<Origin> ORIGIN = Key.usual(
            "origin", Words.choice(MatchReader.ORIGINS, Origin.IGP), "igp", "the attribute ORIGIN", "incomplete");
    private static final Key<ImmutableList<Asn>> AS_PATH = Key.optional(
            "as-path",
            Value.list(Nets.ASN),
            "empty",
            "what AS_PATH holds before the speaker's own AS is put in front, nearest first",
            "[65001, 65002]");
    private static final Key<Communities.Sorted> COMMUNITIES = Key.optional(
            "communities",
            Communities.SORTED,
            "none",
            "communities of all three kinds",
            "[12076:20001, 65500:1:2, rt:65500:30]");
    private static final Key<Long> MED =
            Key.optional("med", Numbers.wholeLong(0, UNSIGNED_MAX), "absent", "the attribute MULTI_EXIT_DISC", "50");
    private static final Key<Long> LOCAL_PREFERENCE = Key.optional(
            "local-preference",
            Numbers.wholeLong(0, UNSIGNED_MAX),
            "100",
            "the attribute LOCAL_PREF, which iBGP peers see",
            "150");
    private static final Key<IpAddress> NEXT_HOP = Key.optional(
            "next-hop",
            Nets.ADDRESS,
            "our end of the session",
            "the next hop that iBGP peers see; eBGP peers get our end of the session",
            "10.77.0.9");

    static final Shape ORIGINATION =
            Shape.of("an announcement", PREFIX, ORIGIN, AS_PATH, COMMUNITIES, MED, LOCAL_PREFERENCE, NEXT_HOP);

    private final Map<Prefix, Place> seen = new LinkedHashMap<>();
    private final ImmutableMap.Builder<Prefix, PathAttributes> routes = ImmutableMap.builder();

    private OriginationReader() {}

    /** What all entries together announce. */
    static ImmutableMap<Prefix, PathAttributes> read(ImmutableList<Fields> entries) {
        OriginationReader reader = new OriginationReader();
        entries.forEach(reader::add);
        return reader.routes.buildKeepingLast();
    }

    private void add(Fields fields) {
        Place place = fields.placeOf(PREFIX);
        Map<Family, PathAttributes> attributes = attributes(fields);
        for (Prefix prefix : fields.get(PREFIX)) {
            Place before = seen.putIfAbsent(prefix, place);
            if (before != null) {
                fields.wrong(PREFIX, prefix + " is announced already (" + before + ")");
            }
            routes.put(prefix, attributes.get(prefix.family()));
        }
    }

    /** The same attributes for each family, but for the next hop. */
    private static ImmutableMap<Family, PathAttributes> attributes(Fields fields) {
        Optional<IpAddress> nextHop = fields.find(NEXT_HOP);
        nextHop.ifPresent(address -> checkFamily(fields, address));
        ImmutableMap.Builder<Family, PathAttributes> attributes = ImmutableMap.builder();
        for (Family family : Family.values()) {
            IpAddress unspecified = family == Family.IPV4 ? IpAddress.ipv4(0) : IpAddress.ipv6(0, 0);
            attributes.put(family, attributes(fields, nextHop.orElse(unspecified)));
        }
        return attributes.buildOrThrow();
    }

    private static void checkFamily(Fields fields, IpAddress nextHop) {
        fields.get(PREFIX).stream()
                .filter(prefix -> prefix.family() != nextHop.family())
                .findFirst()
                .ifPresent(prefix -> fields.wrong(NEXT_HOP, nextHop + " is of another family than " + prefix));
    }

    private static PathAttributes attributes(Fields fields, IpAddress nextHop) {
        PathAttributesBuilder builder = PathAttributes.builder(nextHop)
                .origin(fields.get(ORIGIN))
                .med(fields.find(MED).orElse(PathAttributes.ABSENT))
                .localPref(fields.find(LOCAL_PREFERENCE).orElse(PathAttributes.ABSENT));
        fields.find(AS_PATH).ifPresent(path -> builder.asPath(asPath(fields, path)));
        fields.find(COMMUNITIES).ifPresent(sorted -> builder.communities(sorted.standard())
                .largeCommunities(sorted.large())
                .extendedCommunities(sorted.extended()));
        return builder.build();
    }

    private static AsPath asPath(Fields fields, ImmutableList<Asn> asns) {
        if (asns.size() > AsPath.SEGMENT_LENGTH_MAX) {
            fields.wrong(AS_PATH, "the path has more than " + AsPath.SEGMENT_LENGTH_MAX + " AS numbers");
            return AsPath.EMPTY;
        }
        return AsPath.of(asns.stream().mapToInt(Asn::toInt).toArray());
    }
}
