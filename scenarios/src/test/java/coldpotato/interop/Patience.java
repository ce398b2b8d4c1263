package coldpotato.interop;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must become true, long enough for a slow machine, and says what was there instead. */
final class Patience {
    private static final long CEILING_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_EVERY_MILLIS = 100;

    private Patience() {}

    static void until(String what, BooleanSupplier holds, Supplier<String> seen) {
        until(CEILING_NANOS, what, holds, seen);
    }

    static void until(long ceilingNanos, String what, BooleanSupplier holds, Supplier<String> seen) {
        long end = System.nanoTime() + ceilingNanos;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what + ". Instead:\n" + seen.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
