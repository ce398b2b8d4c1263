package coldpotato.interop;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the machine that ends by itself, such as {@code ip} or a daemon's own tool. */
record Command(List<String> words) {
    private static final long SECONDS_MAX = 120;

    /** The exit codes of the shell for a command that is not there, and of {@code timeout} for one that took too long. */
    private static final int MISSING = 127;

    private static final int TIMED_OUT = 124;

    /** How it ended, and what it said on both streams. */
    record Outcome(int exit, String text) {}

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    Command and(String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return new Command(List.copyOf(all));
    }

    /** Runs it; returns what it said; fails if it did not end well. */
    String run() {
        return run("");
    }

    /** The same, with something to read. */
    String run(String input) {
        Outcome outcome = attempt(input);
        if (outcome.exit != 0) {
            throw new AssertionError(String.join(" ", words) + " ended with " + outcome.exit + ": " + outcome.text);
        }
        return outcome.text;
    }

    /** Runs it, however it ends. */
    Outcome attempt() {
        return attempt("");
    }

    private Outcome attempt(String input) {
        try (Slip in = Slip.of(input);
                Slip out = Slip.of("")) {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectInput(in.file())
                    .redirectOutput(out.file())
                    .start();
            return new Outcome(exit(process), out.text());
        } catch (IOException missing) {
            return new Outcome(MISSING, String.valueOf(missing.getMessage()));
        }
    }

    /** How it ended, by itself or because it took too long or nobody waits for it any more. */
    private static int exit(Process process) {
        try {
            return process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) ? process.exitValue() : TIMED_OUT;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** A file between us and the process, so that neither waits for the other to read. */
    private record Slip(File file) implements AutoCloseable {
        static Slip of(String text) throws IOException {
            Path path = Files.createTempFile(Lab.prefix(), ".txt");
            Files.writeString(path, text);
            return new Slip(path.toFile());
        }

        String text() throws IOException {
            return new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file.toPath());
        }
    }
}
