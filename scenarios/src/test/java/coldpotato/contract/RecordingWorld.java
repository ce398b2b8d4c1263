package coldpotato.contract;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;

/**
 * Speakers joined by wires with a constant delay: the smallest world that a speaker can live in. What is on a silent wire
 * arrives when it is mended, as TCP would have it; BFD packets are lost.
 */
final class RecordingWorld implements World {
    private static final long DELAY_NANOS = Durations.millis(1);

    private final Trace trace = new Trace(EnumSet.allOf(TraceKind.class));
    private final Map<Node, Station> stations = new LinkedHashMap<>();
    private final AttributePool pool = new AttributePool();
    private final Map<Wire, List<Runnable>> silent = new LinkedHashMap<>();
    private final Set<Wire> dark = new LinkedHashSet<>();
    private final PriorityQueue<Event> queue =
            new PriorityQueue<>(Comparator.comparingLong(Event::atNanos).thenComparingLong(Event::number));
    private long events;
    private long now;

    private record Event(long atNanos, long number, Runnable action) {}

    @Override
    public void start(ImmutableList<Node> nodes, ImmutableList<Wire> wires) {
        nodes.forEach(node -> stations.put(
                node, node.speaks() ? new RecordingHost(this, node, pool) : new PuppetStation(this, node)));
        wires.forEach(wire -> {
            stations.get(wire.a()).wires.put(wire.session(), wire);
            stations.get(wire.b()).wires.put(wire.session(), wire);
        });
        nodes.stream().filter(Node::speaks).forEach(node -> tell(node, (speaker, at) -> speaker.start(at)));
    }

    @Override
    public boolean comes(BooleanSupplier condition, long withinNanos) {
        long end = now + withinNanos;
        while (!condition.getAsBoolean()) {
            long next = Math.min(deadline(), queue.isEmpty() ? Deadlines.NONE : queue.peek().atNanos);
            if (now >= end) {
                return false;
            }
            // Conditions that are about the time alone are looked at once a millisecond.
            happen(Math.max(now, Math.min(next, now + Durations.NANOS_PER_MILLI)));
        }
        return true;
    }

    private long deadline() {
        return stations.values().stream()
                .mapToLong(Station::nextDeadlineNanos)
                .min()
                .orElse(Deadlines.NONE);
    }

    private void happen(long atNanos) {
        now = atNanos;
        if (!queue.isEmpty() && queue.peek().atNanos <= now) {
            queue.poll().action.run();
        } else {
            stations.values().forEach(Station::deadlineReached);
        }
    }

    @Override
    public long nowNanos() {
        return now;
    }

    Trace trace() {
        return trace;
    }

    Station station(Node node) {
        return stations.get(node);
    }

    private RecordingHost host(Node node) {
        return (RecordingHost) stations.get(node);
    }

    @Override
    public <T> T ask(Node node, Function<BgpSpeaker, T> question) {
        return question.apply(host(node).speaker());
    }

    @Override
    public void tell(Node node, ObjLongConsumer<BgpSpeaker> input) {
        host(node).input(input);
    }

    @Override
    public void reconfigure(Node node) {
        tell(node, (speaker, at) -> speaker.reconfigure(at, node.config()));
    }

    @Override
    public ImmutableList<TraceEvent> trace(Node node) {
        return trace.events().stream()
                .filter(event -> event.node().equals(node.name))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public void silence(Wire wire) {
        checkState(!silent.containsKey(wire), "%s is silent", wire.session());
        silent.put(wire, new ArrayList<>());
    }

    @Override
    public void darken(Wire wire) {
        silence(wire);
        dark.add(wire);
        atBothEnds(wire, (speaker, at) -> speaker.interfaceDown(at, wire.link()));
    }

    @Override
    public void mend(Wire wire) {
        silent.remove(wire).forEach(this::later);
        if (dark.remove(wire)) {
            atBothEnds(wire, (speaker, at) -> speaker.interfaceUp(at, wire.link()));
        }
    }

    private void atBothEnds(Wire wire, ObjLongConsumer<BgpSpeaker> input) {
        tell(wire.a(), input);
        tell(wire.b(), input);
    }

    /** Lets something arrive at the other end of a wire. */
    void carry(Wire wire, Runnable arrival) {
        if (silent.containsKey(wire)) {
            silent.get(wire).add(arrival);
        } else {
            later(arrival);
        }
    }

    /** Lets a packet arrive at the other end of a wire, unless it is lost. */
    void carryDatagram(Wire wire, Runnable arrival) {
        if (!silent.containsKey(wire)) {
            later(arrival);
        }
    }

    private void later(Runnable action) {
        queue.add(new Event(now + DELAY_NANOS, events++, action));
    }

    @Override
    public Line dial(Node puppet, Wire wire) {
        return ((PuppetStation) stations.get(puppet)).dial(wire);
    }

    @Override
    public ImmutableList<Line> taken(Node puppet) {
        return ((PuppetStation) stations.get(puppet)).lines.taken();
    }

    @Override
    public void close() {
        // Nothing of it outlives it.
    }
}
