package coldpotato.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the project as they stand in the checkout that the tests run in. */
final class Checkout {
    static final List<String> MODULES = List.of("core", "bgp", "sim", "scenarios", "bench");
    static final Path ROOT = findRoot();

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".coldpotato", ".idea");

    private Checkout() {}

    /** All files of ours with this ending, in order. */
    static List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file) && isOurs(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static boolean isOurs(Path file) {
        for (Path part : ROOT.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static Path findRoot() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("coldpotato"))) {
            at = at.getParent();
        }
        return at;
    }
}
