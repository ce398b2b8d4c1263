package coldpotato.bgp.bfd;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Luck;

/**
 * When periodic packets are sent (RFC 5880 section 6.8.7): each 75 to 100 % of the interval after the one before, 75 to
 * 90 % if Detect Mult is 1.
 *
 * <p>Packet n is due at {@code anchor + (n - anchorNumber) * pace + luck(n) - luck(anchorNumber)}, where the pace is the
 * middle of the permitted range and the luck less than its width. So no gap leaves the range, and the time of a packet
 * does not depend on the packets between: skipping a million of them costs as much as skipping one.
 */
final class TransmitSchedule {
    private final Luck jitter;
    private long sent;
    private long intervalNanos;
    private long paceNanos;
    private long luckBoundNanos;
    private long anchorNanos;
    private long anchorNumber;

    TransmitSchedule(Luck jitter) {
        this.jitter = jitter;
    }

    /** How many packets were sent or skipped; the number of the last one. */
    long sent() {
        return sent;
    }

    long intervalNanos() {
        return intervalNanos;
    }

    /** When the last packet was sent, or should have been. */
    long lastNanos() {
        return dueNanos(sent);
    }

    /** When the next packet is due. */
    long nextNanos() {
        return dueNanos(sent + 1);
    }

    /** Another interval counts from the last packet on. */
    void setInterval(long newIntervalNanos, boolean detectMultIsOne) {
        checkArgument(newIntervalNanos > 0, "an interval is not 0");
        anchor(lastNanos());
        intervalNanos = newIntervalNanos;
        paceNanos = detectMultIsOne ? newIntervalNanos * 33 / 40 : newIntervalNanos * 7 / 8;
        luckBoundNanos = detectMultIsOne ? newIntervalNanos * 3 / 40 : newIntervalNanos / 8;
    }

    /** A packet was sent; if not when it was due, the next ones count from now. */
    void sentAt(long nowNanos) {
        boolean onTime = nowNanos == nextNanos();
        sent++;
        if (!onTime) {
            anchor(nowNanos);
        }
    }

    /** Counts all packets due until then as sent; when the last one was, or {@link Deadlines#NONE} if there was none. */
    long skipUntil(long untilNanos) {
        if (nextNanos() > untilNanos) {
            return Deadlines.NONE;
        }
        sent = anchorNumber + (untilNanos - anchorNanos + luck(anchorNumber)) / paceNanos;
        if (lastNanos() > untilNanos) {
            sent--;
        }
        return lastNanos();
    }

    private void anchor(long nanos) {
        anchorNanos = nanos;
        anchorNumber = sent;
    }

    private long dueNanos(long number) {
        return anchorNanos + (number - anchorNumber) * paceNanos + luck(number) - luck(anchorNumber);
    }

    private long luck(long number) {
        return jitter.below(luckBoundNanos, number);
    }
}
