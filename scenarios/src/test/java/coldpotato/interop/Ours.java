package coldpotato.interop;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command {@code coldpotato}, as users run it: a process without the tests and their settings. */
final class Ours {
    private Ours() {}

    /** Starts it in the foreground of a namespace. */
    static Foreground start(Lab lab, Namespace namespace, String log, String... words) {
        return lab.start(namespace, log, command(words).words().toArray(String[]::new));
    }

    /** The whole command line; times in its log are in UTC. */
    static Command command(String... words) {
        return new Command(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-Duser.timezone=UTC",
                        "-cp",
                        productionClasses(),
                        "coldpotato.scenarios.cli.Coldpotato"))
                .and(words);
    }

    private static String productionClasses() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
