package coldpotato.bgp.bfd;

import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Luck;
import java.util.ArrayList;
import java.util.List;

/**
 * Two sessions and a wire with a constant delay in each direction.
 *
 * <pre>
 *   a ──── delay[0] ───► b
 *   a ◄─── delay[1] ──── b
 * </pre>
 */
final class ToyWire {
    private record InFlight(long arrivalNanos, int to, byte[] bytes) {}

    private final long[] delayNanos;
    private final boolean[] dead = new boolean[2];
    private final BfdSession[] ends = new BfdSession[2];
    private final List<InFlight> inFlight = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private long now;
    private long changedNanos;
    /** Packets handed to the wire, in both directions. */
    long packets;

    ToyWire(BfdTimers a, BfdTimers b, long delayToB, long delayToA, long seed) {
        delayNanos = new long[] {delayToB, delayToA};
        ends[0] = new BfdSession(17, a, Luck.of(seed, "a", "bfd"), new End(0));
        ends[1] = new BfdSession(18, b, Luck.of(seed, "b", "bfd"), new End(1));
    }

    private final class End implements BfdSink {
        private final int index;

        End(int index) {
            this.index = index;
        }

        @Override
        public void send(byte[] packet) {
            packets++;
            if (!dead[index]) {
                inFlight.add(new InFlight(now + delayNanos[index], 1 - index, packet));
            }
        }

        @Override
        public void stateChanged(long nowNanos, BfdState from, BfdState to, BfdDiagnostic diagnostic) {
            log.add(nowNanos + " " + (index == 0 ? "a" : "b") + " " + from + " " + to + " " + diagnostic);
        }
    }

    BfdSession a() {
        return ends[0];
    }

    BfdSession b() {
        return ends[1];
    }

    long now() {
        return now;
    }

    /** Every change of state so far, with its time. */
    List<String> log() {
        return log;
    }

    ToyWire start() {
        a().start(now);
        b().start(now);
        return this;
    }

    void setDead(int direction, boolean isDead) {
        dead[direction] = isDead;
        changedNanos = now;
    }

    /** Runs everything up to and including a time. */
    ToyWire runUntil(long endNanos) {
        while (nextNanos() <= endNanos) {
            step(nextNanos());
        }
        now = endNanos;
        return this;
    }

    /** The same, without the packets of the steady state. */
    ToyWire runSkippingUntil(long endNanos) {
        while (nextNanos() <= endNanos && !maySkip()) {
            step(nextNanos());
        }
        if (nextNanos() <= endNanos) {
            a().leaveOut();
            b().leaveOut();
            deliverUntil(endNanos);
            skip(endNanos, 0);
            skip(endNanos, 1);
        }
        return runUntil(endNanos);
    }

    /** The rule of the package. */
    private boolean maySkip() {
        long steadySince = Math.max(a().steadySinceNanos(), b().steadySinceNanos());
        long interval = Math.max(a().transmitIntervalNanos(), b().transmitIntervalNanos());
        return steadySince != Deadlines.NONE
                && now >= steadySince + delayNanos[0] + delayNanos[1]
                && now >= changedNanos + interval + Math.max(delayNanos[0], delayNanos[1]);
    }

    private void skip(long untilNanos, int from) {
        long last = ends[from].fastForward(untilNanos - delayNanos[from]);
        if (last != Deadlines.NONE) {
            ends[1 - from].heardAt(last + delayNanos[from]);
        }
    }

    private long nextNanos() {
        return Math.min(nextArrivalNanos(), Math.min(a().nextDeadlineNanos(), b().nextDeadlineNanos()));
    }

    private long nextArrivalNanos() {
        return inFlight.stream().mapToLong(InFlight::arrivalNanos).min().orElse(Deadlines.NONE);
    }

    /** At equal times: what arrives first, in the order of sending, then a, then b. */
    private void step(long time) {
        now = time;
        if (nextArrivalNanos() == time) {
            deliver(time);
        } else {
            (a().nextDeadlineNanos() == time ? a() : b()).deadlineReached(time);
        }
    }

    private void deliver(long time) {
        InFlight first = inFlight.stream()
                .filter(packet -> packet.arrivalNanos() == time)
                .findFirst()
                .orElseThrow();
        inFlight.remove(first);
        ends[first.to()].received(time, first.bytes());
    }

    private void deliverUntil(long endNanos) {
        while (nextArrivalNanos() <= endNanos) {
            deliver(nextArrivalNanos());
        }
    }
}
