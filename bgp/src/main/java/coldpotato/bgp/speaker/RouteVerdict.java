package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.policy.PolicyVerdict;
import coldpotato.bgp.rib.Path.Admission;

/**
 * What became of a route on its way in or out.
 *
 * @param admission whether it goes any further
 * @param attributes what it carries now, not interned
 * @param weight the tag for the weight stage
 * @param rule the check or policy rule that decided
 */
record RouteVerdict(Admission admission, PathAttributes attributes, long weight, String rule) {

    static RouteVerdict refused(PathAttributes attributes, String rule) {
        return new RouteVerdict(Admission.REFUSED, attributes, 0, rule);
    }

    /** By a check that comes before all policy. */
    static RouteVerdict invalid(PathAttributes attributes, String check) {
        return new RouteVerdict(Admission.INVALID, attributes, 0, check);
    }

    static RouteVerdict of(PolicyVerdict verdict, long weight) {
        return new RouteVerdict(
                verdict.accepted() ? Admission.ACCEPTED : Admission.REFUSED,
                verdict.attributes(),
                verdict.weight().orElse(weight),
                verdict.rule());
    }

    boolean accepted() {
        return admission == Admission.ACCEPTED;
    }

    RouteVerdict withAttributes(PathAttributes changed) {
        return new RouteVerdict(admission, changed, weight, rule);
    }
}
