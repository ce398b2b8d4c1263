package coldpotato.bgp.netty;

import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a peer says in a NOTIFICATION, fit for a line of a log. */
final class PeerWords {
    /** Administrative Shutdown and Administrative Reset carry a length and a text (RFC 9003). */
    private static final Pattern SHUTDOWN = Pattern.compile("(6/[24] [^0]*) 0x[0-9a-f]{2}((?:[0-9a-f]{2})+)");

    private PeerWords() {}

    /** The particulars of an ending as the trace has them, with the peer's text, if there is one, in letters. */
    static String of(String detail) {
        Matcher matcher = SHUTDOWN.matcher(detail);
        return matcher.matches() ? matcher.group(1) + ": \"" + text(matcher.group(2)) + "\"" : detail;
    }

    /** Control characters of a stranger, those that turn the line around included, have no business in our logs. */
    private static String text(String octets) {
        byte[] utf8 = BaseEncoding.base16().lowerCase().decode(octets);
        return new String(utf8, StandardCharsets.UTF_8).replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
