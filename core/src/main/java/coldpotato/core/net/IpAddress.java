package coldpotato.core.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address. IPv4 sorts before IPv6, then by value. Text is dotted quad or RFC 5952.
 *
 * @param family which of the two
 * @param high the upper 64 bits of an IPv6 address, 0 for IPv4
 * @param low the lower 64 bits; for IPv4 the address in the lower 32 bits
 */
public record IpAddress(Family family, long high, long low) implements Comparable<IpAddress> {

    public IpAddress {
        checkArgument(
                family == Family.IPV6 || (high == 0 && low >>> 32 == 0),
                "an IPv4 address has 32 bits: %s/%s",
                high,
                low);
    }

    public static IpAddress ipv4(int bits) {
        return new IpAddress(Family.IPV4, 0, Integer.toUnsignedLong(bits));
    }

    public static IpAddress ipv6(long high, long low) {
        return new IpAddress(Family.IPV6, high, low);
    }

    /** Reads 4 or 16 octets in network order. */
    public static IpAddress ofBytes(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return switch (octets.length) {
            case 4 -> ipv4(buffer.getInt());
            case 16 -> ipv6(buffer.getLong(), buffer.getLong());
            default -> throw new IllegalArgumentException("an address has 4 or 16 octets, not " + octets.length);
        };
    }

    /** The address that the text names, or empty if it names none; never asks a name server. */
    public static Optional<IpAddress> tryParse(String text) {
        if (!InetAddresses.isInetAddress(text) || text.indexOf('%') >= 0) {
            return Optional.empty();
        }
        InetAddress address = InetAddresses.forString(text);
        // An IPv4-mapped text such as ::ffff:1.2.3.4 stays what it was written as only for plain IPv4.
        return text.indexOf(':') >= 0 && address.getAddress().length == 4
                ? Optional.of(
                        ipv6(0, 0xffff_0000_0000L | Integer.toUnsignedLong(InetAddresses.coerceToInteger(address))))
                : Optional.of(ofBytes(address.getAddress()));
    }

    /** @throws IllegalArgumentException if the text is not an address */
    public static IpAddress parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException("not an IP address: " + text));
    }

    public boolean isIpv4() {
        return family == Family.IPV4;
    }

    /** The address in network order, 4 or 16 octets. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(family.octets());
        return (isIpv4() ? buffer.putInt((int) low) : buffer.putLong(high).putLong(low)).array();
    }

    /** The lower 32 bits, which are the whole of an IPv4 address. */
    public int toInt() {
        return (int) low;
    }

    /** Bit {@code index} counted from the left, 0 being the most significant. */
    public boolean bit(int index) {
        int fromRight = family.bits() - 1 - index;
        return ((fromRight >= 64 ? high >>> (fromRight - 64) : low >>> fromRight) & 1) != 0;
    }

    /** This address plus an offset; wraps within the family. */
    public IpAddress plus(long offset) {
        if (isIpv4()) {
            return ipv4((int) (low + offset));
        }
        long sum = low + offset;
        boolean carry = offset >= 0 && Long.compareUnsigned(sum, low) < 0;
        boolean borrow = offset < 0 && Long.compareUnsigned(sum, low) > 0;
        return ipv6(high + (carry ? 1 : 0) - (borrow ? 1 : 0), sum);
    }

    /** This address with all bits after the first {@code length} cleared. */
    public IpAddress masked(int length) {
        if (isIpv4()) {
            return new IpAddress(family, 0, length == 0 ? 0 : low & (-1L << (32 - length)) & 0xffff_ffffL);
        }
        long highMask = length == 0 ? 0 : length >= 64 ? -1L : -1L << (64 - length);
        long lowMask = length <= 64 ? 0 : -1L << (128 - length);
        return new IpAddress(family, high & highMask, low & lowMask);
    }

    // Every lookup compares addresses: what a record has by itself costs several times as much until it is compiled
    // well.
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof IpAddress address
                        && low == address.low
                        && high == address.high
                        && family == address.family;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(high) + Long.hashCode(low);
    }

    @Override
    public int compareTo(IpAddress other) {
        int byFamily = family.compareTo(other.family);
        if (byFamily != 0) {
            return byFamily;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        if (isIpv4()) {
            return (low >>> 24) + "." + (low >>> 16 & 0xff) + "." + (low >>> 8 & 0xff) + "." + (low & 0xff);
        }
        try {
            return InetAddresses.toAddrString(java.net.Inet6Address.getByAddress(null, toBytes(), -1));
        } catch (java.net.UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
