package coldpotato.bgp.wire;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;

/**
 * NOTIFICATION (RFC 4271 section 4.5): why a session ends. Codes and subcodes that are in no registry are kept.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +---------------+---------------+-------------------------------+
 * |     Code      |    Subcode    |  Data ...
 * +---------------+---------------+-------------------------------+
 * </pre>
 *
 * @param code 0 to 255
 * @param subcode 0 to 255
 * @param data what the code and the subcode ask for
 */
public record NotificationMessage(int code, int subcode, OctetString data) implements BgpMessage {
    /** Most octets of a shutdown text: its length is one octet (RFC 9003 section 2). */
    public static final int SHUTDOWN_TEXT_MAX = 255;

    public NotificationMessage {
        checkArgument(code >= 0 && code <= 255 && subcode >= 0 && subcode <= 255, "NOTIFICATION %s/%s", code, subcode);
    }

    public static NotificationMessage of(NotificationCode code, OctetString data) {
        return new NotificationMessage(code.code(), code.subcode(), data);
    }

    public static NotificationMessage of(NotificationCode code) {
        return of(code, OctetString.EMPTY);
    }

    /**
     * A Cease with a text for the operator of the other side (RFC 9003).
     *
     * @param code {@link NotificationCode#ADMINISTRATIVE_SHUTDOWN} or {@link NotificationCode#ADMINISTRATIVE_RESET}
     * @param text at most {@link #SHUTDOWN_TEXT_MAX} octets of UTF-8
     */
    public static NotificationMessage shutdown(NotificationCode code, String text) {
        checkArgument(carriesShutdownText(code.code(), code.subcode()), "%s carries no text", code);
        byte[] utf8 = text.getBytes(UTF_8);
        checkArgument(utf8.length <= SHUTDOWN_TEXT_MAX, "shutdown text of %s octets", utf8.length);
        return of(
                code,
                OctetString.of(ByteBuffer.allocate(1 + utf8.length)
                        .put((byte) utf8.length)
                        .put(utf8)
                        .array()));
    }

    /** The text of a shutdown or reset, empty if there is none or it is not well formed. */
    public Optional<String> shutdownText() {
        if (!carriesShutdownText(code, subcode) || data.length() < 2 || data.at(0) > data.length() - 1) {
            return Optional.empty();
        }
        try {
            byte[] utf8 = Arrays.copyOfRange(data.toByteArray(), 1, 1 + data.at(0));
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static boolean carriesShutdownText(int code, int subcode) {
        return code == NotificationCode.CEASE.code()
                && (subcode == NotificationCode.ADMINISTRATIVE_SHUTDOWN.subcode()
                        || subcode == NotificationCode.ADMINISTRATIVE_RESET.subcode());
    }

    /** True if it has this code and subcode. */
    public boolean is(NotificationCode known) {
        return code == known.code() && subcode == known.subcode();
    }

    /** The names of code and subcode, such as {@code Cease/Administrative Shutdown}. */
    public String text() {
        return NotificationCode.text(code, subcode);
    }

    @Override
    public MessageType type() {
        return MessageType.NOTIFICATION;
    }

    /** Code, subcode, their names, and what the peer says beside them: in words where it has any. */
    @Override
    public String toString() {
        String octets = data.length() == 0 ? "" : " 0x" + data;
        return code + "/" + subcode + " " + text()
                + shutdownText().map(words -> " \"" + printable(words) + "\"").orElse(octets);
    }

    /** A peer's words cannot break the line that they stand in. */
    private static String printable(String words) {
        return words.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
