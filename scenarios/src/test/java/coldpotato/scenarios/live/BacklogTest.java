package coldpotato.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final int ITEMS = 1_000_000;
    private static final int CEILING_SECONDS = 30;

    private final BlockingQueue<Boolean> calls = new LinkedBlockingQueue<>();
    private final Backlog<Integer> backlog = new Backlog<>(() -> calls.add(true));

    @Test
    void whatIsAddedWhileTheRestIsTakenIsNotLeftBehind() throws InterruptedException {
        List<Integer> taken = new ArrayList<>();
        CompletableFuture<Void> adding =
                CompletableFuture.runAsync(() -> IntStream.range(0, ITEMS).forEach(backlog::add));
        while (taken.size() < ITEMS && calls.poll(CEILING_SECONDS, TimeUnit.SECONDS) != null) {
            backlog.drain(taken::add);
        }
        adding.join();
        assertThat(taken).hasSize(ITEMS).isSorted();
    }

    @Test
    void oneCallIsEnoughForAllThatIsThere() {
        IntStream.range(0, 3).forEach(backlog::add);
        assertThat(calls).hasSize(1);
    }
}
