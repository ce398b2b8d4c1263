package coldpotato.bgp.speaker;

import coldpotato.core.time.Deadlines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The deadlines of all neighbours, so that an input costs no look at each of them. A deadline that moves nearer is queued; one
 * that moves away, as a hold timer does with every message, is put right when it comes to the front.
 */
final class PeerDeadlines {
    private record Entry(long nanos, Peer peer) {}

    private final PriorityQueue<Entry> queue = new PriorityQueue<>(Comparator.comparingLong(Entry::nanos));

    /** A neighbour waits for nothing later than this. */
    void atLatest(long nanos, Peer peer) {
        if (nanos < peer.queuedNanos()) {
            peer.queued(nanos);
            queue.add(new Entry(nanos, peer));
        }
    }

    /** The nearest deadline, or {@link Deadlines#NONE}. */
    long nextNanos() {
        for (Entry first = queue.peek(); first != null; first = queue.peek()) {
            boolean counts = first.nanos == first.peer.queuedNanos();
            long actual = first.peer.nextDeadlineNanos();
            if (counts && actual == first.nanos) {
                return actual;
            }
            queue.remove();
            if (counts) {
                first.peer.queued(Deadlines.NONE);
                atLatest(actual, first.peer);
            }
        }
        return Deadlines.NONE;
    }

    /** The neighbours whose deadlines are over, each once; they are queued again when they ask for it. */
    List<Peer> takeDue(long now) {
        List<Peer> due = new ArrayList<>();
        for (long next = nextNanos(); next <= now && next != Deadlines.NONE; next = nextNanos()) {
            Peer peer = queue.remove().peer;
            peer.queued(Deadlines.NONE);
            due.add(peer);
        }
        return due;
    }
}
