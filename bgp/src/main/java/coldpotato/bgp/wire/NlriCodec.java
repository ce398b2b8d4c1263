package coldpotato.bgp.wire;

import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;

/**
 * Lists of prefixes (RFC 4271 section 4.3): a length in bits, then as many octets as it needs. With ADD-PATH (RFC 7911) an
 * identifier of four octets stands before each; it is read over. Bits behind the length are ignored.
 */
final class NlriCodec {
    static final int PATH_IDENTIFIER_LENGTH = 4;

    /** {@link #count}: the list cannot be read. */
    static final int MALFORMED = -1;

    private NlriCodec() {}

    /**
     * How many prefixes the octets hold, or {@link #MALFORMED} if a length is out of bounds or a prefix runs past the end
     * (RFC 7606 section 5.3). Reads a copy: the octets are still to be read.
     */
    static int count(Octets nlri, int bitsMin, int bitsMax, boolean addPath) {
        Octets in = nlri.again();
        int headerLength = addPath ? PATH_IDENTIFIER_LENGTH + 1 : 1;
        int count = 0;
        while (!in.isEmpty()) {
            if (in.remaining() < headerLength) {
                return MALFORMED;
            }
            in.skip(headerLength - 1);
            int bits = in.u8();
            if (bits < bitsMin || bits > bitsMax || octets(bits) > in.remaining()) {
                return MALFORMED;
            }
            in.skip(octets(bits));
            count++;
        }
        return count;
    }

    /** Reads a list that {@link #count} has counted. */
    static ImmutableList<Prefix> read(Octets in, Family family, int count, boolean addPath) {
        ImmutableList.Builder<Prefix> prefixes = ImmutableList.builderWithExpectedSize(count);
        while (!in.isEmpty()) {
            in.skip(addPath ? PATH_IDENTIFIER_LENGTH : 0);
            int bits = in.u8();
            prefixes.add(new Prefix(readAddress(in, family, octets(bits)), bits));
        }
        return prefixes.build();
    }

    private static IpAddress readAddress(Octets in, Family family, int octets) {
        if (family == Family.IPV4) {
            return IpAddress.ipv4((int) (leftAligned(in, octets) >>> 32));
        }
        long high = leftAligned(in, Math.min(octets, 8));
        return IpAddress.ipv6(high, leftAligned(in, Math.max(octets - 8, 0)));
    }

    private static long leftAligned(Octets in, int octets) {
        long value = 0;
        for (int shift = 56; shift > 56 - 8 * octets; shift -= 8) {
            value |= (long) in.u8() << shift;
        }
        return value;
    }

    static void write(Prefix prefix, OctetWriter out) {
        out.u8(prefix.length());
        IpAddress address = prefix.address();
        boolean ipv4 = address.isIpv4();
        for (int i = 0; i < octets(prefix.length()); i++) {
            long half = ipv4 ? address.low() << 32 : i < 8 ? address.high() : address.low();
            out.u8((int) (half >>> (56 - 8 * (i % 8))));
        }
    }

    /** Octets that a prefix takes, its length octet included. */
    static int encodedLength(Prefix prefix) {
        return 1 + octets(prefix.length());
    }

    private static int octets(int bits) {
        return (bits + 7) / 8;
    }
}
