package coldpotato.bgp.attr;

import com.google.common.io.BaseEncoding;
import java.util.Arrays;

/** An optional transitive attribute that is not understood here and is passed on unread (RFC 4271 section 5). */
public final class UnknownAttribute {
    private final int flags;
    private final int type;
    private final byte[] value;

    /**
     * @param flags the attribute flags octet, with the Partial bit where it is set
     * @param type the attribute's type code
     * @param value the octets of the value
     */
    public UnknownAttribute(int flags, int type, byte[] value) {
        this.flags = flags;
        this.type = type;
        this.value = value.clone();
    }

    public int flags() {
        return flags;
    }

    public int type() {
        return type;
    }

    public byte[] value() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnknownAttribute that
                && flags == that.flags
                && type == that.type
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return (flags * 31 + type) * 31 + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return type + ":0x" + BaseEncoding.base16().lowerCase().encode(value);
    }
}
