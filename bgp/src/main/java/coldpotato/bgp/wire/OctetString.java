package coldpotato.bgp.wire;

import com.google.common.io.BaseEncoding;
import java.util.Arrays;

/** Octets as a value: never change, and equal where their content is. */
public final class OctetString {
    public static final OctetString EMPTY = new OctetString(new byte[0]);

    private final byte[] octets;

    private OctetString(byte[] octets) {
        this.octets = octets;
    }

    public static OctetString of(byte... octets) {
        return octets.length == 0 ? EMPTY : new OctetString(octets.clone());
    }

    static OctetString of(byte[] octets, int from, int to) {
        return from == to ? EMPTY : new OctetString(Arrays.copyOfRange(octets, from, to));
    }

    public int length() {
        return octets.length;
    }

    /** The octet at an index, 0 to 255. */
    public int at(int index) {
        return octets[index] & 0xff;
    }

    public byte[] toByteArray() {
        return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OctetString that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** Hexadecimal, two digits an octet. */
    @Override
    public String toString() {
        return BaseEncoding.base16().lowerCase().encode(octets);
    }
}
