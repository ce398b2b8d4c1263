package coldpotato.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.check.Verdict;
import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The catalog does what its lessons say, and does it as it did: each scenario's expectations hold, and its timeline and the
 * digest of its trace are those of the golden file. Rewritten with {@code -Dcoldpotato.golden=rewrite}; read the difference.
 */
class CatalogTest {
    private static final Path CATALOG = Path.of("catalog");
    private static final Path GOLDEN = Path.of("src/test/resources/coldpotato/scenarios/run/golden");

    @TestFactory
    Stream<DynamicTest> everyExpectationHolds() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(
                name(file), () -> assertThat(run(file).verdicts()).isNotEmpty().allMatch(Verdict::holds, "holds")));
    }

    @TestFactory
    Stream<DynamicTest> everythingHappensAsItDid() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(name(file), () -> {
            Path golden = GOLDEN.resolve(name(file) + ".txt");
            String now = summary(run(file));
            if ("rewrite".equals(System.getProperty("coldpotato.golden"))) {
                Files.createDirectories(GOLDEN);
                Files.writeString(golden, now);
            }
            assertThat(now).isEqualTo(Files.readString(golden));
        }));
    }

    private static String summary(RehearsalResult result) {
        String timeline = result.moments().stream().map(Moment::toString).collect(Collectors.joining("\n"));
        return timeline + "\n\ntrace sha-256 " + Hashing.sha256().hashBytes(bytes(result)) + "\n";
    }

    private static byte[] bytes(RehearsalResult result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new TraceFile(result).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static RehearsalResult run(Path file) {
        return new Rehearsal(Story.scenario(file), RunChoices.USUAL.withMessages()).run();
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(CATALOG)) {
            List<Path> scenarios = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(scenarios).isNotEmpty();
            return scenarios.stream();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".yaml", "");
    }
}
