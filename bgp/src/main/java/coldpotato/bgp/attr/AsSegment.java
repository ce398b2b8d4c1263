package coldpotato.bgp.attr;

import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.Collectors;

/**
 * One segment of an AS_PATH (RFC 4271 section 4.3).
 *
 * @param type ordered or not
 * @param asns the AS numbers, unsigned, 1 to 255 of them
 */
public record AsSegment(Type type, ImmutableIntArray asns) {

    /** Segment types with their numbers on the wire (RFC 4271, RFC 5065). */
    public enum Type {
        AS_SET(1, "{", "}", ","),
        AS_SEQUENCE(2, "", "", " "),
        AS_CONFED_SEQUENCE(3, "(", ")", " "),
        AS_CONFED_SET(4, "[", "]", ",");

        private final int number;
        private final String open;
        private final String close;
        private final String separator;

        Type(int number, String open, String close, String separator) {
            this.number = number;
            this.open = open;
            this.close = close;
            this.separator = separator;
        }

        public int number() {
            return number;
        }

        public boolean isConfederation() {
            return this == AS_CONFED_SEQUENCE || this == AS_CONFED_SET;
        }
    }

    /** What the segment adds to the path's length: a set counts one, a confederation segment nothing (RFC 5065). */
    public int length() {
        return switch (type) {
            case AS_SEQUENCE -> asns.length();
            case AS_SET -> 1;
            case AS_CONFED_SEQUENCE, AS_CONFED_SET -> 0;
        };
    }

    @Override
    public String toString() {
        return asns.stream()
                .mapToObj(Integer::toUnsignedString)
                .collect(Collectors.joining(type.separator, type.open, type.close));
    }
}
