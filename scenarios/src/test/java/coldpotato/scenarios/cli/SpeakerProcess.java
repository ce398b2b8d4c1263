package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@code coldpotato speaker} in a process of its own, as users run it. */
final class SpeakerProcess implements AutoCloseable {
    /** A ceiling for slow machines, not an expectation. */
    private static final int WAIT_SECONDS = 60;

    private final Process process;
    private final Path log;

    private SpeakerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static SpeakerProcess start(Path file, Object... options) {
        Path log = file.resolveSibling(file.getFileName() + ".log");
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classpath(),
                Coldpotato.class.getName(),
                "speaker",
                file.toString());
        List<String> command = Stream.concat(java, Arrays.stream(options).map(Object::toString))
                .toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new SpeakerProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As in the distribution: the tests and their settings for logs are not there. */
    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    String log() {
        return text(log);
    }

    /** Waits until the log says something. */
    SpeakerProcess says(String text) {
        await(() -> log().contains(text), () -> "\"" + text + "\" in the log:\n" + log());
        return this;
    }

    /** Waits until a file says something. */
    static void says(Path file, String text) {
        await(() -> Files.exists(file) && text(file).contains(text), () -> "\"" + text + "\" in " + file);
    }

    private interface Description {
        String text();
    }

    private static void await(BooleanSupplier condition, Description what) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what::text).isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end; the exit code. */
    int exitCode() {
        try {
            assertThat(process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS))
                    .as("it ends by itself")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        exitCode();
    }
}
