package coldpotato.sim.engine;

/**
 * An event that is moved to and fro in time: a node's next deadline, a retransmission. Costs nothing while it is not set,
 * and happens once each time it was set.
 */
public final class Wakeup {
    /** Wake-ups come after the ordinary events of their node at the same instant. */
    static final long FIRST_COUNT = 1L << 62;

    private final Simulation simulation;
    private final ScheduledEvent event;

    Wakeup(Simulation simulation, ScheduledEvent event) {
        this.simulation = simulation;
        this.event = event;
    }

    /** Sets it to this time, or cancels it if that is {@link Long#MAX_VALUE}, which stands for no deadline. */
    public void moveTo(long atNanos) {
        if (atNanos == Long.MAX_VALUE) {
            cancel();
        } else if (!event.isQueued() || event.atNanos != atNanos) {
            simulation.push(event, atNanos);
        }
    }

    /** Makes it not happen. */
    public void cancel() {
        if (event.isQueued()) {
            simulation.remove(event);
        }
    }

    public boolean isSet() {
        return event.isQueued();
    }

    /** When it happens, {@link Long#MAX_VALUE} if it is not set. */
    public long atNanos() {
        return event.isQueued() ? event.atNanos : Long.MAX_VALUE;
    }
}
