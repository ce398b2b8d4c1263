package coldpotato.scenarios.review;

import com.google.common.collect.ComparisonChain;

/**
 * What something goes back to.
 *
 * @param atNanos when
 * @param kind of what sort it is
 * @param what in words; empty for the beginning
 */
public record Trigger(long atNanos, Kind kind, String what) implements Comparable<Trigger> {

    private static final String AND = "; ";

    /** Where a chain of causes begins. */
    public enum Kind {
        /** With the network as the file has it: it was so when the flows began. */
        BEGINNING,
        /** With something that was done to the network. */
        DEED,
        /** With something that the network did by itself, such as a timer that ran out. */
        ITSELF
    }

    /** Both, which happened at one instant, as one. */
    Trigger and(Trigger other) {
        return new Trigger(atNanos, kind, what + AND + other.what);
    }

    /** True if it is the other one, or that and others. */
    boolean covers(Trigger other) {
        return atNanos == other.atNanos && kind == other.kind && (AND + what + AND).contains(AND + other.what + AND);
    }

    @Override
    public int compareTo(Trigger other) {
        return ComparisonChain.start()
                .compare(atNanos, other.atNanos)
                .compare(kind, other.kind)
                .compare(what, other.what)
                .result();
    }
}
