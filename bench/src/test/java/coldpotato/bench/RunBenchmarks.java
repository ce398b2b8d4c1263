package coldpotato.bench;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures, when asked for by name: see the README. Not part of a build, since its name is not that of a test. */
class RunBenchmarks {
    @Test
    void measure() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(System.getProperty("bench", ".*"))
                        .shouldFailOnError(true)
                        .build())
                .run();
    }
}
