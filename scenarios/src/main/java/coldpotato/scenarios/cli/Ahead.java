package coldpotato.scenarios.cli;

import com.google.common.base.Throwables;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Works on several tasks at once, and hands their results over in the order of the tasks. Each task is done by one thread from
 * beginning to end, so what it comes to does not depend on the others; a single task is done by the thread that asks for it.
 *
 * @param <T> what a task comes to
 */
final class Ahead<T> implements AutoCloseable {
    private static final int THREADS_MAX = 8;
    /** Tasks that may be done or under way before their turn comes, for each thread: results of runs are large. */
    private static final int TASKS_PER_THREAD = 2;

    private final Iterator<? extends Callable<T>> tasks;
    private final Queue<FutureTask<T>> begun = new ArrayDeque<>();
    private final ExecutorService threads;
    private final int begunMax;

    Ahead(Collection<? extends Callable<T>> tasks) {
        int count = Math.min(
                tasks.size(), Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors()));
        this.tasks = tasks.iterator();
        this.threads = count > 1 ? Executors.newFixedThreadPool(count) : null;
        this.begunMax = count > 1 ? count * TASKS_PER_THREAD : 1;
    }

    /** The result of the next task; throws what the task threw. */
    T next() {
        begin();
        FutureTask<T> task = begun.remove();
        if (threads == null) {
            task.run();
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            Throwables.throwIfUnchecked(e.getCause());
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a result", e);
        }
    }

    private void begin() {
        while (begun.size() < begunMax && tasks.hasNext()) {
            FutureTask<T> task = new FutureTask<>(tasks.next());
            begun.add(task);
            if (threads != null) {
                threads.execute(task);
            }
        }
    }

    /** Gives up what was not asked for. */
    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
