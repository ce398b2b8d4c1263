package coldpotato.bgp.wire;

/** KEEPALIVE: the header alone (RFC 4271 section 4.4). */
public record KeepaliveMessage() implements BgpMessage {
    public static final KeepaliveMessage INSTANCE = new KeepaliveMessage();

    @Override
    public MessageType type() {
        return MessageType.KEEPALIVE;
    }
}
