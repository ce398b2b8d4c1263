package coldpotato.sim.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs a drill from a file: {@code mvn -pl sim -am test -Dtest=DrillFileTest -Ddrill=target/drills/as-fault.drill}. */
class DrillFileTest {
    @Test
    @EnabledIfSystemProperty(named = "drill", matches = ".+", disabledReason = "no -Ddrill=FILE was given")
    void dependsOnNoTimingLeavesNothingBehindAndLeadsNobodyAstray() throws IOException {
        Drill drill = Drill.read(Path.of(System.getProperty("drill")));
        assertThat(drill.whatDependsOnTiming()).isEmpty();
        assertThat(drill.whatStays()).isEmpty();
        assertThat(drill.whatGoesAstray()).isEmpty();
    }

    @Test
    void readsWhatItWrote() throws IOException {
        Drill drill =
                new Drill("as", "1|2|-1\n", -7, 3, Optional.of(new Fault(Fault.Kind.ONE_WAY, "1-2", 37_000_000L)));
        assertThat(drill.file("sample")).endsWith("-Ddrill=target/drills/sample.drill");
        assertThat(Drill.read(Path.of("target/drills/sample.drill"))).isEqualTo(drill);
    }
}
