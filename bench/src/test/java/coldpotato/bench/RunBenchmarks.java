package coldpotato.bench;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures, when asked for by name: see the README. Not part of a build, since its name is not that of a test. */
class RunBenchmarks {
    @Test
    void measure() throws RunnerException {
        ChainedOptionsBuilder options =
                new OptionsBuilder().include(System.getProperty("bench", ".*")).shouldFailOnError(true);
        Optional.ofNullable(System.getProperty("size")).ifPresent(size -> options.param("size", size));
        new Runner(options.build()).run();
    }
}
