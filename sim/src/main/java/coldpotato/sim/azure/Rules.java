package coldpotato.sim.azure;

import coldpotato.bgp.policy.CommunityPattern;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.PrefixList;
import coldpotato.bgp.policy.SetClause;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;

/** Rules that the policies of the model are made of. Their names are what explanations cite. */
final class Rules {
    private static final ImmutableSet<Prefix> EVERYTHING = ImmutableSet.of(Prefix.DEFAULT_IPV4, Prefix.DEFAULT_IPV6);

    private Rules() {}

    static Policy policy(String name, PolicyRule end, PolicyRule... rules) {
        return new Policy(name, ImmutableList.copyOf(rules), end);
    }

    /** A user's policy with rules that come before its own. */
    static Policy before(Policy policy, ImmutableList<PolicyRule> rules) {
        return new Policy(
                policy.name(),
                ImmutableList.<PolicyRule>builder()
                        .addAll(rules)
                        .addAll(policy.rules())
                        .build(),
                policy.end());
    }

    static PolicyRule accept(String name, MatchClause... matches) {
        return new PolicyRule(name, ImmutableList.copyOf(matches), ImmutableList.of(), PolicyAction.ACCEPT, "");
    }

    static PolicyRule refuse(String name, MatchClause... matches) {
        return new PolicyRule(name, ImmutableList.copyOf(matches), ImmutableList.of(), PolicyAction.REFUSE, "");
    }

    /** Changes every route and goes on. */
    static PolicyRule set(String name, SetClause... sets) {
        return new PolicyRule(name, ImmutableList.of(), ImmutableList.copyOf(sets), PolicyAction.NEXT, "");
    }

    /** Takes away all communities, of whatever kind. */
    static PolicyRule withoutCommunities(String name) {
        return set(
                name,
                new SetClause.Communities(true, ImmutableList.of()),
                new SetClause.LargeCommunities(true, ImmutableList.of()),
                new SetClause.ExtendedCommunities(true, ImmutableList.of()));
    }

    /** Exactly these prefixes. */
    static MatchClause exactly(ImmutableSet<Prefix> prefixes) {
        return list(prefixes.stream().map(prefix -> exact(true, prefix)));
    }

    /** These blocks and everything in them. */
    static MatchClause within(ImmutableSet<Prefix> blocks) {
        return list(blocks.stream().map(Rules::inside));
    }

    /** Every prefix but exactly these. */
    static MatchClause anythingBut(ImmutableSet<Prefix> prefixes) {
        return list(Stream.concat(
                prefixes.stream().map(prefix -> exact(false, prefix)),
                EVERYTHING.stream().map(Rules::inside)));
    }

    static MatchClause anyCommunity(ImmutableList<CommunityPattern> patterns) {
        return new MatchClause.AnyCommunity(patterns);
    }

    private static MatchClause list(Stream<PrefixList.Entry> entries) {
        return new MatchClause.Prefixes(new PrefixList("", entries.collect(ImmutableList.toImmutableList())));
    }

    private static PrefixList.Entry exact(boolean permit, Prefix prefix) {
        return new PrefixList.Entry(permit, prefix, prefix.length(), prefix.length());
    }

    private static PrefixList.Entry inside(Prefix block) {
        return new PrefixList.Entry(true, block, block.length(), block.family().bits());
    }
}
