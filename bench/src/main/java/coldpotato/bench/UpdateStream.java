package coldpotato.bench;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.Aggregator;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.attr.PathAttributesBuilder;
import coldpotato.bgp.wire.CodecContext;
import coldpotato.bgp.wire.MessageEncoder;
import coldpotato.core.net.Community;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.LargeCommunity;
import coldpotato.core.net.Prefix;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The full table of a feed as it comes over the wire: prefix lengths like those of the public table, neighbours in the
 * address space where they share their attributes; 7.5 prefixes per attribute set on average (median 2, up to 150); AS paths
 * 3 to 6 long, a quarter of the origins with 4 octets; communities on 60 % of the sets, large ones on 8 %, MED on 15 %,
 * aggregators on 5 %. One UPDATE per set, the sets in no order. A function of the number of prefixes alone.
 */
final class UpdateStream {
    /** As many bytes as a socket gives at a time. */
    private static final int CHUNK_BYTES = 64 * 1024;

    private static final int PREFIXES_PER_SET_MAX = 150;
    /** Of the distribution of prefixes per set (Pareto): gives the average. */
    private static final double SHAPE = 0.87;

    /** How many of 1000 prefixes have a length, from /16 on. */
    private static final int[] PER_MILLE = {13, 8, 14, 25, 40, 50, 115, 90, 645};

    private static final long FIRST_ADDRESS = 0x0100_0000L;

    private final IpAddress nextHop;
    private final int feedAs;
    private long address = FIRST_ADDRESS;
    private long drawn;

    private UpdateStream(int feedAs, IpAddress nextHop) {
        this.feedAs = feedAs;
        this.nextHop = nextHop;
    }

    /** The stream of so many prefixes, in chunks as they are read from a socket. */
    static List<byte[]> chunks(int prefixCount, int feedAs, IpAddress nextHop, CodecContext context) {
        UpdateStream stream = new UpdateStream(feedAs, nextHop);
        List<List<byte[]>> sets = new ArrayList<>();
        for (int made = 0; made < prefixCount; ) {
            List<Prefix> prefixes = stream.prefixes(Math.min(stream.setSize(), prefixCount - made));
            List<byte[]> messages = new ArrayList<>(1);
            MessageEncoder.encodeAnnouncements(
                    AfiSafi.IPV4_UNICAST, stream.attributes(), prefixes, context, messages::add);
            sets.add(messages);
            made += prefixes.size();
        }
        return cut(mixedUp(sets));
    }

    private double fraction() {
        return (Measured.mixed(drawn++) >>> 11) * 0x1.0p-53;
    }

    private int below(int bound) {
        return (int) (fraction() * bound);
    }

    private int setSize() {
        return (int) Math.min(PREFIXES_PER_SET_MAX, Math.pow(1 - fraction(), -1 / SHAPE));
    }

    private List<Prefix> prefixes(int count) {
        List<Prefix> prefixes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int length = length();
            long block = 1L << (32 - length);
            address = (address + block - 1) / block * block;
            prefixes.add(new Prefix(IpAddress.ipv4((int) address), length));
            address += block;
        }
        return prefixes;
    }

    private int length() {
        int left = below(Arrays.stream(PER_MILLE).sum());
        int length = 16;
        for (int share : PER_MILLE) {
            left -= share;
            if (left < 0) {
                return length;
            }
            length++;
        }
        throw new IllegalStateException("the shares do not add up");
    }

    private PathAttributes attributes() {
        PathAttributesBuilder builder = PathAttributes.builder(nextHop).asPath(path());
        builder.origin(below(100) < 90 ? Origin.IGP : Origin.INCOMPLETE);
        if (below(100) < 60) {
            builder.communities(some(1 + below(7), () -> Community.of(1 + below(64_000), below(65_536))));
        }
        if (below(100) < 8) {
            builder.largeCommunities(
                    some(1 + below(3), () -> new LargeCommunity(below(400_000), below(100), below(100))));
        }
        if (below(100) < 15) {
            builder.med(below(1000));
        }
        if (below(100) < 5) {
            builder.atomicAggregate(true)
                    .aggregator(new Aggregator(1 + below(64_000), IpAddress.ipv4(below(1 << 30) + 1)));
        }
        return builder.build();
    }

    private AsPath path() {
        int[] asns = new int[3 + below(4)];
        asns[0] = feedAs;
        for (int i = 1; i < asns.length - 1; i++) {
            asns[i] = 1 + below(3000);
        }
        asns[asns.length - 1] = below(4) == 0 ? 131_072 + below(300_000) : 1 + below(64_000);
        return AsPath.of(asns);
    }

    private static <T> List<T> some(int count, Supplier<T> one) {
        return Stream.generate(one).limit(count).toList();
    }

    /** All of them, by a step that shares no factor with their number. */
    private static <T> List<T> mixedUp(List<List<T>> sets) {
        int step = sets.size() / 2 + 1;
        while (gcd(step, sets.size()) != 1) {
            step++;
        }
        List<T> all = new ArrayList<>();
        for (long i = 0, at = 0; i < sets.size(); i++, at = (at + step) % sets.size()) {
            all.addAll(sets.get((int) at));
        }
        return all;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static List<byte[]> cut(List<byte[]> messages) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        messages.forEach(stream::writeBytes);
        byte[] bytes = stream.toByteArray();
        List<byte[]> chunks = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += CHUNK_BYTES) {
            chunks.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK_BYTES)));
        }
        return chunks;
    }
}
