package coldpotato.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EventQueueTest {
    private static final Event NOTHING = now -> {};

    /** Each number is an operation: add, move or remove, on an event and with a time drawn from it. */
    @Property(tries = 300)
    void givesOutTheFirstWhateverWasAddedMovedAndRemoved(
            @ForAll @Size(max = 400) List<@IntRange(max = 99_999) Integer> operations) {
        EventQueue queue = new EventQueue();
        List<ScheduledEvent> waiting = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            apply(operations.get(i), i, queue, waiting);
        }
        waiting.sort(Comparator.<ScheduledEvent>comparingLong(e -> e.atNanos).thenComparingLong(e -> e.count));
        List<ScheduledEvent> polled = new ArrayList<>();
        while (!queue.isEmpty()) {
            polled.add(queue.poll());
        }
        assertThat(polled).isEqualTo(waiting);
    }

    private static void apply(int operation, int index, EventQueue queue, List<ScheduledEvent> waiting) {
        long time = operation / 10 % 50;
        int pick = operation / 500;
        if (operation % 10 < 6 || waiting.isEmpty()) {
            ScheduledEvent added = new ScheduledEvent("a", pick * 1_000L + index, NOTHING);
            added.atNanos = time;
            queue.put(added);
            waiting.add(added);
        } else if (operation % 10 < 8) {
            ScheduledEvent moved = waiting.get(pick % waiting.size());
            moved.atNanos = time;
            queue.put(moved);
        } else {
            queue.remove(waiting.remove(pick % waiting.size()));
        }
    }
}
