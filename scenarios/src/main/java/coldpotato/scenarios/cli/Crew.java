package coldpotato.scenarios.cli;

import coldpotato.scenarios.run.Workers;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** As many workers as there are processors. */
final class Crew implements Workers {
    @Override
    public <T> void work(Collection<Supplier<T>> tasks, Consumer<T> results) {
        List<Callable<T>> calls =
                tasks.stream().<Callable<T>>map(task -> task::get).toList();
        try (Ahead<T> ahead = new Ahead<>(calls)) {
            calls.forEach(call -> results.accept(ahead.next()));
        }
    }
}
