package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Prefix;
import java.util.List;
import java.util.function.Consumer;

/** Values to whole messages, header included. */
public final class MessageEncoder {
    private MessageEncoder() {}

    public static byte[] encode(OpenMessage open) {
        throw new UnsupportedOperationException("not yet");
    }

    public static byte[] encode(NotificationMessage notification) {
        throw new UnsupportedOperationException("not yet");
    }

    public static byte[] encode(RouteRefreshMessage refresh) {
        throw new UnsupportedOperationException("not yet");
    }

    public static byte[] keepalive() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The mark that the first table of a family is complete (RFC 4724 section 2). */
    public static byte[] endOfRib(AfiSafi family) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Announces prefixes that share their attributes, in as few messages as fit.
     *
     * @param attributes with a next hop that is not unspecified and of the prefixes' family
     * @return false, with nothing sent, if the attributes alone are too long for a message: the routes cannot be
     *     announced to this peer (RFC 4271 section 9.2) and are to be withdrawn from it
     */
    public static boolean encodeAnnouncements(
            AfiSafi family,
            PathAttributes attributes,
            List<Prefix> prefixes,
            CodecContext context,
            Consumer<byte[]> messages) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Withdraws prefixes, in as few messages as fit. */
    public static void encodeWithdrawals(
            AfiSafi family, List<Prefix> prefixes, CodecContext context, Consumer<byte[]> messages) {
        throw new UnsupportedOperationException("not yet");
    }
}
