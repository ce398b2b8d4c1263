package coldpotato.scenarios.cli;

import coldpotato.scenarios.file.SpeakerReader;
import coldpotato.scenarios.file.SpeakerResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads a speaker's file again beside everything else: a pipe, or a disk that is far away, may keep its reader waiting for ever. */
final class Rereading {
    private final Path path;
    private final Orders orders;
    private CompletableFuture<SpeakerResult> newest = CompletableFuture.completedFuture(null);

    /** @param orders told when the file was read */
    Rereading(Path path, Orders orders) {
        this.path = path;
        this.orders = orders;
    }

    /** Begins to read, when what was begun before is done: the file may have changed since. */
    void begin() {
        newest = newest.thenApplyAsync(before -> SpeakerReader.read(path));
        newest.whenComplete((result, bug) -> orders.give(Orders.Order.TAKE_OVER));
    }

    /** What the file says, or nothing while it is still read. */
    Optional<SpeakerResult> result() {
        return Optional.ofNullable(newest.getNow(null));
    }
}
