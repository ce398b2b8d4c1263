package coldpotato.bgp.policy;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Prefix;
import java.util.OptionalLong;

/**
 * A route on its way through a policy.
 *
 * @param prefix where it leads
 * @param attributes what it carries, as the rules so far have left it
 * @param session the session that it came by or is to leave by
 * @param weight the route tag that a rule has set, empty if none has
 */
public record PolicyRoute(Prefix prefix, PathAttributes attributes, PolicySession session, OptionalLong weight) {

    public PolicyRoute(Prefix prefix, PathAttributes attributes, PolicySession session) {
        this(prefix, attributes, session, OptionalLong.empty());
    }

    /** This route with other attributes; the same instance if they are equal to its own. */
    PolicyRoute with(PathAttributes changed) {
        return changed.equals(attributes) ? this : new PolicyRoute(prefix, changed, session, weight);
    }

    PolicyRoute withWeight(long changed) {
        return new PolicyRoute(prefix, attributes, session, OptionalLong.of(changed));
    }
}
