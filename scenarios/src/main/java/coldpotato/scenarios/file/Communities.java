package coldpotato.scenarios.file;

import coldpotato.bgp.policy.CommunityPattern;
import coldpotato.bgp.policy.SetClause;
import coldpotato.core.net.Community;
import coldpotato.core.net.ExtendedCommunity;
import coldpotato.core.net.LargeCommunity;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Communities of the three kinds, told apart by how they are written: {@code 65001:30}, {@code 65001:1:2}, {@code
 * rt:65001:30}.
 */
final class Communities {
    private static final Form FORM =
            new Form.Text("a community such as 65001:30, 65001:1:2, rt:65001:30 or no-export", "[a-z0-9:-]+", false);
    private static final Pattern EXTENDED = Pattern.compile("(rt|soo):([0-9]{1,5}):([0-9]{1,10})");

    static final Value<CommunityPattern> PATTERN = Value.scalar(
            new Form.Text("a community, or some as in 12076:51000..51999 or 65001:*", "[a-z0-9:.*-]+", false),
            CommunityPattern.of(Community.NO_PEER),
            (scalar, wrong) -> {
                Optional<CommunityPattern> pattern =
                        CommunityPattern.tryParse(scalar.text()).filter(Communities::canMatch);
                if (pattern.isEmpty()) {
                    wrong.accept(noCommunity(scalar.text()));
                }
                return pattern;
            });

    private static final Value<String> ANY_KIND = Value.scalar(FORM, "no-peer", Communities::known);

    /** Communities sorted by kind. */
    record Sorted(
            ImmutableList<Community> standard,
            ImmutableList<LargeCommunity> large,
            ImmutableList<ExtendedCommunity> extended) {}

    static final Value<Sorted> SORTED = Value.list(ANY_KIND).map(Communities::sorted);

    private Communities() {}

    /** The numbers of RFC 1997 have 16 bits; a pattern beyond them would be no mistake to BGP, but one of the user. */
    private static boolean canMatch(CommunityPattern pattern) {
        return pattern.kind() != CommunityPattern.Kind.STANDARD
                || pattern.parts().stream().allMatch(range -> range.min() <= 0xffff);
    }

    private static Sorted sorted(ImmutableList<String> texts) {
        ImmutableList.Builder<Community> standard = ImmutableList.builder();
        ImmutableList.Builder<LargeCommunity> large = ImmutableList.builder();
        ImmutableList.Builder<ExtendedCommunity> extended = ImmutableList.builder();
        for (String text : texts) {
            Community.tryParse(text).ifPresent(standard::add);
            LargeCommunity.tryParse(text).ifPresent(large::add);
            tryExtended(text).ifPresent(extended::add);
        }
        return new Sorted(standard.build(), large.build(), extended.build());
    }

    /** Clauses that set or add the communities of each kind that is among them. */
    static Value<ImmutableList<SetClause>> clauses(boolean replace) {
        return SORTED.map(sorted -> clauses(replace, sorted));
    }

    private static ImmutableList<SetClause> clauses(boolean replace, Sorted sorted) {
        ImmutableList.Builder<SetClause> clauses = ImmutableList.builder();
        addUnlessEmpty(clauses, new SetClause.Communities(replace, sorted.standard), sorted.standard);
        addUnlessEmpty(clauses, new SetClause.LargeCommunities(replace, sorted.large), sorted.large);
        addUnlessEmpty(clauses, new SetClause.ExtendedCommunities(replace, sorted.extended), sorted.extended);
        return clauses.build();
    }

    private static void addUnlessEmpty(
            ImmutableList.Builder<SetClause> clauses, SetClause clause, ImmutableList<?> values) {
        if (!values.isEmpty()) {
            clauses.add(clause);
        }
    }

    private static Optional<String> known(Tree.Scalar scalar, Consumer<String> wrong) {
        String text = scalar.text();
        if (Community.tryParse(text).isPresent()
                || LargeCommunity.tryParse(text).isPresent()
                || tryExtended(text).isPresent()) {
            return Optional.of(text);
        }
        wrong.accept(noCommunity(text));
        return Optional.empty();
    }

    private static String noCommunity(String text) {
        return Quoted.of(text)
                + " is not a community; say 65001:30, 65001:1:2, rt:65001:30 or a name such as no-export";
    }

    /** RFC 4360, two-octet AS: route target and site of origin. */
    private static Optional<ExtendedCommunity> tryExtended(String text) {
        Matcher matcher = EXTENDED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long type = matcher.group(1).equals("rt") ? 0x0002 : 0x0003;
        long asn = Long.parseLong(matcher.group(2));
        long value = Long.parseLong(matcher.group(3));
        return asn > 0xffff || value > 0xffff_ffffL
                ? Optional.empty()
                : Optional.of(new ExtendedCommunity(type << 48 | asn << 32 | value));
    }
}
