package coldpotato.bgp.wire;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.bgp.attr.AttributePool;

/**
 * Whole messages to values. Reports what is wrong and decides nothing about the session: a fault that RFC 7606 lets the
 * session survive is in {@link UpdateMessage#faults}.
 */
public final class MessageDecoder {
    private final AttributePool pool;

    /** @param pool where attributes are interned */
    public MessageDecoder(AttributePool pool) {
        this.pool = pool;
    }

    /**
     * Reads one message.
     *
     * @param frame as {@link Framer#next} gives it, header included
     * @param context what the session agreed on
     * @throws BgpError if the message must end the session
     * @throws IllegalArgumentException if no message of its type has this length, which a framer would have refused
     */
    public BgpMessage decode(byte[] frame, CodecContext context) throws BgpError {
        MessageType type = typeOf(frame);
        Octets body = new Octets(frame, MessageType.HEADER_LENGTH, frame.length);
        return switch (type) {
            case OPEN -> OpenCodec.read(body);
            case UPDATE -> new UpdateDecoder(pool, context).read(body);
            case NOTIFICATION -> new NotificationMessage(body.u8(), body.u8(), body.toOctetString());
            case KEEPALIVE -> KeepaliveMessage.INSTANCE;
            case ROUTE_REFRESH -> readRouteRefresh(body, frame);
        };
    }

    /**
     * The type of a message, without reading it further.
     *
     * @throws IllegalArgumentException if no message of its type has this length
     */
    public static MessageType typeOf(byte[] frame) {
        MessageType type = frame.length < MessageType.HEADER_LENGTH ? null : MessageType.of(frame[18] & 0xff);
        checkArgument(
                type != null && type.allows(frame.length, true),
                "no message has this type and %s octets",
                frame.length);
        return type;
    }

    /** RFC 7313 section 5: begin and end of a refresh have one length; the data is the whole message. */
    private static RouteRefreshMessage readRouteRefresh(Octets body, byte[] frame) throws BgpError {
        RouteRefreshMessage refresh = new RouteRefreshMessage(body.u16(), body.u8(), body.u8());
        boolean isMark = refresh.subtype() == RouteRefreshMessage.BEGIN || refresh.subtype() == RouteRefreshMessage.END;
        if (isMark && !body.isEmpty()) {
            throw BgpError.of(
                    NotificationCode.INVALID_ROUTE_REFRESH_LENGTH, OctetString.of(frame), "length " + frame.length);
        }
        return refresh;
    }
}
