package coldpotato.bgp.wire;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.net.IpAddress;
import java.util.Arrays;

/** Writes octets from left to right, in network order, into an array that grows. */
final class OctetWriter {
    private byte[] bytes = new byte[256];
    private int length;

    int length() {
        return length;
    }

    OctetWriter u8(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    OctetWriter u16(int value) {
        return u8(value >> 8).u8(value);
    }

    OctetWriter i32(int value) {
        return u16(value >> 16).u16(value);
    }

    OctetWriter i64(long value) {
        return i32((int) (value >> 32)).i32((int) value);
    }

    OctetWriter address(IpAddress address) {
        return address.isIpv4() ? i32(address.toInt()) : i64(address.high()).i64(address.low());
    }

    OctetWriter octets(byte[] octets) {
        room(octets.length);
        System.arraycopy(octets, 0, bytes, length, octets.length);
        length += octets.length;
        return this;
    }

    /** Writes two octets over earlier ones. */
    OctetWriter u16At(int position, int value) {
        checkState(position + 2 <= length, "nothing written at %s yet", position);
        bytes[position] = (byte) (value >> 8);
        bytes[position + 1] = (byte) value;
        return this;
    }

    /** Forgets what was written behind a position. */
    void backTo(int position) {
        length = position;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
