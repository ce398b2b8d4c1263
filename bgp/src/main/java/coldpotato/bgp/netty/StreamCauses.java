package coldpotato.bgp.netty;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Carries the causes of trace events across streams that have both ends in this process; the bytes themselves cannot. The
 * writer marks where in the stream a cause begins, the reader looks up whose bytes it has. Position 0 is the opening of a
 * stream, its bytes count from 1, what comes after the last is its end.
 */
final class StreamCauses {
    /** Marks that a reader may be behind; the oldest are forgotten. */
    private static final int MARKS_MAX = 4096;

    private static final long OPENING = 0;

    private final Map<Way, Deque<Mark>> marks = new LinkedHashMap<>();
    private final Set<Way> open = new LinkedHashSet<>();

    private record Way(InetSocketAddress from, InetSocketAddress to) {
        Way back() {
            return new Way(to, from);
        }
    }

    private record Mark(long position, long cause) {}

    /** What the reader takes at once: so many bytes, with the cause of them all. */
    record Run(int octets, long cause) {}

    /** One end of a stream. */
    End end(InetSocketAddress local, InetSocketAddress remote) {
        End end = new End(new Way(local, remote));
        open(end.out);
        return end;
    }

    private synchronized void open(Way end) {
        open.add(end);
    }

    /** One end of a stream: marks what it writes, looks up what it reads. */
    final class End {
        private final Way out;
        private long written = OPENING;
        private long read = OPENING;
        private long lastCause;

        private End(Way out) {
            this.out = out;
        }

        /** This end is about to open the stream. */
        void dials(long cause) {
            restart(out);
            mark(OPENING, cause);
        }

        void writes(int octets, long cause) {
            mark(written + 1, cause);
            written += octets;
        }

        void closes(long cause) {
            mark(written + 1, cause);
        }

        private void mark(long position, long cause) {
            if (cause != lastCause) {
                lastCause = cause;
                add(out, new Mark(position, cause));
            }
        }

        /** Why the other end opened the stream. */
        long causeOfOpening() {
            return cause(out.back(), OPENING);
        }

        /** The next bytes of so many that have one cause. */
        Run reads(int octets) {
            long cause = cause(out.back(), read + 1);
            int run = (int) Math.min(octets, nextMark(out.back(), read + 1) - read - 1);
            read += run;
            return new Run(run, cause);
        }

        /** Why the other end ended the stream. */
        long causeOfEnd() {
            return cause(out.back(), Long.MAX_VALUE);
        }

        /** The stream is no more. */
        void gone() {
            forget(out);
        }
    }

    private synchronized void restart(Way way) {
        marks.remove(way);
    }

    private synchronized void add(Way way, Mark mark) {
        Deque<Mark> known = marks.computeIfAbsent(way, first -> new ArrayDeque<>());
        known.add(mark);
        if (known.size() > MARKS_MAX) {
            known.remove();
        }
    }

    /** The cause of what stands at a position; what stands before it was read. */
    private synchronized long cause(Way way, long position) {
        Deque<Mark> known = marks.get(way);
        if (known == null) {
            return 0;
        }
        long cause = 0;
        while (!known.isEmpty() && known.peek().position <= position) {
            cause = known.remove().cause;
        }
        known.addFirst(new Mark(position, cause));
        return cause;
    }

    private synchronized long nextMark(Way way, long position) {
        Deque<Mark> known = marks.get(way);
        return known == null
                ? Long.MAX_VALUE
                : known.stream()
                        .mapToLong(Mark::position)
                        .filter(at -> at > position)
                        .findFirst()
                        .orElse(Long.MAX_VALUE);
    }

    /** What the other end wrote to this one is read; what this one wrote may still be, if the other is ours too. */
    private synchronized void forget(Way out) {
        open.remove(out);
        marks.remove(out.back());
        if (!open.contains(out.back())) {
            marks.remove(out);
        }
    }
}
