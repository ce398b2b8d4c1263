package coldpotato.scenarios.file;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.policy.AsPathRegex;
import coldpotato.bgp.policy.CommunityPattern;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.NumberRange;
import coldpotato.bgp.policy.PrefixList;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Function;

/** The part {@code match} of a policy's rule; all that it says must hold. */
final class MatchReader {
    static final ImmutableMap<String, Origin> ORIGINS =
            ImmutableMap.of("igp", Origin.IGP, "egp", Origin.EGP, "incomplete", Origin.INCOMPLETE);

    static final Value<AfiSafi> FAMILIES = Words.choice(
            ImmutableMap.of("ipv4", AfiSafi.IPV4_UNICAST, "ipv6", AfiSafi.IPV6_UNICAST), AfiSafi.IPV4_UNICAST);

    private static final Value<AsPathRegex> REGEX = Value.scalar(
            new Form.Text("a regular expression as routers know it", ".+", true),
            AsPathRegex.compile(".*"),
            (scalar, wrong) -> {
                try {
                    return Optional.of(AsPathRegex.compile(scalar.text()));
                } catch (IllegalArgumentException notARegex) {
                    wrong.accept(notARegex.getMessage());
                    return Optional.empty();
                }
            });
    private static final Value<NumberRange> NUMBERS = Value.scalar(
            new Form.Text("a number or a range such as 100..200", "[0-9]+(\\.\\.[0-9]+)?|\\*", true),
            NumberRange.ALL,
            (scalar, wrong) -> {
                Optional<NumberRange> range = NumberRange.tryParse(scalar.text());
                if (range.isEmpty()) {
                    wrong.accept(Quoted.of(scalar.text()) + " is not a number or a range such as 100..200");
                }
                return range;
            });

    private static final Key<PrefixList> PREFIX = Key.optional(
            "prefix", PrefixListsReader.IN_PLACE, "any", "the prefix is in this list", "[10.0.0.0/8 le 24]");
    private static final Key<String> PREFIX_LIST = Key.optional(
            "prefix-list",
            Words.reference(NameKind.PREFIX_LIST),
            "any",
            "the prefix is in the list of this name",
            "on-premises");
    private static final Key<AfiSafi> FAMILY =
            Key.optional("family", FAMILIES, "any", "the prefix is of this family", "ipv6");
    private static final Key<AsPathRegex> AS_PATH =
            Key.optional("as-path", REGEX, "any", "the AS path matches; _ is a border between numbers", "_12076$");
    private static final Key<Asn> AS_PATH_CONTAINS =
            Key.optional("as-path-contains", Nets.ASN, "any", "this AS is on the path", "65515");
    private static final Key<Asn> ORIGIN_AS =
            Key.optional("origin-as", Nets.ASN, "any", "the last AS of the path", "65010");
    private static final Key<NumberRange> AS_PATH_LENGTH =
            Key.optional("as-path-length", NUMBERS, "any", "length of the path as the decision counts it", "3..255");
    private static final Key<ImmutableList<CommunityPattern>> COMMUNITY = Key.optional(
            "community",
            Value.list(Communities.PATTERN),
            "any",
            "at least one of these communities is there",
            "12076:50002");
    private static final Key<ImmutableList<CommunityPattern>> COMMUNITIES_ALL = Key.optional(
            "communities-all",
            Value.list(Communities.PATTERN),
            "any",
            "all of these communities are there",
            "[12076:51002, 12076:52002]");
    private static final Key<ImmutableList<Prefix>> NEXT_HOP = Key.optional(
            "next-hop", Value.list(Nets.PREFIX), "any", "the next hop lies in one of these", "[192.168.100.128/30]");
    private static final Key<Origin> ORIGIN =
            Key.optional("origin", Words.choice(ORIGINS, Origin.IGP), "any", "the attribute ORIGIN", "incomplete");
    private static final Key<NumberRange> MED =
            Key.optional("med", NUMBERS, "any", "the attribute MULTI_EXIT_DISC, 0 if absent", "0..50");
    private static final Key<NumberRange> LOCAL_PREFERENCE =
            Key.optional("local-preference", NUMBERS, "any", "the attribute LOCAL_PREF, 100 if absent", "150");
    private static final Key<Asn> NEIGHBOUR_AS =
            Key.optional("neighbour-as", Nets.ASN, "any", "the AS of the neighbour", "12076");

    static final Shape MATCH = Shape.of(
            "a match",
            PREFIX,
            PREFIX_LIST,
            FAMILY,
            AS_PATH,
            AS_PATH_CONTAINS,
            ORIGIN_AS,
            AS_PATH_LENGTH,
            COMMUNITY,
            COMMUNITIES_ALL,
            NEXT_HOP,
            ORIGIN,
            MED,
            LOCAL_PREFERENCE,
            NEIGHBOUR_AS);

    private final Fields fields;
    private final ImmutableList.Builder<MatchClause> clauses = ImmutableList.builder();

    private MatchReader(Fields fields) {
        this.fields = fields;
    }

    static ImmutableList<MatchClause> clauses(Fields fields, ImmutableMap<String, PrefixList> lists) {
        return new MatchReader(fields).read(lists);
    }

    private ImmutableList<MatchClause> read(ImmutableMap<String, PrefixList> lists) {
        add(PREFIX, MatchClause.Prefixes::new);
        add(PREFIX_LIST, name -> new MatchClause.Prefixes(lists.getOrDefault(name, PrefixList.exactly())));
        add(FAMILY, MatchClause.OfFamily::new);
        add(AS_PATH, MatchClause.PathMatches::new);
        add(AS_PATH_CONTAINS, asn -> new MatchClause.PathContains(asn.toInt()));
        add(ORIGIN_AS, asn -> new MatchClause.OriginAs(asn.toInt()));
        add(AS_PATH_LENGTH, MatchClause.PathLength::new);
        add(COMMUNITY, MatchClause.AnyCommunity::new);
        add(COMMUNITIES_ALL, MatchClause.AllCommunities::new);
        add(NEXT_HOP, MatchClause.NextHopIn::new);
        add(ORIGIN, MatchClause.HasOrigin::new);
        add(MED, MatchClause.Med::new);
        add(LOCAL_PREFERENCE, MatchClause.LocalPref::new);
        add(NEIGHBOUR_AS, asn -> new MatchClause.NeighbourAs(asn.toInt()));
        return clauses.build();
    }

    private <T> void add(Key<T> key, Function<T, MatchClause> clause) {
        fields.find(key).map(clause).ifPresent(clauses::add);
    }
}
