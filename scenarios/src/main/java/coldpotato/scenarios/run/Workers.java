package coldpotato.scenarios.run;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Who does tasks of which none needs another: one after the other, or several at a time. What comes out is the same, because the
 * results are handed over in the order of the tasks.
 */
@FunctionalInterface
public interface Workers {
    /** Does one task after the other. */
    Workers ONE = new Workers() {
        @Override
        public <T> void work(Collection<Supplier<T>> tasks, Consumer<T> results) {
            tasks.forEach(task -> results.accept(task.get()));
        }
    };

    /**
     * Does all tasks.
     *
     * @param results takes what each comes to, in the order of the tasks, on the caller's thread
     */
    <T> void work(Collection<Supplier<T>> tasks, Consumer<T> results);
}
