package coldpotato.bgp.wire;

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
     */
    public BgpMessage decode(byte[] frame, CodecContext context) throws BgpError {
        throw new UnsupportedOperationException("not yet: " + pool + context);
    }
}
