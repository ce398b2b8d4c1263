package coldpotato.sim.net;

import static coldpotato.core.time.Deadlines.NONE;

import coldpotato.sim.engine.Wakeup;
import java.util.ArrayDeque;

/**
 * The sending half of a connection: keeps what was not acknowledged, and sends it again.
 *
 * <p>An acknowledgement is no event of its own. When a segment is delivered, the fate and the time of its
 * acknowledgement are decided there and then, and the sender is told in advance ({@link #willBeAcknowledged}); it acts
 * only when that time has come. A sender that waits for the acknowledgement, because it is recovering from a loss,
 * closing or out of buffer, gets an event for it. Departures from a full TCP: no congestion or receive window, no fast
 * retransmit, no delayed acknowledgements.
 */
final class TcpSender {
    /** With more than this unacknowledged the stream is not writable. */
    static final int BUFFER_HIGH_BYTES = 256 * 1024;
    /** With no more than this it is writable again. */
    static final int BUFFER_LOW_BYTES = 64 * 1024;

    private final TcpConnection connection;
    private final Wakeup retransmission;
    private final RetransmissionTimeout timeout = new RetransmissionTimeout();
    private final ArrayDeque<Outbound> flight = new ArrayDeque<>();
    private final ArrayDeque<Outbound> waiting = new ArrayDeque<>();
    private long nextSequence;
    private int bufferedBytes;
    private int retries;
    // After a timeout only the first segment is sent again, and nothing new, until an acknowledgement comes.
    private boolean recovering;
    private boolean full;
    private boolean finishing;

    TcpSender(TcpConnection connection) {
        this.connection = connection;
        this.retransmission = connection.wakeup(this::retransmit);
    }

    void send(Segment.Kind kind, byte[] payload) {
        settle(connection.nowNanos());
        Outbound next = new Outbound(kind, nextSequence, payload, connection.cause());
        nextSequence = next.end;
        finishing |= kind == Segment.Kind.FIN;
        buffer(payload.length);
        if (recovering) {
            waiting.add(next);
        } else {
            launch(next);
        }
    }

    boolean isWritable() {
        settle(connection.nowNanos());
        return !full || bufferedBytes <= BUFFER_LOW_BYTES;
    }

    long nextSequence() {
        return nextSequence;
    }

    /**
     * At {@code atNanos} an acknowledgement of everything before {@code sequence} will be here.
     *
     * @param sentAtNanos when the segment was sent that is answered so, as TCP timestamps echo it (RFC 7323)
     */
    void willBeAcknowledged(long sequence, long atNanos, long sentAtNanos) {
        if (!mark(sequence, atNanos)) {
            return;
        }
        timeout.measured(atNanos - sentAtNanos);
        boolean tooLate = atNanos >= retransmission.atNanos();
        if (!recovering && !tooLate) {
            restartTimer(atNanos);
        }
        if (recovering || tooLate || full || finishing) {
            connection.schedule(atNanos, this::acknowledgementArrived);
        }
    }

    /** A segment of the peer brought word that everything before {@code sequence} arrived. */
    void acknowledged(long sequence) {
        long now = connection.nowNanos();
        measureHandshake(now);
        if (mark(sequence, now)) {
            acknowledgementArrived(now);
        }
    }

    private void measureHandshake(long now) {
        Outbound first = flight.peekFirst();
        // Karn: what was sent twice measures nothing.
        if (first != null && first.sequence == 0 && first.transmissions == 1) {
            timeout.measured(now - first.sentAtNanos);
        }
    }

    void stop() {
        retransmission.cancel();
        flight.clear();
        waiting.clear();
    }

    private void acknowledgementArrived(long now) {
        if (connection.isGone()) {
            return;
        }
        settle(now);
        if (!recovering) {
            restartTimer(now);
        }
        if (finishing && flight.isEmpty() && waiting.isEmpty()) {
            connection.vanish();
        } else if (full && bufferedBytes <= BUFFER_LOW_BYTES) {
            full = false;
            connection.tellWritable();
        }
    }

    private void buffer(int bytes) {
        bufferedBytes += bytes;
        if (!full && bufferedBytes > BUFFER_HIGH_BYTES) {
            full = true;
            awaitKnownAcknowledgement();
        }
    }

    /** What was acknowledged in advance without an event gets one, now that somebody waits for room. */
    private void awaitKnownAcknowledgement() {
        long last = NONE;
        for (Outbound segment : flight) {
            last = segment.acknowledgedAtNanos == NONE ? last : segment.acknowledgedAtNanos;
        }
        if (last != NONE) {
            connection.schedule(last, this::acknowledgementArrived);
        }
    }

    /** Notes when segments are acknowledged; true if that is news of any. */
    private boolean mark(long sequence, long atNanos) {
        boolean news = false;
        for (Outbound segment : flight) {
            if (segment.end > sequence) {
                break;
            }
            news |= segment.acknowledgedAtNanos > atNanos;
            segment.acknowledgedAtNanos = Math.min(segment.acknowledgedAtNanos, atNanos);
        }
        return news;
    }

    /** Acts on the acknowledgements whose time has come. */
    private void settle(long now) {
        boolean progress = false;
        while (!flight.isEmpty() && flight.getFirst().acknowledgedAtNanos <= now) {
            bufferedBytes -= flight.removeFirst().payload.length;
            progress = true;
        }
        if (progress && recovering) {
            recover(now);
        }
    }

    private void recover(long now) {
        recovering = false;
        retries = 0;
        timeout.restore();
        for (Outbound segment : flight) {
            if (segment.acknowledgedAtNanos == NONE) {
                transmit(segment);
            }
        }
        restartTimer(now);
        while (!waiting.isEmpty()) {
            launch(waiting.removeFirst());
        }
    }

    private void retransmit(long now) {
        settle(now);
        if (flight.isEmpty()) {
            return;
        }
        if (retries == connection.retriesMax()) {
            connection.vanish();
            return;
        }
        retries++;
        recovering = true;
        timeout.backOff();
        transmit(flight.getFirst());
        retransmission.moveTo(now + timeout.nanos());
    }

    private void launch(Outbound segment) {
        flight.add(segment);
        transmit(segment);
        if (!retransmission.isSet()) {
            retransmission.moveTo(connection.nowNanos() + timeout.nanos());
        }
    }

    private void transmit(Outbound segment) {
        segment.transmissions++;
        segment.sentAtNanos = connection.nowNanos();
        connection.transmit(segment);
    }

    /** Starts the timer anew for what is still unknown, or stops it if nothing is (RFC 6298 section 5). */
    private void restartTimer(long fromNanos) {
        boolean allKnown = flight.isEmpty() || flight.getLast().acknowledgedAtNanos != NONE;
        retransmission.moveTo(allKnown ? NONE : fromNanos + timeout.nanos());
    }
}
