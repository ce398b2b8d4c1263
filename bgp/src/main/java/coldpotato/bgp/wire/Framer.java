package coldpotato.bgp.wire;

import static coldpotato.bgp.wire.MessageType.HEADER_LENGTH;

import java.util.Arrays;

/**
 * Cuts the bytes of a connection into whole messages, however they arrive (RFC 4271 section 6.1). Never holds more than
 * one unfinished message and what was added last. After an error the stream is lost: every later call ends in the same error.
 */
public final class Framer {
    private static final int MARKER_LENGTH = 16;

    private byte[] buffer = new byte[0];
    private int start;
    private int end;
    private boolean extendedMessages;
    private BgpError failure;

    /** Allows messages longer than 4096 octets from now on, as both OPENs agreed (RFC 8654). */
    public void allowExtendedMessages() {
        extendedMessages = true;
    }

    /** Takes bytes as they came from the connection; they are not to change afterwards. */
    public void add(byte[] bytes) {
        if (start == end) {
            buffer = bytes;
            start = 0;
            end = bytes.length;
            return;
        }
        byte[] joined = new byte[end - start + bytes.length];
        System.arraycopy(buffer, start, joined, 0, end - start);
        System.arraycopy(bytes, 0, joined, end - start, bytes.length);
        buffer = joined;
        start = 0;
        end = joined.length;
    }

    /**
     * The next whole message with its header, or null if more bytes are needed.
     *
     * @throws BgpError 1/1, 1/2 or 1/3 as soon as the header is wrong
     */
    public byte[] next() throws BgpError {
        if (failure != null) {
            throw failure;
        }
        if (end - start < HEADER_LENGTH) {
            return null;
        }
        int length = verifiedLength();
        if (end - start < length) {
            return null;
        }
        start += length;
        return Arrays.copyOfRange(buffer, start - length, start);
    }

    private int verifiedLength() throws BgpError {
        int length = (buffer[start + 16] & 0xff) << 8 | buffer[start + 17] & 0xff;
        int code = buffer[start + 18] & 0xff;
        MessageType type = MessageType.of(code);
        if (!markerIsAllOnes()) {
            failure = BgpError.connectionNotSynchronized();
        } else if (length < HEADER_LENGTH || (type != null && !type.allows(length, extendedMessages))) {
            failure = BgpError.badMessageLength(length);
        } else if (type == null) {
            failure = BgpError.badMessageType(code);
        }
        if (failure != null) {
            throw failure;
        }
        return length;
    }

    private boolean markerIsAllOnes() {
        for (int i = start; i < start + MARKER_LENGTH; i++) {
            if (buffer[i] != -1) {
                return false;
            }
        }
        return true;
    }
}
