package coldpotato.scenarios.live;

import static com.google.common.base.Preconditions.checkState;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A point at which several threads stand still for as long as another one wants. */
final class Pause {
    /** A loop that has not come by then never will. */
    private static final long ARRIVAL_SECONDS_MAX = 60;

    private final CountDownLatch arriving;
    private final CountDownLatch over = new CountDownLatch(1);

    /** @param threads how many are going to {@link #stand} */
    Pause(int threads) {
        arriving = new CountDownLatch(threads);
    }

    /** Stands still until the pause is over. */
    void stand() {
        arriving.countDown();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all stand still, or somebody gives up. */
    void begin() {
        try {
            checkState(
                    arriving.await(ARRIVAL_SECONDS_MAX, TimeUnit.SECONDS),
                    "%s loops do not answer",
                    arriving.getCount());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the thread of the simulation was interrupted", e);
        }
    }

    /** Waits for nobody any more: some of them are not coming. */
    void giveUp() {
        for (long missing = arriving.getCount(); missing > 0; missing--) {
            arriving.countDown();
        }
    }

    void end() {
        over.countDown();
    }
}
