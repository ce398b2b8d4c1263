package coldpotato.scenarios.reason;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;

/**
 * Why packets take one way and not another: the router that decides it, and the step of its decision.
 *
 * @param node the router that decides
 * @param prefix of the route that decides
 * @param to the neighbour to which it sends, or tells
 * @param rival the neighbour to which the other way leads
 * @param step what decided
 * @param detail the step with the values that it looked at: {@code highest LOCAL_PREF (200 against 100)}
 * @param rules the policy rules that made the routes what they are, each with its place in the file
 */
public record Choice(
        String node,
        Prefix prefix,
        String to,
        String rival,
        DecidingStep step,
        String detail,
        ImmutableList<String> rules) {

    /** The same with further rules. */
    Choice because(ImmutableList<String> more) {
        return new Choice(node, prefix, to, rival, step, detail, more);
    }

    /** True if the same step tells the same things apart, be it at another router. */
    public boolean isLike(Choice other) {
        return step == other.step && prefix.equals(other.prefix) && (step.isChance() || detail.equals(other.detail));
    }

    /** In a sentence. */
    public String sentence() {
        String because = rules.isEmpty() ? "" : ", by " + String.join(" and ", rules);
        return switch (step) {
            case NOT_ANNOUNCED -> node + " does not tell " + to + " of " + prefix + ": " + detail + because;
            case HASH -> node + " shares " + prefix + " over " + to + " and " + rival + ": " + detail;
            case ONLY_WAY -> node + " sends " + prefix + " to " + to + ": " + detail;
            case LONGEST_MATCH, USER_DEFINED_ROUTE, DISTANCE, BGP_DECISION, TIE_BREAK, IMPORT_POLICY, NOT_PROGRAMMED ->
                node + " sends " + prefix + " to " + to + " and not to " + rival + ": " + detail + because;
        };
    }
}
