package coldpotato.core.net;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;

/**
 * An address block, canonical: bits after the length are zero. Sorts by family, address, then length, so that a
 * prefix stands directly before the more specific ones it contains.
 *
 * @param address the first address of the block
 * @param length how many leading bits are fixed
 */
public record Prefix(IpAddress address, int length) implements Comparable<Prefix> {
    public static final Prefix DEFAULT_IPV4 = new Prefix(IpAddress.ipv4(0), 0);
    public static final Prefix DEFAULT_IPV6 = new Prefix(IpAddress.ipv6(0, 0), 0);

    public Prefix {
        checkArgument(
                length >= 0 && length <= address.family().bits(), "prefix length %s does not fit %s", length, address);
        address = address.masked(length);
    }

    /** The block of one address: /32 or /128. */
    public static Prefix host(IpAddress address) {
        return new Prefix(address, address.family().bits());
    }

    /** The prefix written as {@code address/length}; host bits are cleared. Empty if it is not one. */
    public static Optional<Prefix> tryParse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || slash + 1 == text.length() || text.length() - slash > 4) {
            return Optional.empty();
        }
        String digits = text.substring(slash + 1);
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int length = Integer.parseInt(digits);
        return IpAddress.tryParse(text.substring(0, slash))
                .filter(address -> length <= address.family().bits())
                .map(address -> new Prefix(address, length));
    }

    /** @throws IllegalArgumentException if the text is not a prefix */
    public static Prefix parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException("not a prefix: " + text));
    }

    public Family family() {
        return address.family();
    }

    public boolean isDefault() {
        return length == 0;
    }

    /** True if the address lies in this block. */
    public boolean contains(IpAddress other) {
        if (other.family() != family()) {
            return false;
        }
        if (length == 0) {
            return true;
        }
        if (family() == Family.IPV4) {
            return (address.low() ^ other.low()) >>> (32 - length) == 0;
        }
        if (length <= 64) {
            return (address.high() ^ other.high()) >>> (64 - length) == 0;
        }
        return address.high() == other.high() && (address.low() ^ other.low()) >>> (128 - length) == 0;
    }

    /** True if the other block is this one or lies inside it. */
    public boolean contains(Prefix other) {
        return other.length >= length && contains(other.address);
    }

    public boolean overlaps(Prefix other) {
        return contains(other) || other.contains(this);
    }

    /** The address at this offset from the first one of the block; offset 1 is the first usable host of a /30. */
    public IpAddress addressAt(long offset) {
        return address.plus(offset);
    }

    /** The block of this length that starts {@code index} blocks into this one. */
    public Prefix subnet(int newLength, int index) {
        checkArgument(newLength >= length && newLength <= family().bits(), "%s has no /%s inside", this, newLength);
        checkArgument(
                index >= 0 && (newLength - length >= 31 || index < 1 << (newLength - length)),
                "%s has no /%s number %s inside",
                this,
                newLength,
                index);
        int shift = family().bits() - newLength;
        long high = shift >= 64 ? (long) index << (shift - 64) : shift == 0 ? 0 : (long) index >>> (64 - shift);
        long low = shift >= 64 ? 0 : (long) index << shift;
        return new Prefix(new IpAddress(family(), address.high() | high, address.low() | low), newLength);
    }

    @Override
    public int compareTo(Prefix other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Integer.compare(length, other.length);
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}
