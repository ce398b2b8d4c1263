package coldpotato.sim.net;

import coldpotato.core.net.FlowKey;
import java.util.Optional;

/**
 * A TCP segment on its way. It carries what one {@code send} handed over, however much that is: cutting by MSS would
 * change nothing but the number of events.
 *
 * @param flow addresses and ports, as the sender sees them
 * @param kind what it is for
 * @param sequence number of its first octet; SYN and FIN count as one
 * @param acknowledged everything before this has arrived at the sender
 * @param payload never changed
 * @param password the MD5 key it is signed with
 * @param sentAtNanos when it was sent, for the receiver to echo (RFC 7323)
 * @param cause the trace event that made the sender send it
 */
record Segment(
        FlowKey flow,
        Kind kind,
        long sequence,
        long acknowledged,
        byte[] payload,
        Optional<String> password,
        long sentAtNanos,
        long cause) {
    static final byte[] EMPTY = {};

    /** The flags, as far as they matter. */
    enum Kind {
        SYN,
        SYN_ACK,
        ACK,
        DATA,
        FIN,
        RST;

        /** How many sequence numbers a segment of this kind takes. */
        int sequenceLength(byte[] payload) {
            return switch (this) {
                case SYN, SYN_ACK, FIN -> 1;
                case DATA -> payload.length;
                case ACK, RST -> 0;
            };
        }
    }

    long end() {
        return sequence + kind.sequenceLength(payload);
    }
}
