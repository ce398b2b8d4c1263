package coldpotato.scenarios.live;

import coldpotato.sim.engine.Event;
import coldpotato.sim.engine.Simulation;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What other threads want to happen in the simulation: it becomes events there, at the time at which it was posted or as soon after as can be. */
final class Mailbox {
    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();

    private record Letter(long atNanos, String node, Event event) {}

    /** Lets something happen at a node. From any thread; what one thread posts at one node stays in order. */
    void post(long atNanos, String node, Event event) {
        letters.add(new Letter(atNanos, node, event));
    }

    /** Makes events of all that was posted. */
    void deliver(Simulation simulation) {
        for (Letter letter = letters.poll(); letter != null; letter = letters.poll()) {
            deliver(letter, simulation);
        }
    }

    /** Waits until something is posted, and delivers it, but not longer than a time. */
    void await(long nanos, Simulation simulation) {
        try {
            Letter letter = letters.poll(nanos, TimeUnit.NANOSECONDS);
            if (letter != null) {
                deliver(letter, simulation);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the thread of the simulation was interrupted", e);
        }
    }

    private static void deliver(Letter letter, Simulation simulation) {
        simulation.schedule(Math.max(letter.atNanos, simulation.nowNanos()), letter.node, letter.event);
    }
}
