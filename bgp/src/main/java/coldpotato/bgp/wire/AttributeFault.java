package coldpotato.bgp.wire;

/**
 * Something wrong with one attribute of an UPDATE, and what RFC 7606 asks for.
 *
 * @param attribute the type code of the attribute
 * @param reaction what to do about it
 * @param notification what to send where the session is reset
 * @param text what is wrong, for the trace
 */
public record AttributeFault(int attribute, Reaction reaction, NotificationMessage notification, String text) {

    @Override
    public String toString() {
        return AttributeType.name(attribute) + ": " + text;
    }
}
