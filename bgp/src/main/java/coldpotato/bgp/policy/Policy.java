package coldpotato.bgp.policy;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A route policy: rules in order, until one accepts or refuses. A pure function; attributes that no rule changes come out as
 * the same instance.
 *
 * @param name as the user calls it
 * @param rules tried in order
 * @param end what decides when no rule did: a rule without match, by default {@code name (end)}, which refuses
 */
public record Policy(String name, ImmutableList<PolicyRule> rules, PolicyRule end) {
    /** Lets every route through unchanged. */
    public static final Policy ACCEPT_ALL =
            new Policy("accept-all", ImmutableList.of(), PolicyRule.always("accept-all", PolicyAction.ACCEPT));

    /** Lets no route through. */
    public static final Policy REFUSE_ALL =
            new Policy("refuse-all", ImmutableList.of(), PolicyRule.always("refuse-all", PolicyAction.REFUSE));

    /** A policy that refuses what no rule accepts. */
    public Policy(String name, ImmutableList<PolicyRule> rules) {
        this(name, rules, PolicyRule.always(name + " (end)", PolicyAction.REFUSE));
    }

    /**
     * The same policy that fails to filter: what it would refuse it lets through, and what it changes it still changes.
     *
     * @param blocks only these blocks and everything in them leak; all routes if empty
     */
    public Policy leaking(ImmutableSet<Prefix> blocks) {
        if (blocks.isEmpty()) {
            PolicyRule everything = PolicyRule.always(name + " (leaks)", PolicyAction.ACCEPT);
            return new Policy(
                    name, without(PolicyAction.REFUSE), end.action() == PolicyAction.REFUSE ? everything : end);
        }
        MatchClause elsewhere = new MatchClause.Prefixes(PrefixList.outside(blocks));
        PolicyRule inside = new PolicyRule(
                name + " (leaks)",
                ImmutableList.of(new MatchClause.Prefixes(PrefixList.within(blocks))),
                ImmutableList.of(),
                PolicyAction.ACCEPT,
                "");
        return new Policy(
                name,
                Stream.concat(
                                rules.stream()
                                        .map(rule -> rule.action() == PolicyAction.REFUSE ? rule.and(elsewhere) : rule),
                                Stream.of(inside))
                        .collect(ImmutableList.toImmutableList()),
                end);
    }

    private ImmutableList<PolicyRule> without(PolicyAction action) {
        return rules.stream().filter(rule -> rule.action() != action).collect(ImmutableList.toImmutableList());
    }

    /** What becomes of a route. */
    public PolicyVerdict apply(PolicyRoute route) {
        PolicyRoute current = route;
        ImmutableList<PolicyRule> changedBy = ImmutableList.of();
        for (PolicyRule rule : rules) {
            if (!rule.matches(current)) {
                continue;
            }
            PolicyRoute after = rule.set(current);
            changedBy = after.equals(current) ? changedBy : append(changedBy, rule);
            current = after;
            if (rule.action() != PolicyAction.NEXT) {
                return verdict(route, current, rule, changedBy);
            }
        }
        return verdict(route, current, end, changedBy);
    }

    /** True if what becomes of a route may depend on who the neighbour is, and not only on our own end of the session. */
    public boolean looksAtNeighbour() {
        return end.looksAtNeighbour() || rules.stream().anyMatch(PolicyRule::looksAtNeighbour);
    }

    /** True if what becomes of a route may depend on its prefix beyond the family. */
    public boolean looksAtPrefix() {
        return end.looksAtPrefix() || rules.stream().anyMatch(PolicyRule::looksAtPrefix);
    }

    private static PolicyVerdict verdict(
            PolicyRoute before, PolicyRoute after, PolicyRule decidedBy, ImmutableList<PolicyRule> changedBy) {
        return decidedBy.action() == PolicyAction.ACCEPT
                ? new PolicyVerdict(true, after.attributes(), after.weight(), decidedBy, changedBy)
                : new PolicyVerdict(false, before.attributes(), OptionalLong.empty(), decidedBy, ImmutableList.of());
    }

    private static ImmutableList<PolicyRule> append(ImmutableList<PolicyRule> rules, PolicyRule rule) {
        return ImmutableList.<PolicyRule>builder().addAll(rules).add(rule).build();
    }
}
