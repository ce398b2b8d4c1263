package coldpotato.sim.engine;

/** An event with its place in the order of events, and where it waits in the queue. */
final class ScheduledEvent {
    static final int NOT_QUEUED = -1;

    final String node;
    final long count;
    final Event event;
    long atNanos;
    int position = NOT_QUEUED;

    ScheduledEvent(String node, long count, Event event) {
        this.node = node;
        this.count = count;
        this.event = event;
    }

    boolean isQueued() {
        return position != NOT_QUEUED;
    }

    boolean comesBefore(ScheduledEvent other) {
        if (atNanos != other.atNanos) {
            return atNanos < other.atNanos;
        }
        int byNode = node.compareTo(other.node);
        return byNode != 0 ? byNode < 0 : count < other.count;
    }

    @Override
    public String toString() {
        return node + " " + count + " at " + atNanos;
    }
}
