package coldpotato.scenarios.file;

import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.policy.CommunityPattern;
import coldpotato.bgp.policy.SetClause;
import coldpotato.core.net.Asn;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;

/** The part {@code set} of a policy's rule; done in the order of the key reference. */
final class SetReader {
    private static final long UNSIGNED_MAX = 0xffff_ffffL;

    private static final Key<Asn> PREPENDED =
            Key.required("asn", Nets.ASN, "the AS that is put before the path", "65010");
    private static final Key<Integer> TIMES =
            Key.usual("times", Numbers.whole(1, SetClause.PREPEND_MAX), "1", "how often", "3");
    static final Shape PREPEND_OTHER = Shape.of("a prepended AS", PREPENDED, TIMES);

    private static final Key<Long> LOCAL_PREFERENCE = Key.optional(
            "local-preference", Numbers.wholeLong(0, UNSIGNED_MAX), "unchanged", "the attribute LOCAL_PREF", "150");
    private static final Key<Long> MED =
            Key.optional("med", Numbers.wholeLong(0, UNSIGNED_MAX), "unchanged", "the attribute MULTI_EXIT_DISC", "50");
    private static final Key<Boolean> REMOVE_MED =
            Key.usual("remove-med", Words.SWITCH, "off", "takes MULTI_EXIT_DISC away", "on");
    private static final Key<Origin> ORIGIN = Key.optional(
            "origin", Words.choice(MatchReader.ORIGINS, Origin.IGP), "unchanged", "the attribute ORIGIN", "incomplete");
    private static final Key<Long> WEIGHT = Key.optional(
            "weight",
            Numbers.wholeLong(0, UNSIGNED_MAX),
            "unchanged",
            "counts on this router alone, and before everything else if it looks at weights",
            "100");
    private static final Key<SetClause> PREPEND = Key.optional(
            "prepend",
            Value.either(
                    Numbers.whole(1, SetClause.PREPEND_MAX).map(SetClause.PrependOwn::new),
                    PREPEND_OTHER.value().map(SetReader::prepend)),
            "unchanged",
            "how often the router's own AS, or another, is put before the path",
            "3");
    private static final Key<SetClause> NEXT_HOP =
            Key.optional("next-hop", nextHop(), "unchanged", "self, peer, or an address", "self");
    private static final Key<ImmutableList<SetClause>> COMMUNITIES = Key.optional(
            "communities",
            Communities.clauses(true),
            "unchanged",
            "these instead of all of the same kind",
            "[65010:100, no-export]");
    private static final Key<ImmutableList<CommunityPattern>> REMOVE_COMMUNITIES = Key.optional(
            "remove-communities",
            Value.list(Communities.PATTERN),
            "unchanged",
            "takes away the communities that match",
            "[\"12076:*\"]");
    private static final Key<ImmutableList<SetClause>> ADD_COMMUNITIES = Key.optional(
            "add-communities",
            Communities.clauses(false),
            "unchanged",
            "these besides those that are there",
            "[65010:100]");

    static final Shape SET = Shape.of(
            "a set",
            LOCAL_PREFERENCE,
            MED,
            REMOVE_MED,
            ORIGIN,
            WEIGHT,
            PREPEND,
            NEXT_HOP,
            COMMUNITIES,
            REMOVE_COMMUNITIES,
            ADD_COMMUNITIES);

    private final Fields fields;
    private final ImmutableList.Builder<SetClause> clauses = ImmutableList.builder();

    private SetReader(Fields fields) {
        this.fields = fields;
    }

    static ImmutableList<SetClause> clauses(Fields fields) {
        return new SetReader(fields).read();
    }

    private ImmutableList<SetClause> read() {
        add(LOCAL_PREFERENCE, SetClause.LocalPref::new);
        add(MED, SetClause.Med::new);
        removeMed();
        add(ORIGIN, SetClause.Origin::new);
        add(WEIGHT, SetClause.Weight::new);
        add(PREPEND, clause -> clause);
        add(NEXT_HOP, clause -> clause);
        fields.find(COMMUNITIES).ifPresent(clauses::addAll);
        add(REMOVE_COMMUNITIES, SetClause.RemoveCommunities::new);
        fields.find(ADD_COMMUNITIES).ifPresent(clauses::addAll);
        return clauses.build();
    }

    private void removeMed() {
        if (fields.get(REMOVE_MED)) {
            if (fields.has(MED)) {
                fields.wrong(REMOVE_MED, "med is set and removed; take one of the two away");
            }
            clauses.add(new SetClause.Med(PathAttributes.ABSENT));
        }
    }

    private <T> void add(Key<T> key, Function<T, SetClause> clause) {
        fields.find(key).map(clause).ifPresent(clauses::add);
    }

    private static SetClause prepend(Fields fields) {
        return new SetClause.Prepend(fields.get(PREPENDED).toInt(), fields.get(TIMES));
    }

    private static Value<SetClause> nextHop() {
        Form form = new Form.Text("self, peer or an IP address", "self|peer|[0-9A-Fa-f:.]+", false);
        return Value.scalar(form, new SetClause.NextHopSelf(), (scalar, wrong) -> {
            if (scalar.text().equals("self")) {
                return Optional.of(new SetClause.NextHopSelf());
            }
            if (scalar.text().equals("peer")) {
                return Optional.of(new SetClause.NextHopPeer());
            }
            Optional<SetClause> address = IpAddress.tryParse(scalar.text()).map(SetClause.NextHop::new);
            if (address.isEmpty()) {
                wrong.accept(Quoted.of(scalar.text()) + " is neither self nor peer nor an IP address");
            }
            return address;
        });
    }
}
