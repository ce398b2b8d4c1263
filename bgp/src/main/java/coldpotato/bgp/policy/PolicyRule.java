package coldpotato.bgp.policy;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * One rule of a policy.
 *
 * @param name what verdicts call it: {@code prefer-west-europe[1]}, or what the user named it
 * @param matches all of them must hold; none holds always
 * @param sets what is changed, in order
 * @param action what happens then; a rule that only sets goes on with {@link PolicyAction#NEXT}
 * @param provenance {@code file:line} where it is written, empty where no file says it
 */
public record PolicyRule(
        String name,
        ImmutableList<MatchClause> matches,
        ImmutableList<SetClause> sets,
        PolicyAction action,
        String provenance) {

    public PolicyRule {
        checkArgument(action != PolicyAction.REFUSE || sets.isEmpty(), "rule %s sets what it refuses", name);
    }

    /** A rule that holds for every route and changes nothing. */
    public static PolicyRule always(String name, PolicyAction action) {
        return new PolicyRule(name, ImmutableList.of(), ImmutableList.of(), action, "");
    }

    /** The same under one condition more. */
    PolicyRule and(MatchClause match) {
        ImmutableList<MatchClause> all =
                ImmutableList.<MatchClause>builder().addAll(matches).add(match).build();
        return new PolicyRule(name, all, sets, action, provenance);
    }

    boolean matches(PolicyRoute route) {
        for (MatchClause match : matches) {
            if (!match.holds(route)) {
                return false;
            }
        }
        return true;
    }

    boolean looksAtNeighbour() {
        return matches.stream().anyMatch(MatchClause.NeighbourAs.class::isInstance)
                || sets.stream().anyMatch(SetClause.NextHopPeer.class::isInstance);
    }

    boolean looksAtPrefix() {
        return matches.stream().anyMatch(MatchClause.Prefixes.class::isInstance);
    }

    PolicyRoute set(PolicyRoute route) {
        PolicyRoute result = route;
        for (SetClause set : sets) {
            result = set.apply(result);
        }
        return result;
    }
}
