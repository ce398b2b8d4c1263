package coldpotato.bgp.wire;

/** Message types with the lengths that they may have (RFC 4271 sections 4 and 6.1, RFC 2918, RFC 8654). */
public enum MessageType {
    OPEN(1, 29, false),
    UPDATE(2, 23, true),
    NOTIFICATION(3, 21, true),
    KEEPALIVE(4, 19, false),
    ROUTE_REFRESH(5, 23, true);

    /** Octets of marker, length and type. */
    public static final int HEADER_LENGTH = 19;

    /** Longest message without the extended message capability. */
    public static final int LENGTH_MAX = 4096;

    /** Longest message with it (RFC 8654). */
    public static final int EXTENDED_LENGTH_MAX = 65535;

    private static final MessageType[] VALUES = values();

    private final int code;
    private final int lengthMin;
    private final boolean extensible;

    MessageType(int code, int lengthMin, boolean extensible) {
        this.code = code;
        this.lengthMin = lengthMin;
        this.extensible = extensible;
    }

    /** The type octet on the wire. */
    public int code() {
        return code;
    }

    /** The type with this octet, or null if there is none. */
    static MessageType of(int code) {
        return code >= 1 && code <= VALUES.length ? VALUES[code - 1] : null;
    }

    /** True if a message of this type may have this length, header included. */
    boolean allows(int length, boolean extendedMessages) {
        return length >= lengthMin
                && length <= lengthMax(extendedMessages)
                && (this != KEEPALIVE || length == lengthMin);
    }

    int lengthMax(boolean extendedMessages) {
        return extensible && extendedMessages ? EXTENDED_LENGTH_MAX : LENGTH_MAX;
    }
}
