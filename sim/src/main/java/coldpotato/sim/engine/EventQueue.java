package coldpotato.sim.engine;

import static com.google.common.base.Preconditions.checkState;

import java.util.Arrays;

/** A binary heap of events in which each knows its position, so that it can be moved or taken out where it stands. */
final class EventQueue {
    private ScheduledEvent[] heap = new ScheduledEvent[1024];
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    ScheduledEvent first() {
        return heap[0];
    }

    /** Adds an event, or puts one whose time has changed into its new place. */
    void put(ScheduledEvent event) {
        if (!event.isQueued()) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, size * 2);
            }
            place(event, size++);
        }
        settle(event);
    }

    ScheduledEvent poll() {
        ScheduledEvent first = heap[0];
        remove(first);
        return first;
    }

    void remove(ScheduledEvent event) {
        checkState(event.isQueued() && heap[event.position] == event, "event of %s is not queued", event.node);
        int hole = event.position;
        event.position = ScheduledEvent.NOT_QUEUED;
        ScheduledEvent last = heap[--size];
        heap[size] = null;
        if (last != event) {
            place(last, hole);
            settle(last);
        }
    }

    private void settle(ScheduledEvent event) {
        if (!rise(event)) {
            sink(event);
        }
    }

    private boolean rise(ScheduledEvent event) {
        int start = event.position;
        int at = start;
        while (at > 0 && event.comesBefore(heap[(at - 1) >>> 1])) {
            int parent = (at - 1) >>> 1;
            place(heap[parent], at);
            at = parent;
        }
        place(event, at);
        return at != start;
    }

    private void sink(ScheduledEvent event) {
        int at = event.position;
        while (true) {
            int child = firstChildOf(at);
            if (child >= size || !heap[child].comesBefore(event)) {
                break;
            }
            place(heap[child], at);
            at = child;
        }
        place(event, at);
    }

    private int firstChildOf(int parent) {
        int left = 2 * parent + 1;
        return left + 1 < size && heap[left + 1].comesBefore(heap[left]) ? left + 1 : left;
    }

    private void place(ScheduledEvent event, int position) {
        heap[position] = event;
        event.position = position;
    }
}
