package coldpotato.bgp.rib;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Prefix;

/**
 * One way to a prefix, offered by one source. What arrived is kept beside what the import policy made of it, also where the
 * policy refused it, so that a changed policy can be applied without asking the neighbour again.
 *
 * @param prefix where it leads
 * @param received what arrived, interned
 * @param attributes what the import policy made of it, interned; {@code received} if it was refused
 * @param source who offers it
 * @param weight an opaque route tag that never leaves the router, looked at by the weight stage only
 * @param accepted false if a loop check or the import policy refused it: then it can never be chosen
 * @param rule name of the check or rule that accepted or refused it
 * @param cause number of the trace event that brought it
 */
public record Path(
        Prefix prefix,
        PathAttributes received,
        PathAttributes attributes,
        PathSource source,
        long weight,
        boolean accepted,
        String rule,
        long cause) {

    /** A path of our own. */
    public static Path local(Prefix prefix, PathAttributes attributes, long weight, long cause) {
        return new Path(prefix, attributes, attributes, PathSource.LOCAL, weight, true, "originated here", cause);
    }

    /** A path that a check or rule refused. */
    public static Path refused(Prefix prefix, PathAttributes received, PathSource source, String rule, long cause) {
        return new Path(prefix, received, received, source, 0, false, rule, cause);
    }

    /** True if the two differ at most in what caused them and in what the attributes were before import policy. */
    public boolean sameRoute(Path other) {
        return attributes.equals(other.attributes)
                && source.equals(other.source)
                && weight == other.weight
                && accepted == other.accepted;
    }

    boolean sameInAllButCause(Path other) {
        return sameRoute(other) && received.equals(other.received) && rule.equals(other.rule);
    }
}
