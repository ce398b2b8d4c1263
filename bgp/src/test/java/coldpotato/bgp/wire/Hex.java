package coldpotato.bgp.wire;

import com.google.common.io.BaseEncoding;
import java.util.stream.Collectors;

/** Messages written in hexadecimal, with a comment behind {@code #} on each line. */
final class Hex {
    private static final String MARKER = "ff".repeat(16);

    private Hex() {}

    static byte[] bytes(String commented) {
        String digits =
                commented.lines().map(line -> line.replaceAll("#.*", "")).collect(Collectors.joining());
        return BaseEncoding.base16().lowerCase().decode(digits.replaceAll("\\s", ""));
    }

    /** A message with a correct header. */
    static byte[] message(MessageType type, String body) {
        byte[] octets = bytes(body);
        int length = MessageType.HEADER_LENGTH + octets.length;
        String header = MARKER + String.format("%04x%02x", length, type.code());
        return bytes(header + BaseEncoding.base16().lowerCase().encode(octets));
    }

    /** An UPDATE of attributes and announced IPv4 prefixes. */
    static byte[] update(String attributes, String nlri) {
        int length = bytes(attributes).length;
        return message(MessageType.UPDATE, "0000" + String.format("%04x\n", length) + attributes + "\n" + nlri);
    }
}
