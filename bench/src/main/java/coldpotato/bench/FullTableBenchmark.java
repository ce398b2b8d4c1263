package coldpotato.bench;

import coldpotato.bgp.wire.BgpError;
import coldpotato.bgp.wire.Framer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A full table in from one feed and out to one monitor, in a JVM that has done nothing before, against cutting the feed's
 * bytes into messages. {@code size} is the number of prefixes; one operation handles all of them.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class FullTableBenchmark extends Measured {
    private FullTable table;

    @Setup(Level.Iteration)
    public void comeUp() {
        table = new FullTable(size, 1, Integer.MAX_VALUE);
        table.comeUp(0);
        table.comeUp(1);
    }

    @Benchmark
    public long inAndOut() {
        table.announce();
        return table.bytesSent();
    }

    @Benchmark
    public long frame() throws BgpError {
        Framer framer = new Framer();
        long messages = 0;
        for (byte[] chunk : table.stream()) {
            framer.add(chunk);
            while (framer.next() != null) {
                messages++;
            }
        }
        return messages;
    }

    @Override
    public long checksum() {
        comeUp();
        table.announce();
        return table.checksum();
    }
}
