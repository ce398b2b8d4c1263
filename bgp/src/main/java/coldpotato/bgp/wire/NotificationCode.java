package coldpotato.bgp.wire;

import java.util.Optional;

/**
 * The registry of NOTIFICATION codes and subcodes (RFC 4271 section 4.5; RFC 4486, 5492, 6608, 7313, 8538, 9234, 9384,
 * 9687). {@code 2/5} and {@code 3/7} are deprecated: known when read, never sent.
 */
public enum NotificationCode {
    MESSAGE_HEADER_ERROR(1, 0, "Unspecific"),
    CONNECTION_NOT_SYNCHRONIZED(1, 1, "Connection Not Synchronized"),
    BAD_MESSAGE_LENGTH(1, 2, "Bad Message Length"),
    BAD_MESSAGE_TYPE(1, 3, "Bad Message Type"),

    OPEN_MESSAGE_ERROR(2, 0, "Unspecific"),
    UNSUPPORTED_VERSION_NUMBER(2, 1, "Unsupported Version Number"),
    BAD_PEER_AS(2, 2, "Bad Peer AS"),
    BAD_BGP_IDENTIFIER(2, 3, "Bad BGP Identifier"),
    UNSUPPORTED_OPTIONAL_PARAMETER(2, 4, "Unsupported Optional Parameter"),
    AUTHENTICATION_FAILURE(2, 5, "Authentication Failure (deprecated)"),
    UNACCEPTABLE_HOLD_TIME(2, 6, "Unacceptable Hold Time"),
    UNSUPPORTED_CAPABILITY(2, 7, "Unsupported Capability"),
    ROLE_MISMATCH(2, 11, "Role Mismatch"),

    UPDATE_MESSAGE_ERROR(3, 0, "Unspecific"),
    MALFORMED_ATTRIBUTE_LIST(3, 1, "Malformed Attribute List"),
    UNRECOGNIZED_WELL_KNOWN_ATTRIBUTE(3, 2, "Unrecognized Well-known Attribute"),
    MISSING_WELL_KNOWN_ATTRIBUTE(3, 3, "Missing Well-known Attribute"),
    ATTRIBUTE_FLAGS_ERROR(3, 4, "Attribute Flags Error"),
    ATTRIBUTE_LENGTH_ERROR(3, 5, "Attribute Length Error"),
    INVALID_ORIGIN_ATTRIBUTE(3, 6, "Invalid ORIGIN Attribute"),
    AS_ROUTING_LOOP(3, 7, "AS Routing Loop (deprecated)"),
    INVALID_NEXT_HOP_ATTRIBUTE(3, 8, "Invalid NEXT_HOP Attribute"),
    OPTIONAL_ATTRIBUTE_ERROR(3, 9, "Optional Attribute Error"),
    INVALID_NETWORK_FIELD(3, 10, "Invalid Network Field"),
    MALFORMED_AS_PATH(3, 11, "Malformed AS_PATH"),

    HOLD_TIMER_EXPIRED(4, 0, "Unspecific"),

    FSM_ERROR(5, 0, "Unspecific"),
    UNEXPECTED_IN_OPEN_SENT(5, 1, "Receive Unexpected Message in OpenSent State"),
    UNEXPECTED_IN_OPEN_CONFIRM(5, 2, "Receive Unexpected Message in OpenConfirm State"),
    UNEXPECTED_IN_ESTABLISHED(5, 3, "Receive Unexpected Message in Established State"),

    CEASE(6, 0, "Unspecific"),
    MAXIMUM_PREFIXES_REACHED(6, 1, "Maximum Number of Prefixes Reached"),
    ADMINISTRATIVE_SHUTDOWN(6, 2, "Administrative Shutdown"),
    PEER_DECONFIGURED(6, 3, "Peer De-configured"),
    ADMINISTRATIVE_RESET(6, 4, "Administrative Reset"),
    CONNECTION_REJECTED(6, 5, "Connection Rejected"),
    OTHER_CONFIGURATION_CHANGE(6, 6, "Other Configuration Change"),
    CONNECTION_COLLISION_RESOLUTION(6, 7, "Connection Collision Resolution"),
    OUT_OF_RESOURCES(6, 8, "Out of Resources"),
    HARD_RESET(6, 9, "Hard Reset"),
    BFD_DOWN(6, 10, "BFD Down"),

    ROUTE_REFRESH_ERROR(7, 0, "Unspecific"),
    INVALID_ROUTE_REFRESH_LENGTH(7, 1, "Invalid Message Length"),

    SEND_HOLD_TIMER_EXPIRED(8, 0, "Unspecific");

    private static final String[] CODE_TEXTS = {
        "Reserved",
        "Message Header Error",
        "OPEN Message Error",
        "UPDATE Message Error",
        "Hold Timer Expired",
        "Finite State Machine Error",
        "Cease",
        "ROUTE-REFRESH Message Error",
        "Send Hold Timer Expired",
    };

    private final int code;
    private final int subcode;
    private final String subcodeText;

    NotificationCode(int code, int subcode, String subcodeText) {
        this.code = code;
        this.subcode = subcode;
        this.subcodeText = subcodeText;
    }

    public int code() {
        return code;
    }

    public int subcode() {
        return subcode;
    }

    /** The entry with these numbers, empty if they are in no registry: any pair may be received. */
    public static Optional<NotificationCode> of(int code, int subcode) {
        for (NotificationCode candidate : values()) {
            if (candidate.code == code && candidate.subcode == subcode) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The names of a code and a subcode, such as {@code Cease/Administrative Shutdown}; numbers where they have none. */
    public static String text(int code, int subcode) {
        String codeText = code > 0 && code < CODE_TEXTS.length ? CODE_TEXTS[code] : "Code " + code;
        if (subcode == 0) {
            return codeText;
        }
        return codeText + "/"
                + of(code, subcode).map(known -> known.subcodeText).orElse("Subcode " + subcode);
    }

    @Override
    public String toString() {
        return text(code, subcode);
    }
}
