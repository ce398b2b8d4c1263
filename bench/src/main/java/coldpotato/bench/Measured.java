package coldpotato.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What all benchmarks share: how often and how long they run, how large their input is, and that each says at the end
 * what it worked out. A subclass has one method for the thing and one for its baseline.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public abstract class Measured {
    /** How many of what the benchmark works on: prefixes, paths, messages or events. */
    @Param("10000")
    public int size;

    /** A number that depends on all results; the same for the thing and its baseline, on every machine. */
    public abstract long checksum();

    @TearDown
    public void printChecksum() {
        // JMH measures a generated subclass.
        String name = getClass().getSimpleName().replaceFirst("_jmhType.*", "");
        System.out.printf("%nchecksum of %s, size %d: %016x%n", name, size, checksum());
    }

    /** The n-th number of a fixed sequence that looks random (SplitMix64): every machine measures the same input. */
    protected static long mixed(long n) {
        long z = (n + 1) * 0x9e37_79b9_7f4a_7c15L;
        z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }
}
