package coldpotato.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What one test has of the machine: namespaces, cables, a folder, processes. All of it is gone when the lab is closed, or
 * when the run is interrupted; what a killed run left is removed before the first lab of the next one is made.
 */
final class Lab implements AutoCloseable {
    private static final AtomicInteger MADE = new AtomicInteger();

    /** Held to read by whoever makes something, and to write from the moment on when this process ends. */
    private static final ReadWriteLock MAKING = new ReentrantReadWriteLock();

    /** How names of namespaces and files begin, before the number of the process. */
    private static final String OURS = "cpi-";

    private final int number = MADE.incrementAndGet();
    private final List<Namespace> namespaces = new ArrayList<>();
    private final Deque<Foreground> processes = new ArrayDeque<>();
    private final Path folder;

    Lab() {
        if (number == 1) {
            sweep(maker -> ProcessHandle.of(maker).isEmpty());
            Runtime.getRuntime().addShutdownHook(new Thread(Lab::leave, "end of labs"));
        }
        folder = newFolder();
    }

    Namespace namespace(String name) {
        Namespace namespace = make(() -> Namespace.add(number, name));
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
        Foreground process = make(() -> Foreground.start(folder.resolve(log), namespace.inside(words)));
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
        delete(folder);
    }

    private static <T> T make(Supplier<T> what) {
        MAKING.readLock().lock();
        try {
            return what.get();
        } finally {
            MAKING.readLock().unlock();
        }
    }

    /** The process ends, perhaps in the middle of tests: nothing new is made, and what is there goes. */
    private static void leave() {
        MAKING.writeLock().lock();
        sweep(maker -> maker == ProcessHandle.current().pid());
    }

    /** Removes what these processes have made: namespaces with all that runs in them, and files. */
    static void sweep(LongPredicate makers) {
        Namespace.all().stream()
                .filter(namespace -> isOf(namespace.name(), makers))
                .forEach(Namespace::remove);
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            files.filter(file -> isOf(file.getFileName().toString(), makers)).forEach(Lab::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOf(String name, LongPredicate makers) {
        return name.matches(OURS + "\\d+-.*") && makers.test(Long.parseLong(name.split("-")[1]));
    }

    /** How names of what this process makes begin. */
    static String prefix() {
        return OURS + ProcessHandle.current().pid() + "-";
    }

    /** Another process may sweep up the same folder at the same moment: what is gone already is well gone. */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (!(problem instanceof NoSuchFileException)) {
                throw problem;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
            if (problem != null && !(problem instanceof NoSuchFileException)) {
                throw problem;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }

    private static Path newFolder() {
        try {
            return Files.setPosixFilePermissions(
                    Files.createTempDirectory(prefix()), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
