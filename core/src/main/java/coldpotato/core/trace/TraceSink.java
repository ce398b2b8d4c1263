package coldpotato.core.trace;

/**
 * Where a node tells what happens to it. The sink knows the cause of what is going on: a host sets it before it hands an
 * input to a node, and a node moves it on when it causes something itself (a session goes down, therefore routes go), so
 * that every event links back to the injected fault.
 */
public interface TraceSink {
    /** Ignores everything. */
    TraceSink NONE = new TraceSink() {
        @Override
        public long record(long timeNanos, String node, TraceKind kind, String... namesAndValues) {
            return 0;
        }

        @Override
        public boolean wants(TraceKind kind) {
            return false;
        }

        @Override
        public long cause() {
            return 0;
        }

        @Override
        public void because(long cause) {}
    };

    /**
     * Records an event with the present cause.
     *
     * @param namesAndValues the fields: name, value, name, value, ...
     * @return the event's number, to be used as a cause; 0 if the kind is not wanted
     */
    long record(long timeNanos, String node, TraceKind kind, String... namesAndValues);

    /** False if events of this kind are thrown away, so that their texts need not be made. */
    boolean wants(TraceKind kind);

    /** Number of the event that caused what is going on now, 0 for nothing. */
    long cause();

    /** Sets the cause of all that is recorded from now on. */
    void because(long cause);
}
