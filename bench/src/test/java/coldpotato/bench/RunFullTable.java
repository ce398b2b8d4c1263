package coldpotato.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Says what a full table costs a JVM that has done nothing before, when asked for by name: see the README. Seconds are CPU
 * seconds of the one thread that does the work. Not part of a build, since its name is not that of a test.
 */
class RunFullTable {
    private static final int PREFIXES_PER_INPUT = 10_000;

    private final int prefixes = Integer.getInteger("prefixes", 500_000);

    @Test
    void measure() {
        FullTable table = new FullTable(prefixes, 2, PREFIXES_PER_INPUT);
        long heapBefore = heap();
        table.comeUp(0);
        table.comeUp(1);
        say("%d prefixes in and out: %.2f s%n", prefixes, seconds(table::announce));
        say("live heap per path: %d bytes%n", (heap() - heapBefore) / prefixes);
        say("a second monitor that joins: %.2f s%n", seconds(() -> table.comeUp(2)));
        say("loss of the feed: %.2f s%n", seconds(table::lose));
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private static double seconds(Runnable work) {
        long before = cpuNanos();
        work.run();
        return (cpuNanos() - before) / 1e9;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
