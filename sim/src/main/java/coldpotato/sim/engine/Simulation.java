package coldpotato.sim.engine;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Virtual time: holds what is going to happen and makes it happen, one event after the other.
 *
 * <p><b>The order of events is (time, node, per-node count)</b>: at one instant the nodes come in the order of their
 * names, and the events of one node in the order in which they were scheduled; after these the node's {@link Wakeup}s, in
 * the order in which they were made. So a new node, or an event more or less at another, changes nobody else's order, and
 * it does not matter how often a wake-up was moved on its way.
 *
 * <p>An event may schedule others at its own instant or later, never before; asserted when it is scheduled and when it
 * happens.
 */
public final class Simulation {
    private final RunLimits limits;
    private final EventQueue queue = new EventQueue();
    // Looked up, never iterated.
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private long nowNanos;
    private long events;
    private long eventsThisInstant;
    private Optional<Limit> reached = Optional.empty();

    public Simulation(RunLimits limits) {
        this.limits = limits;
    }

    public Simulation() {
        this(RunLimits.DEFAULT);
    }

    /** Virtual nanoseconds since the start. */
    public long nowNanos() {
        return nowNanos;
    }

    /** Events that have happened so far. */
    public long events() {
        return events;
    }

    /** Events that wait. */
    public int pending() {
        return queue.size();
    }

    /** When the next event happens, {@link Long#MAX_VALUE} if there is none. */
    public long nextEventNanos() {
        return queue.isEmpty() ? Long.MAX_VALUE : queue.first().atNanos;
    }

    /**
     * Lets something happen at a node.
     *
     * @throws IllegalArgumentException if the time has passed
     */
    public void schedule(long atNanos, String node, Event event) {
        Node at = node(node);
        push(new ScheduledEvent(at.name, at.eventCount++, event), atNanos);
    }

    /** A place for an event of this node that is moved rather than scheduled anew, such as its next deadline; not set yet. */
    public Wakeup wakeup(String node, Event event) {
        Node at = node(node);
        return new Wakeup(this, new ScheduledEvent(at.name, Wakeup.FIRST_COUNT + at.wakeupCount++, event));
    }

    /** Lets everything happen that is due up to and including this time, unless a limit ends the run first. */
    public RunResult runUntil(long timeNanos) {
        checkArgument(timeNanos >= nowNanos, "cannot run back from %s to %s", nowNanos, timeNanos);
        while (nextEventNanos() <= timeNanos && !queue.isEmpty() && withinLimits()) {
            happen(queue.poll());
        }
        if (reached.isEmpty()) {
            advance(timeNanos);
        }
        return new RunResult(reached, nowNanos, events);
    }

    /** Ends the run after the present event: it goes round in circles, and more of it would show nothing new. */
    public void halt() {
        reached = Optional.of(Limit.CIRCLES);
    }

    /** Ends the run after the present event, because somebody wants no more of it. */
    public void stop() {
        reached = reached.or(() -> Optional.of(Limit.STOPPED));
    }

    private boolean withinLimits() {
        if (reached.isEmpty()) {
            reached = limitReached();
        }
        return reached.isEmpty();
    }

    private Optional<Limit> limitReached() {
        if (events >= limits.eventsMax()) {
            return Optional.of(Limit.EVENTS);
        }
        if (eventsThisInstant >= limits.eventsPerInstantMax() && nextEventNanos() == nowNanos) {
            return Optional.of(Limit.EVENTS_PER_INSTANT);
        }
        return queue.size() > limits.pendingMax() ? Optional.of(Limit.PENDING) : Optional.empty();
    }

    private void happen(ScheduledEvent next) {
        advance(next.atNanos);
        events++;
        eventsThisInstant++;
        next.event.happen(nowNanos);
    }

    private void advance(long toNanos) {
        checkState(toNanos >= nowNanos, "time went back from %s to %s", nowNanos, toNanos);
        if (toNanos > nowNanos) {
            nowNanos = toNanos;
            eventsThisInstant = 0;
        }
    }

    void push(ScheduledEvent event, long atNanos) {
        checkArgument(atNanos >= nowNanos, "event of %s at %s, but it is %s", event.node, atNanos, nowNanos);
        checkArgument(atNanos != Long.MAX_VALUE, "event of %s never happens", event.node);
        event.atNanos = atNanos;
        queue.put(event);
    }

    void remove(ScheduledEvent event) {
        queue.remove(event);
    }

    private Node node(String name) {
        return nodes.computeIfAbsent(name, Node::new);
    }

    private static final class Node {
        final String name;
        long eventCount;
        long wakeupCount;

        Node(String name) {
            this.name = name;
        }
    }
}
