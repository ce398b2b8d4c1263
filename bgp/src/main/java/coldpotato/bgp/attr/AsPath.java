package coldpotato.bgp.attr;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.bgp.attr.AsSegment.Type;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/**
 * AS_PATH (RFC 4271 section 5.1.2), the AS nearest to us first. AS numbers are 32 bits, unsigned.
 *
 * @param segments as they stand on the wire
 */
public record AsPath(ImmutableList<AsSegment> segments) {
    public static final AsPath EMPTY = new AsPath(ImmutableList.of());

    /** Most AS numbers that fit one segment: its count is one octet. */
    public static final int SEGMENT_LENGTH_MAX = 255;

    /** A path of one sequence. */
    public static AsPath of(int... asns) {
        return asns.length == 0
                ? EMPTY
                : new AsPath(ImmutableList.of(new AsSegment(Type.AS_SEQUENCE, ImmutableIntArray.copyOf(asns))));
    }

    /** Length as the decision process counts it (RFC 4271 section 9.1.2.2 a). */
    public int length() {
        int length = 0;
        for (AsSegment segment : segments) {
            length += segment.length();
        }
        return length;
    }

    public boolean isEmpty() {
        return segments.isEmpty();
    }

    /** How often the AS stands in the path, in segments of any type. */
    public int count(int asn) {
        int count = 0;
        for (AsSegment segment : segments) {
            for (int i = 0; i < segment.asns().length(); i++) {
                count += segment.asns().get(i) == asn ? 1 : 0;
            }
        }
        return count;
    }

    public boolean contains(int asn) {
        return count(asn) > 0;
    }

    /** The AS that the route was heard from: first of the path, confederation segments left out; 0 if there is none. */
    public int neighbourAs() {
        for (AsSegment segment : segments) {
            if (!segment.type().isConfederation()) {
                return segment.type() == Type.AS_SEQUENCE ? segment.asns().get(0) : 0;
            }
        }
        return 0;
    }

    /** The AS that originated the route: last of the path; 0 if the path is empty or ends in a set. */
    public int originAs() {
        if (segments.isEmpty()) {
            return 0;
        }
        AsSegment last = segments.get(segments.size() - 1);
        return last.type() == Type.AS_SEQUENCE ? last.asns().get(last.asns().length() - 1) : 0;
    }

    /** This path with an AS put before it a number of times (RFC 4271 section 5.1.2 b). */
    public AsPath prepend(int asn, int times) {
        checkArgument(times >= 0, "cannot prepend %s times", times);
        AsPath path = this;
        for (int i = 0; i < times; i++) {
            path = path.prependOnce(asn);
        }
        return path;
    }

    private AsPath prependOnce(int asn) {
        AsSegment first = segments.isEmpty() ? null : segments.get(0);
        boolean joins = first != null
                && first.type() == Type.AS_SEQUENCE
                && first.asns().length() < SEGMENT_LENGTH_MAX;
        ImmutableIntArray.Builder asns =
                ImmutableIntArray.builder(joins ? 1 + first.asns().length() : 1).add(asn);
        ImmutableList.Builder<AsSegment> result = ImmutableList.builder();
        result.add(new AsSegment(Type.AS_SEQUENCE, (joins ? asns.addAll(first.asns()) : asns).build()));
        return new AsPath(
                result.addAll(segments.subList(joins ? 1 : 0, segments.size())).build());
    }

    /** This path without the AS numbers that match; the same instance if none does. */
    public AsPath without(IntPredicate removed) {
        if (!anyMatch(removed)) {
            return this;
        }
        ImmutableList.Builder<AsSegment> result = ImmutableList.builder();
        for (AsSegment segment : segments) {
            int[] kept = segment.asns().stream().filter(removed.negate()).toArray();
            if (kept.length > 0) {
                result.add(new AsSegment(segment.type(), ImmutableIntArray.copyOf(kept)));
            }
        }
        return new AsPath(result.build());
    }

    /** This path with every AS number mapped; the same instance if nothing changes. */
    public AsPath map(IntUnaryOperator mapping) {
        if (!anyMatch(asn -> mapping.applyAsInt(asn) != asn)) {
            return this;
        }
        return new AsPath(segments.stream()
                .map(segment -> new AsSegment(
                        segment.type(),
                        ImmutableIntArray.copyOf(segment.asns().stream().map(mapping))))
                .collect(ImmutableList.toImmutableList()));
    }

    /** True if any AS number of the path matches. */
    public boolean anyMatch(IntPredicate predicate) {
        for (AsSegment segment : segments) {
            for (int i = 0; i < segment.asns().length(); i++) {
                if (predicate.test(segment.asns().get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** True if every AS number of the path matches; true for the empty path. */
    public boolean allMatch(IntPredicate predicate) {
        return !anyMatch(predicate.negate());
    }

    /** As routing tables print it: {@code 12076 65010 {64600,64601}}; empty text for the empty path. */
    @Override
    public String toString() {
        return segments.stream().map(AsSegment::toString).collect(Collectors.joining(" "));
    }
}
