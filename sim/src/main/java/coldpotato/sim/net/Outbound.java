package coldpotato.sim.net;

import static coldpotato.core.time.Deadlines.NONE;

/** What a sender keeps of a segment until it is acknowledged. */
final class Outbound {
    final Segment.Kind kind;
    final long sequence;
    final long end;
    final byte[] payload;
    final long cause;
    int transmissions;
    long sentAtNanos;
    /** When its acknowledgement comes, if that is known already. */
    long acknowledgedAtNanos = NONE;

    Outbound(Segment.Kind kind, long sequence, byte[] payload, long cause) {
        this.kind = kind;
        this.sequence = sequence;
        this.end = sequence + kind.sequenceLength(payload);
        this.payload = payload;
        this.cause = cause;
    }
}
