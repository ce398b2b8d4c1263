package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.policy.PolicyVerdict;

/**
 * What became of a route on its way in or out.
 *
 * @param accepted false if it goes no further
 * @param attributes what it carries now, not interned
 * @param weight the tag for the weight stage
 * @param rule the check or policy rule that decided
 */
record RouteVerdict(boolean accepted, PathAttributes attributes, long weight, String rule) {

    static RouteVerdict refused(PathAttributes attributes, String rule) {
        return new RouteVerdict(false, attributes, 0, rule);
    }

    static RouteVerdict of(PolicyVerdict verdict, long weight) {
        return new RouteVerdict(
                verdict.accepted(), verdict.attributes(), verdict.weight().orElse(weight), verdict.rule());
    }

    RouteVerdict withAttributes(PathAttributes changed) {
        return new RouteVerdict(accepted, changed, weight, rule);
    }
}
