package coldpotato.bgp.speaker;

import com.google.common.io.BaseEncoding;

/** A message as the trace shows it: its octets after the marker, in hexadecimal. */
final class MessageText {
    private static final int MARKER_LENGTH = 16;

    private MessageText() {}

    static String of(byte[] message) {
        return BaseEncoding.base16().lowerCase().encode(message, MARKER_LENGTH, message.length - MARKER_LENGTH);
    }
}
