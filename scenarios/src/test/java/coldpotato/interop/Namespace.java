package coldpotato.interop;

import java.util.List;
import java.util.stream.Stream;

/**
 * A network namespace of a test. Its name carries the process that made it, so that what a killed run left behind is
 * recognised: {@code cpi-PID-NUMBER-name}.
 */
record Namespace(String name) {
    static Namespace add(int lab, String name) {
        Namespace namespace = new Namespace(Lab.OURS + ProcessHandle.current().pid() + "-" + lab + "-" + name);
        if (all().contains(namespace)) {
            namespace.remove();
        }
        Command.of("ip", "netns", "add", namespace.name).run();
        namespace.ip("link", "set", "lo", "up").run();
        return namespace;
    }

    /** Removes the namespaces of runs that are no longer, with the processes that are still in them. */
    static void removeLeftovers() {
        all().stream().filter(Namespace::isLeftover).forEach(Namespace::remove);
    }

    Command ip(String... words) {
        return Command.of("ip", "-n", name).and(words);
    }

    Command inside(String... words) {
        return Command.of("ip", "netns", "exec", name).and(words);
    }

    /** Ends what runs in it, and takes it away with its interfaces. */
    void remove() {
        Command.of("ip", "netns", "pids", name)
                .attempt()
                .text()
                .lines()
                .filter(line -> line.matches("\\d+"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .forEach(ProcessHandle::destroyForcibly);
        Command.of("ip", "netns", "delete", name).attempt();
    }

    private boolean isLeftover() {
        String pid = name.split("-")[1];
        return pid.matches("\\d+") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static List<Namespace> all() {
        Stream<String> names =
                Command.of("ip", "netns", "list").attempt().text().lines().map(line -> line.split(" ")[0]);
        return names.filter(name -> name.matches(Lab.OURS + "\\d+-.*"))
                .map(Namespace::new)
                .toList();
    }
}
