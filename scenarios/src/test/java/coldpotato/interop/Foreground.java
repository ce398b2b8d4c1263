package coldpotato.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that a test keeps in the foreground; what it says goes into a file. */
final class Foreground implements AutoCloseable {
    private static final long GRACE_SECONDS = 20;
    private static final String LISTEN = "0A";

    private final Process process;
    private final Path log;

    private Foreground(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Foreground start(Path log, Command command) {
        try {
            Process process = new ProcessBuilder(command.words())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            return new Foreground(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return log.getFileName().toString();
    }

    String log() {
        return read(log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    void awaitSaying(String text) {
        Patience.until(log.getFileName() + " says '" + text + "'", () -> log().contains(text), this::log);
    }

    /** Until somebody in the process's namespace listens on this TCP port. */
    void awaitListening(int port) {
        String ending = String.format(":%04X", port);
        Patience.until("port " + port + " is open", () -> mustLive() && listens(ending), this::log);
    }

    /** Stops it and its children in their tracks (SIGSTOP): its sockets stay, and nobody reads them. */
    void freeze() {
        everyProcess("STOP");
    }

    void thaw() {
        everyProcess("CONT");
    }

    /** What it has started, as far as that runs. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    private void everyProcess(String signal) {
        Command kill = Command.of("kill", "-" + signal, String.valueOf(pid()));
        for (ProcessHandle child : children()) {
            kill = kill.and(String.valueOf(child.pid()));
        }
        kill.run();
    }

    void signal(String name) {
        Command.of("kill", "-" + name, String.valueOf(pid())).run();
    }

    /** What of it is in memory now, in MiB. */
    long residentMebibytes() {
        return read(Path.of("/proc/" + pid() + "/status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Asks it to end, then ends it. */
    @Override
    public void close() {
        List<ProcessHandle> all = children();
        process.destroy();
        try {
            process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean mustLive() {
        if (!process.isAlive()) {
            throw new AssertionError("ended with " + process.exitValue() + ":\n" + log());
        }
        return true;
    }

    private boolean listens(String ending) {
        return List.of("tcp", "tcp6").stream()
                .flatMap(
                        kind -> read(Path.of("/proc/" + pid() + "/net/" + kind)).lines())
                .map(line -> line.strip().split("\\s+"))
                .anyMatch(fields -> fields.length > 3 && fields[3].equals(LISTEN) && fields[1].endsWith(ending));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
