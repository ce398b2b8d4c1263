package coldpotato.bgp.netty;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import io.netty.channel.EventLoop;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** The way of all threads to an event loop that may end at any moment: what comes too late is left out. */
record MortalLoop(EventLoop loop) {
    /**
     * Does something on the loop: at once if this is its thread, else later.
     *
     * @return false if it came too late
     */
    boolean post(Runnable what) {
        if (loop.inEventLoop()) {
            what.run();
            return true;
        }
        try {
            loop.execute(what);
            return true;
        } catch (RejectedExecutionException tooLate) {
            return false;
        }
    }

    /** Does something on the loop, and waits until it is done. */
    void run(Runnable what) {
        FutureTask<Void> task = new FutureTask<>(what, null);
        if (post(task)) {
            result(task);
        }
    }

    /** Asks something on the loop, and waits for the answer; after the loop's end anybody may look. */
    <T> T ask(Supplier<T> question) {
        FutureTask<T> task = new FutureTask<>(question::get);
        if (!post(task)) {
            loop.terminationFuture().awaitUninterruptibly();
            task.run();
        }
        return result(task);
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return Uninterruptibles.getUninterruptibly(task);
        } catch (ExecutionException failed) {
            Throwables.throwIfUnchecked(failed.getCause());
            throw new IllegalStateException("what is asked throws nothing checked", failed);
        }
    }
}
