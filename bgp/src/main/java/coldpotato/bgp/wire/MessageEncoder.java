package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Prefix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Values to whole messages, header included. Not done: IPv4 routes in MP_REACH_NLRI, which only IPv6 next hops need (RFC
 * 8950), and path identifiers.
 */
public final class MessageEncoder {
    private static final int LENGTH_POSITION = 16;

    private MessageEncoder() {}

    public static byte[] encode(OpenMessage open) {
        OctetWriter out = begin(MessageType.OPEN);
        OpenCodec.write(open, out);
        return finish(out);
    }

    /** Data that does not fit a message of 4096 octets is cut off: not every peer takes longer ones. */
    public static byte[] encode(NotificationMessage notification) {
        OctetWriter out = begin(MessageType.NOTIFICATION);
        out.u8(notification.code()).u8(notification.subcode());
        byte[] data = notification.data().toByteArray();
        int room = MessageType.LENGTH_MAX - out.length();
        return finish(out.octets(data.length <= room ? data : Arrays.copyOf(data, room)));
    }

    public static byte[] encode(RouteRefreshMessage refresh) {
        return finish(begin(MessageType.ROUTE_REFRESH)
                .u16(refresh.afi())
                .u8(refresh.subtype())
                .u8(refresh.safi()));
    }

    public static byte[] keepalive() {
        return finish(begin(MessageType.KEEPALIVE));
    }

    /** The mark that the first table of a family is complete (RFC 4724 section 2). */
    public static byte[] endOfRib(AfiSafi family) {
        List<byte[]> messages = new ArrayList<>(1);
        new UpdateEncoder(family, CodecContext.BEFORE_OPEN, messages::add).endOfRib();
        return messages.get(0);
    }

    /**
     * Announces prefixes that share their attributes, in as few messages as fit. Attributes that do not belong on the
     * session (LOCAL_PREF to another AS and the like) are left out.
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
        return new UpdateEncoder(family, context, messages).announce(attributes, prefixes);
    }

    /** Withdraws prefixes, in as few messages as fit. */
    public static void encodeWithdrawals(
            AfiSafi family, List<Prefix> prefixes, CodecContext context, Consumer<byte[]> messages) {
        new UpdateEncoder(family, context, messages).withdraw(prefixes);
    }

    /** A header whose length is not yet known. */
    static OctetWriter begin(MessageType type) {
        return new OctetWriter().i64(-1).i64(-1).u16(0).u8(type.code());
    }

    static byte[] finish(OctetWriter message) {
        byte[] frame = message.u16At(LENGTH_POSITION, message.length()).toByteArray();
        MessageDecoder.typeOf(frame);
        return frame;
    }
}
