package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AheadTest {
    @Test
    void resultsComeInTheOrderOfTheTasks() {
        List<Callable<Integer>> tasks = IntStream.range(0, 100)
                .<Callable<Integer>>mapToObj(number -> () -> {
                    Thread.sleep(number % 3);
                    return number;
                })
                .toList();
        try (Ahead<Integer> ahead = new Ahead<>(tasks)) {
            assertThat(IntStream.range(0, 100).map(any -> ahead.next()))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatATaskThrowsComesInItsTurnAndTheOthersGoOn() {
        List<Callable<Integer>> tasks = List.of(
                () -> 1,
                () -> {
                    throw new IllegalArgumentException("two");
                },
                () -> 3);
        try (Ahead<Integer> ahead = new Ahead<>(tasks)) {
            assertThat(ahead.next()).isEqualTo(1);
            assertThatThrownBy(ahead::next)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("two");
            assertThat(ahead.next()).isEqualTo(3);
        }
    }

    @Test
    void aSingleTaskIsDoneByWhoeverAsks() {
        try (Ahead<Thread> ahead = new Ahead<>(List.of(Thread::currentThread))) {
            assertThat(ahead.next()).isSameAs(Thread.currentThread());
        }
    }
}
