package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import java.util.Optional;

/**
 * ROUTE-REFRESH (RFC 2918, RFC 7313).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-------------------------------+---------------+---------------+
 * |              AFI              |    Subtype    |     SAFI      |
 * +-------------------------------+---------------+---------------+
 * </pre>
 *
 * Outbound route filters (RFC 5291) that follow these octets are not read.
 *
 * @param afi address family identifier
 * @param subtype {@link #REQUEST}, {@link #BEGIN} or {@link #END}; others are to be ignored
 * @param safi subsequent address family identifier
 */
public record RouteRefreshMessage(int afi, int subtype, int safi) implements BgpMessage {
    /** Asks for the routes again. */
    public static final int REQUEST = 0;

    /** Begin of a refresh (RFC 7313). */
    public static final int BEGIN = 1;

    /** End of a refresh (RFC 7313). */
    public static final int END = 2;

    /** A request for the routes of a family. */
    public static RouteRefreshMessage request(AfiSafi family) {
        return new RouteRefreshMessage(family.afi(), REQUEST, family.safi());
    }

    /** The family, empty if it is none that is carried here: such a message is ignored (RFC 2918 section 4). */
    public Optional<AfiSafi> family() {
        return AfiSafi.of(afi, safi);
    }

    @Override
    public MessageType type() {
        return MessageType.ROUTE_REFRESH;
    }
}
