package coldpotato.bgp.wire;

/**
 * What BGP speakers say to each other (RFC 4271 section 4). Every message starts with this header:
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +---------------------------------------------------------------+
 * |                                                               |
 * +                                                               +
 * |                                                               |
 * +                    Marker, all bits one                       +
 * |                                                               |
 * +                                                               +
 * |                                                               |
 * +-------------------------------+---------------+---------------+
 * |    Length, header included    |     Type      |  body ...
 * +-------------------------------+---------------+
 * </pre>
 */
public sealed interface BgpMessage
        permits OpenMessage, UpdateMessage, NotificationMessage, KeepaliveMessage, RouteRefreshMessage {

    MessageType type();
}
