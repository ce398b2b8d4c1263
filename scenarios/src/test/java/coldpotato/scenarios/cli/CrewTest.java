package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrewTest {
    @Test
    void handsResultsOverInTheOrderOfTheTasks() {
        ImmutableList<Supplier<Integer>> tasks = IntStream.range(0, 100)
                .<Supplier<Integer>>mapToObj(number -> () -> number * number)
                .collect(ImmutableList.toImmutableList());
        List<Integer> results = new ArrayList<>();
        new Crew().work(tasks, results::add);
        assertThat(results).hasSize(100).isSorted().contains(81).endsWith(9801);
    }

    @Test
    void throwsWhatATaskThrows() {
        ImmutableList<Supplier<Integer>> tasks = ImmutableList.of(() -> 1, () -> {
            throw new IllegalStateException("with seed 7");
        });
        assertThatThrownBy(() -> new Crew().work(tasks, result -> {})).hasMessage("with seed 7");
    }
}
