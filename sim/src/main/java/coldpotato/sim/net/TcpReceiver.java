package coldpotato.sim.net;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The receiving half of a connection: puts segments into order and lets each through once. */
final class TcpReceiver {
    private final TreeMap<Long, Segment> early = new TreeMap<>();
    private long nextSequence;

    /** Everything before this has arrived. */
    long nextSequence() {
        return nextSequence;
    }

    /** The peer's SYN has arrived, which counts as one. */
    void synchronised() {
        nextSequence = 1;
    }

    /** Takes in a segment and gives back, in order, all that can be delivered now. */
    List<Segment> arrived(Segment segment) {
        if (segment.sequence() < nextSequence) {
            return List.of();
        }
        if (segment.sequence() > nextSequence) {
            early.put(segment.sequence(), segment);
            return List.of();
        }
        nextSequence = segment.end();
        return early.isEmpty() ? List.of(segment) : withSuccessors(segment);
    }

    private List<Segment> withSuccessors(Segment first) {
        List<Segment> ready = new ArrayList<>();
        for (Segment next = first; next != null; next = early.remove(nextSequence)) {
            ready.add(next);
            nextSequence = next.end();
        }
        return ready;
    }
}
