package coldpotato.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What one test has of the machine: namespaces, cables, a folder, processes. All of it is gone when the lab is closed, and
 * what a killed run left is removed before the first lab of the next one is made.
 */
final class Lab implements AutoCloseable {
    private static final AtomicInteger MADE = new AtomicInteger();

    /** How names of namespaces and folders begin, before the number of the process. */
    static final String OURS = "cpi-";

    private final int number = MADE.incrementAndGet();
    private final List<Namespace> namespaces = new ArrayList<>();
    private final Deque<Foreground> processes = new ArrayDeque<>();
    private final Path folder;

    Lab() {
        if (number == 1) {
            Namespace.removeLeftovers();
        }
        folder = newFolder();
    }

    Namespace namespace(String name) {
        Namespace namespace = Namespace.add(number, name);
        namespaces.add(namespace);
        return namespace;
    }

    /** A file of the lab that others than root may read. */
    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** A folder of the lab that belongs to this user of the machine. */
    Path folder(String name, String owner) {
        try {
            Path inner = Files.createDirectories(folder.resolve(name));
            Files.setOwner(
                    inner,
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(owner));
            return inner;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Foreground start(Namespace namespace, String log, String... words) {
        Foreground process = Foreground.start(namespace, folder.resolve(log), List.of(words));
        processes.push(process);
        return process;
    }

    /** What every process of the lab has said, for whoever has to find out why a test failed. */
    String logs() {
        StringBuilder all = new StringBuilder();
        processes
                .descendingIterator()
                .forEachRemaining(process ->
                        all.append("----- ").append(process.name()).append('\n').append(process.log()));
        return all.toString();
    }

    @Override
    public void close() {
        processes.forEach(Foreground::close);
        namespaces.forEach(Namespace::remove);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.setPosixFilePermissions(
                    Files.createTempDirectory(OURS + ProcessHandle.current().pid() + "-"),
                    PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
