package coldpotato.bgp.wire;

/**
 * The peer broke the protocol in a way that ends the session; carries the NOTIFICATION to send (RFC 4271 section 6).
 * Checked, so that the compiler shows who must answer the peer. Without a stack trace: the place of the fault is in the
 * peer's bytes.
 */
public final class BgpError extends Exception {
    private final NotificationMessage notification;

    /**
     * @param notification what to tell the peer
     * @param text what is wrong, for our own log
     */
    public BgpError(NotificationMessage notification, String text) {
        super(
                notification.code() + "/" + notification.subcode() + " " + notification.text() + ": " + text,
                null,
                false,
                false);
        this.notification = notification;
    }

    public NotificationMessage notification() {
        return notification;
    }

    static BgpError of(NotificationCode code, OctetString data, String text) {
        return new BgpError(NotificationMessage.of(code, data), text);
    }

    static BgpError of(NotificationCode code, String text) {
        return of(code, OctetString.EMPTY, text);
    }

    /** RFC 4271 section 6.1: the marker is not all ones. */
    static BgpError connectionNotSynchronized() {
        return of(NotificationCode.CONNECTION_NOT_SYNCHRONIZED, "the marker is not all ones");
    }

    /** RFC 4271 section 6.1: the data is the length field. */
    static BgpError badMessageLength(int length) {
        return of(NotificationCode.BAD_MESSAGE_LENGTH, octets16(length), "length " + length);
    }

    /** RFC 4271 section 6.1: the data is the type field. */
    static BgpError badMessageType(int type) {
        return of(NotificationCode.BAD_MESSAGE_TYPE, OctetString.of((byte) type), "type " + type);
    }

    /** RFC 4271 section 6.2: the data is the highest version that we speak. */
    static BgpError unsupportedVersion(int version) {
        return of(NotificationCode.UNSUPPORTED_VERSION_NUMBER, octets16(OpenMessage.VERSION), "version " + version);
    }

    /** RFC 5492 section 5 names no subcode for an OPEN that cannot be read. */
    static BgpError malformedOpen(String text) {
        return of(NotificationCode.OPEN_MESSAGE_ERROR, text);
    }

    /** RFC 4271 section 6.3: the parts of an UPDATE do not fit it. */
    static BgpError malformedAttributeList(String text) {
        return of(NotificationCode.MALFORMED_ATTRIBUTE_LIST, text);
    }

    private static OctetString octets16(int value) {
        return OctetString.of((byte) (value >> 8), (byte) value);
    }
}
