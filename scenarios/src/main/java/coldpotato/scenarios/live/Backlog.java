package coldpotato.scenarios.live;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** What one thread leaves for another, in order. The other is called once for all that is there, so that nothing stays behind. */
final class Backlog<T> {
    private final Runnable call;
    private final Queue<T> items = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();

    /** @param call has {@link #drain} called soon, on the thread that takes */
    Backlog(Runnable call) {
        this.call = call;
    }

    void add(T item) {
        items.add(item);
        if (called.compareAndSet(false, true)) {
            call.run();
        }
    }

    /** Takes all that is there. */
    void drain(Consumer<T> taker) {
        // Before the first look: what is added after the last one has to call anew.
        called.set(false);
        for (T item = items.poll(); item != null; item = items.poll()) {
            taker.accept(item);
        }
    }
}
