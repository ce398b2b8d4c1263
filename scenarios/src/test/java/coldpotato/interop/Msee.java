package coldpotato.interop;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** One of Microsoft's edge routers: {@code coldpotato speaker FILE} in a process of its own. */
final class Msee {
    private final Foreground process;

    private Msee(Foreground process) {
        this.process = process;
    }

    static Msee start(Lab lab, Namespace namespace, String name, MseeFile file) {
        Path config = lab.write(name + "/speaker.yaml", file.text());
        return new Msee(Ours.start(lab, namespace, name + ".log", "speaker", config.toString()));
    }

    Foreground process() {
        return process;
    }

    void awaitListening() {
        process.awaitListening(179);
    }

    void awaitUp(EdgeSession session) {
        String up = " up, ";
        Patience.until(
                session.name() + " is up",
                () -> last(session).filter(line -> line.contains(up)).isPresent(),
                process::log);
    }

    /** Waits until it says that a session is down, and why; returns when that was. */
    Instant awaitDown(EdgeSession session, String reason) {
        String down = " down after ";
        Patience.until(
                session.name() + " is down by " + reason,
                () -> last(session)
                        .filter(line -> line.contains(down) && line.contains(reason))
                        .isPresent(),
                process::log);
        String[] words = last(session).orElseThrow().split(" ");
        return Instant.parse(words[0] + "T" + words[1] + "Z");
    }

    /** How often a session has gone down. */
    long downs(EdgeSession session) {
        return lines(session).filter(line -> line.contains(" down after ")).count();
    }

    /** Waits until BFD with the peer is up now. */
    void awaitBfdUp(EdgeSession session) {
        String bfd = " " + session.name() + " BFD ";
        Patience.until(
                "BFD is up",
                () -> process.log()
                        .lines()
                        .filter(line -> line.contains(bfd))
                        .reduce((earlier, later) -> later)
                        .filter(line -> line.endsWith("-> up"))
                        .isPresent(),
                process::log);
    }

    /** What of its heap is in use after a collection, in MiB. */
    long liveMebibytes() {
        ask("GC.run");
        return ask("GC.heap_info")
                        .lines()
                        .filter(line -> line.contains(" generation "))
                        .mapToLong(line -> Long.parseLong(line.replaceAll(".* used (\\d+)K.*", "$1")))
                        .sum()
                / 1024;
    }

    private String ask(String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return Command.of(jcmd.toString(), String.valueOf(process.pid()), command)
                .run();
    }

    private Optional<String> last(EdgeSession session) {
        return lines(session).reduce((earlier, later) -> later);
    }

    /** What it said of a session as a whole. */
    private Stream<String> lines(EdgeSession session) {
        return process.log().lines().filter(line -> line.contains(" " + session.name() + " ("));
    }

    void awaitSaying(String text) {
        process.awaitSaying(text);
    }

    /** Asks it to end as an operator does, and waits until it has. */
    void stop() {
        process.signal("TERM");
        Patience.until("our speaker has ended", () -> !process.isAlive(), process::log);
    }
}
