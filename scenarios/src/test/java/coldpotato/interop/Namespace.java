package coldpotato.interop;

import java.util.List;

/**
 * A network namespace of a test. Its name carries the process that made it, so that what a killed run left behind is
 * recognised: {@code cpi-PID-NUMBER-name}.
 */
record Namespace(String name) {
    static Namespace add(int lab, String name) {
        Namespace namespace = new Namespace(Lab.prefix() + lab + "-" + name);
        if (all().contains(namespace)) {
            namespace.remove();
        }
        Command.of("ip", "netns", "add", namespace.name).run();
        namespace.ip("link", "set", "lo", "up").run();
        return namespace;
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

    /** All that the machine has. */
    static List<Namespace> all() {
        return Command.of("ip", "netns", "list")
                .attempt()
                .text()
                .lines()
                .map(line -> new Namespace(line.split(" ")[0]))
                .toList();
    }
}
