package coldpotato.bgp.policy;

import coldpotato.bgp.attr.PathAttributes;
import com.google.common.collect.ImmutableList;
import java.util.OptionalLong;

/**
 * What a policy made of a route.
 *
 * @param accepted false if the route may not pass
 * @param attributes what the route carries now, not interned; the instance that went in if nothing changed or it is refused
 * @param weight the route tag that a rule set, empty if none did
 * @param decidedBy the rule that accepted or refused
 * @param changedBy the rules that changed something, in order; none if refused
 */
public record PolicyVerdict(
        boolean accepted,
        PathAttributes attributes,
        OptionalLong weight,
        PolicyRule decidedBy,
        ImmutableList<PolicyRule> changedBy) {

    /** Name of the rule that decided. */
    public String rule() {
        return decidedBy.name();
    }

    public boolean changed() {
        return !changedBy.isEmpty();
    }
}
