package coldpotato.contract;

import coldpotato.core.time.Deadlines;

/** A node without a speaker in a {@link RecordingWorld}. */
final class PuppetStation extends Station {
    final NumberedLines lines = new NumberedLines((bytes, number) -> transmit(number, bytes), this::end);

    PuppetStation(RecordingWorld world, Node node) {
        super(world, node);
    }

    Line dial(Wire wire) {
        long number = lines.dial();
        open(wire.session(), number);
        return lines.line(number);
    }

    @Override
    void accepted(String session, long number) {
        lines.take(number);
    }

    @Override
    void connected(long number) {
        lines.connected(number);
    }

    @Override
    void received(long number, byte[] bytes) {
        lines.received(number, bytes);
    }

    @Override
    void closed(long number) {
        lines.closed(number);
    }

    @Override
    long nextDeadlineNanos() {
        return Deadlines.NONE;
    }

    @Override
    void deadlineReached() {
        // It has no timers.
    }
}
