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
 * @param admission whether it was let in: only then it can be chosen
 * @param rule name of the check or rule that accepted or refused it
 * @param cause number of the trace event that brought it
 */
public record Path(
        Prefix prefix,
        PathAttributes received,
        PathAttributes attributes,
        PathSource source,
        long weight,
        Admission admission,
        String rule,
        long cause) {

    /** What was made of a path that arrived. */
    public enum Admission {
        ACCEPTED,
        /** By the import policy. */
        REFUSED,
        /** A loop, say (RFC 4271 section 9.1.2): to routers as good as withdrawn, so that no limit counts it. */
        INVALID
    }

    /** A path of our own. */
    public static Path local(Prefix prefix, PathAttributes attributes, long weight, long cause) {
        return new Path(
                prefix, attributes, attributes, PathSource.LOCAL, weight, Admission.ACCEPTED, "originated here", cause);
    }

    /** A path that a rule of the import policy refused. */
    public static Path refused(Prefix prefix, PathAttributes received, PathSource source, String rule, long cause) {
        return new Path(prefix, received, received, source, 0, Admission.REFUSED, rule, cause);
    }

    public boolean accepted() {
        return admission == Admission.ACCEPTED;
    }

    /** True if an internal neighbour offers it. */
    public boolean isInternal() {
        return source.kind() == PathSource.Kind.IBGP;
    }

    /** True if the two differ at most in what caused them and in what the attributes were before import policy. */
    public boolean sameRoute(Path other) {
        return attributes.equals(other.attributes)
                && source.equals(other.source)
                && weight == other.weight
                && admission == other.admission;
    }

    boolean sameInAllButCause(Path other) {
        return sameRoute(other) && received.equals(other.received) && rule.equals(other.rule);
    }
}
