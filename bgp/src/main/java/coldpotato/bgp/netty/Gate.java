package coldpotato.bgp.netty;

/**
 * What happens to the bytes of a peer on their way, for fault injection: a silent failure is a gate that is shut for a while.
 *
 * @param outbound what we write
 * @param inbound what the peer writes
 * @param outboundLoss the fraction of the BFD packets that we send which is lost though the gate is open, from 0 to 1; a stream
 *     sends again what is lost, so that BGP passes
 * @param inboundLoss the same of those that the peer sends
 */
public record Gate(Direction outbound, Direction inbound, double outboundLoss, double inboundLoss) {
    /** Everything passes. */
    public static final Gate OPEN = new Gate(Direction.PASS, Direction.PASS);

    /** Nothing passes. */
    public static final Gate SILENT = new Gate(Direction.HOLD, Direction.HOLD);

    /** What happens in one direction. */
    public enum Direction {
        PASS,
        /** Bytes wait; as with a path that loses everything, they come when it is repaired. */
        HOLD
    }

    /** A gate that loses nothing where it is open. */
    public Gate(Direction outbound, Direction inbound) {
        this(outbound, inbound, 0, 0);
    }

    boolean isOpen() {
        return sends() && receives();
    }

    boolean sends() {
        return outbound == Direction.PASS;
    }

    boolean receives() {
        return inbound == Direction.PASS;
    }
}
