package coldpotato.bgp.wire;

import java.util.function.IntPredicate;

/** Capabilities whose length is checked; of others nothing is known and any length is right (RFC 5492 section 3). */
enum CapabilityType {
    /** RFC 4760. */
    MULTIPROTOCOL(1, length -> length == 4),
    /** RFC 2918. */
    ROUTE_REFRESH(2, length -> length == 0),
    /** RFC 5291: at least one family with one filter type. */
    OUTBOUND_ROUTE_FILTERING(3, length -> length >= 7),
    /** RFC 8654. */
    EXTENDED_MESSAGE(6, length -> length == 0),
    /** RFC 9234. */
    ROLE(9, length -> length == 1),
    /** RFC 4724. */
    GRACEFUL_RESTART(64, length -> length >= 2 && length % 4 == 2),
    /** RFC 6793. */
    FOUR_OCTET_AS(65, length -> length == 4);

    private final int code;
    private final IntPredicate length;

    CapabilityType(int code, IntPredicate length) {
        this.code = code;
        this.length = length;
    }

    int code() {
        return code;
    }

    /** True unless a capability of this code cannot have this length. */
    static boolean allows(int code, int length) {
        for (CapabilityType type : values()) {
            if (type.code == code) {
                return type.length.test(length);
            }
        }
        return true;
    }
}
