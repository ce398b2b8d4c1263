package coldpotato.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.DocumentedBehaviour;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The catalog does what its lessons say, and does it as it did: each scenario's expectations hold, its timeline and the digest
 * of its trace are those of the golden file, and the README's table of behaviours is what the runs give. Golden files and table
 * are rewritten with {@code -Dcoldpotato.golden=rewrite}; read the difference.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogTest {
    private static final Path GOLDEN = Path.of("src/test/resources/coldpotato/scenarios/run/golden");
    private static final Path README = Path.of("README.md");

    private final Map<String, CatalogRun> runs = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> everyExpectationHolds() {
        return each(run -> assertThat(run.verdicts()).allMatch(Verdict::holds, "holds"));
    }

    @TestFactory
    Stream<DynamicTest> everythingHappensAsItDid() {
        return each(run -> {
            Path golden = GOLDEN.resolve(run.name() + ".txt");
            if (rewrites()) {
                Files.createDirectories(GOLDEN);
                Files.writeString(golden, run.story());
            }
            assertThat(run.story()).isEqualTo(Files.readString(golden));
        });
    }

    @Test
    void theTableOfBehavioursIsWhatTheRunsGive() throws IOException {
        String readme = Files.readString(README);
        String expected = BehaviourTable.in(readme, all());
        if (rewrites()) {
            Files.writeString(README, expected);
        }
        assertThat(Files.readString(README)).isEqualTo(expected);
    }

    @Test
    void everyDocumentedBehaviourIsShown() {
        assertThat(DocumentedBehaviour.values())
                .allSatisfy(behaviour ->
                        assertThat(BehaviourTable.shownBy(behaviour, all())).isNotEmpty());
    }

    /** Each scenario is run once. */
    private CatalogRun run(String name) {
        return runs.computeIfAbsent(name, CatalogRun::of);
    }

    private ImmutableList<CatalogRun> all() {
        return CatalogRun.names().stream().map(this::run).collect(ImmutableList.toImmutableList());
    }

    private interface Trial {
        void test(CatalogRun run) throws IOException;
    }

    private Stream<DynamicTest> each(Trial trial) {
        return CatalogRun.names().stream().map(name -> DynamicTest.dynamicTest(name, () -> trial.test(run(name))));
    }

    private static boolean rewrites() {
        return "rewrite".equals(System.getProperty("coldpotato.golden"));
    }
}
