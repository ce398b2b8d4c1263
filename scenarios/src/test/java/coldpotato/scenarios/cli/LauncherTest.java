package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, with a java that repeats its arguments and a mvn that makes one jar and counts its calls. */
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            for word; do
                case $word in -XX:ArchiveClassesAtExit=*) echo archive >"${word#*=}"; exit 0 ;; esac
            done
            echo "$*"
            """;
    private static final String MAVEN = """
            #!/bin/sh
            if [ "$1" = -v ]; then echo 'Apache Maven 3.8.7'; exit 0; fi
            echo called >>mvn-calls
            if [ -e broken ]; then echo 'Expected a semicolon'; exit 1; fi
            sleep 0.3
            mkdir -p scenarios/target/coldpotato-9/coldpotato-9/lib
            echo jar >scenarios/target/coldpotato-9/coldpotato-9/lib/core.jar
            """;

    @TempDir
    Path temporary;

    private Path home;
    private Path java;

    private record Outcome(int exitCode, String out, String err) {}

    @BeforeEach
    void layTheTable() throws IOException {
        home = Files.createDirectories(temporary.resolve("a folder with spaces"));
        java = temporary.resolve("jdk");
        script(java.resolve("bin/java"), JAVA);
        script(temporary.resolve("bin/mvn"), MAVEN);
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        Files.copy(repository().resolve("coldpotato"), home.resolve("coldpotato"));
    }

    @Test
    void runsFromAnUnpackedZipWithoutMaven() throws Exception {
        unpackZip();
        Files.delete(temporary.resolve("bin/mvn"));
        Outcome outcome = run("run", "two words.yaml");
        assertThat(outcome.exitCode).isZero();
        assertThat(outcome.out)
                .contains("-cp " + home.resolve("lib/core.jar"))
                .endsWith("coldpotato.scenarios.cli.Coldpotato run two words.yaml\n");
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        unpackZip();
        Path link = Files.createSymbolicLink(temporary.resolve("link"), home.resolve("coldpotato"));
        assertThat(start(link, "--version").out).contains(home.resolve("lib/core.jar") + " ");
    }

    @Test
    void makesAClassDataArchiveOnFirstUseAndUsesItLater() throws Exception {
        unpackZip();
        assertThat(run("--version").out).doesNotContain("SharedArchiveFile");
        waitFor(() -> listState().stream().filter(name -> name.endsWith(".jsa")).count() == 1);
        assertThat(run("--version").out).contains("-XX:SharedArchiveFile=" + home.resolve(".coldpotato"));
    }

    @Test
    void aNewJarGetsANewArchiveAndTheStaleOneGoes() throws Exception {
        unpackZip();
        run("--version");
        waitFor(() -> listState().size() == 1 && listState().get(0).endsWith(".jsa"));
        List<String> before = listState();
        Files.writeString(home.resolve("lib/core.jar"), "another jar");
        run("--version");
        waitFor(() -> listState().size() == 1 && !listState().equals(before));
    }

    @Test
    void whereNothingCanBeWrittenTheArchiveGoesToAPrivateFolder() throws Exception {
        unpackZip();
        Files.createFile(home.resolve(".coldpotato"));
        assertThat(run("--version").exitCode).isZero();
        waitFor(() -> run("--version").out.contains("-XX:SharedArchiveFile=" + temporary.resolve("coldpotato-")));
    }

    @Test
    void longCommandsMayUseTheOptimisingCompiler() throws Exception {
        unpackZip();
        assertThat(run("run").out).contains("TieredStopAtLevel=1");
        assertThat(run("sweep").out).doesNotContain("TieredStopAtLevel=1");
    }

    @Test
    void aRouterGetsACollectorThatDoesNotPauseForLong() throws Exception {
        unpackZip();
        assertThat(run("speaker").out).contains("UseG1GC");
    }

    @Test
    void buildsACheckoutOnceAndSaysSoOnStderr() throws Exception {
        checkOut();
        Outcome first = run("--version");
        assertThat(first.err).isEqualTo("building coldpotato (first use) ...\n");
        assertThat(first.out).contains("SharedArchiveFile").endsWith("Coldpotato --version\n");
        assertThat(run("--version").err).isEmpty();
        assertThat(mavenCalls()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        checkOut();
        run("--version");
        touchLater(home.resolve("core/src/main/A.java"));
        assertThat(run("--version").err).isEqualTo("building coldpotato (sources changed) ...\n");
    }

    @Test
    void twoFirstCallsAtTheSameTimeBuildOnce() throws Exception {
        checkOut();
        Process one = process(home.resolve("coldpotato"), "--version").start();
        Process other = process(home.resolve("coldpotato"), "--version").start();
        assertThat(outcome(one).exitCode).isZero();
        assertThat(outcome(other).exitCode).isZero();
        assertThat(mavenCalls()).isEqualTo(1);
    }

    @Test
    void theLockOfADeadBuildIsBroken() throws Exception {
        checkOut();
        Files.createDirectories(home.resolve(".coldpotato"));
        Files.createSymbolicLink(home.resolve(".coldpotato/lock"), Path.of("pid-999999999"));
        assertThat(run("--version").exitCode).isZero();
    }

    @Test
    void aFailedBuildShowsWhatMavenSaidAndLeavesNothingBehind() throws Exception {
        checkOut();
        Files.createFile(home.resolve("broken"));
        Outcome outcome = run("--version");
        assertThat(outcome.exitCode).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(outcome.err).contains("Expected a semicolon", "the build failed");
        assertThat(listState()).containsExactly("build.log");
    }

    @Test
    void tooOldAJavaIsBadInput() throws Exception {
        unpackZip();
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        assertThat(run("--version").exitCode).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("--version").err).contains("needs Java 17 or newer", "11.0.2");
    }

    @Test
    void aMissingMavenIsBadInputOnlyWhereItIsNeeded() throws Exception {
        checkOut();
        script(temporary.resolve("bin/mvn"), "#!/bin/sh\necho Apache Maven 3.6.3\n");
        assertThat(run("--version").exitCode).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("--version").err).contains("needs Maven 3.8 or newer to build", "3.6.3");
    }

    private void unpackZip() throws IOException {
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("lib/core.jar"), "jar");
    }

    private void checkOut() throws IOException {
        Files.createFile(home.resolve("pom.xml"));
        for (String module : List.of("core", "bgp", "sim", "scenarios")) {
            Files.createDirectories(home.resolve(module).resolve("src/main"));
        }
    }

    private Outcome run(String... arguments) throws Exception {
        return start(home.resolve("coldpotato"), arguments);
    }

    private Outcome start(Path launcher, String... arguments) throws Exception {
        return outcome(process(launcher, arguments).start());
    }

    private ProcessBuilder process(Path launcher, String... arguments) {
        List<String> command = Stream.concat(Stream.of("sh", launcher.toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("PATH", temporary.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment().remove("COLDPOTATO_JAVA_OPTS");
        return builder;
    }

    private static Outcome outcome(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes());
        String err = new String(process.getErrorStream().readAllBytes());
        return new Outcome(process.waitFor(), out, err);
    }

    private List<String> listState() {
        try (Stream<Path> files = Files.list(home.resolve(".coldpotato"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int mavenCalls() throws IOException {
        return Files.readAllLines(home.resolve("mvn-calls")).size();
    }

    private static void touchLater(Path file) throws IOException {
        Files.createFile(file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Waits for what goes on in the background; the limit only ends a test that has failed. */
    private static void waitFor(Callable<Boolean> condition) throws Exception {
        for (int tries = 0; tries < 600 && !condition.call(); tries++) {
            Thread.sleep(50);
        }
        assertThat(condition.call()).isTrue();
    }

    private static Path repository() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("coldpotato"))) {
            at = at.getParent();
        }
        return at;
    }
}
