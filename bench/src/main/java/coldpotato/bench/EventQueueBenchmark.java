package coldpotato.bench;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.sim.engine.Simulation;
import java.util.PriorityQueue;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Events scheduled and run in virtual time, against the same instants in the JDK's queue, which does not care about the
 * order within an instant. {@code size} is the number of events; one operation runs all of them.
 */
public class EventQueueBenchmark extends Measured {
    private static final int NODES = 64;
    private static final long SPAN_NANOS = 1_000_000_000L;

    private final String[] names = new String[NODES];
    private long sum;

    public EventQueueBenchmark() {
        for (int i = 0; i < NODES; i++) {
            names[i] = "node" + i;
        }
    }

    @Benchmark
    public long simulate() {
        sum = 0;
        Simulation simulation = new Simulation();
        for (int i = 0; i < size; i++) {
            simulation.schedule(instant(i), names[i % NODES], now -> sum = mixed(sum + now));
        }
        simulation.runUntil(SPAN_NANOS);
        return sum;
    }

    @Benchmark
    public long queueOfTheJdk() {
        PriorityQueue<Long> queue = new PriorityQueue<>();
        for (int i = 0; i < size; i++) {
            queue.add(instant(i));
        }
        long inOrder = 0;
        while (!queue.isEmpty()) {
            inOrder = mixed(inOrder + queue.poll());
        }
        return inOrder;
    }

    @Override
    public long checksum() {
        long simulated = simulate();
        checkState(simulated == queueOfTheJdk(), "the two run in a different order");
        return simulated;
    }

    private static long instant(int number) {
        return Math.floorMod(mixed(number), SPAN_NANOS);
    }
}
