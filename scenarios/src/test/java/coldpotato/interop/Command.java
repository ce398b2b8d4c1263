package coldpotato.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the machine that ends by itself, such as {@code ip} or a daemon's own tool. */
record Command(List<String> words) {
    private static final long SECONDS_MAX = 60;

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
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            try (OutputStream keyboard = process.getOutputStream()) {
                keyboard.write(input.getBytes(StandardCharsets.UTF_8));
            }
            byte[] said = process.getInputStream().readAllBytes();
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new Outcome(process.waitFor(), new String(said, StandardCharsets.UTF_8));
        } catch (IOException missing) {
            return new Outcome(127, String.valueOf(missing.getMessage()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
