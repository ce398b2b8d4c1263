package coldpotato.bgp.wire;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;

/**
 * Reads a part of a message from left to right, in network order. Whoever reads has made sure that the octets are there:
 * running over the end is our fault, not the peer's.
 */
final class Octets {
    private final byte[] bytes;
    private int position;
    private final int limit;

    Octets(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.limit = to;
    }

    static Octets of(OctetString octets) {
        return new Octets(octets.toByteArray(), 0, octets.length());
    }

    int remaining() {
        return limit - position;
    }

    boolean isEmpty() {
        return position == limit;
    }

    int u8() {
        return bytes[advance(1)] & 0xff;
    }

    int u16() {
        int at = advance(2);
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    int i32() {
        return u16() << 16 | u16();
    }

    long u32() {
        return Integer.toUnsignedLong(i32());
    }

    long i64() {
        return u32() << 32 | u32();
    }

    IpAddress address(Family family) {
        return family == Family.IPV4 ? IpAddress.ipv4(i32()) : IpAddress.ipv6(i64(), i64());
    }

    /** The next octets as a part of their own; this one goes on behind them. */
    Octets slice(int length) {
        int from = advance(length);
        return new Octets(bytes, from, from + length);
    }

    Octets rest() {
        return slice(remaining());
    }

    /** The same octets to be read once more. */
    Octets again() {
        return new Octets(bytes, position, limit);
    }

    void skip(int length) {
        advance(length);
    }

    int position() {
        return position;
    }

    /** What lies between a position read before and this one. */
    OctetString since(int from) {
        return OctetString.of(bytes, from, position);
    }

    OctetString toOctetString() {
        return OctetString.of(bytes, position, limit);
    }

    private int advance(int length) {
        checkState(length >= 0 && length <= limit - position, "octets run out");
        int at = position;
        position += length;
        return at;
    }
}
