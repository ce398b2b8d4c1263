package coldpotato.scenarios.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a command writes. It is there whole or not at all: what is written goes to a file beside it, which then takes
 * its name.
 */
record OutputFile(String option, Path path) {

    /** What is written. */
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** Finds out whether it can be written before anything is done that takes time. */
    void check() {
        if (path.toString().equals("-")) {
            throw BadInput.of(option + " takes a file; for standard output say " + option + " /dev/stdout");
        }
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw BadInput.of(option + " " + path + ": there is no folder " + folder);
        }
        if (Files.isDirectory(path)) {
            throw BadInput.of(option + " " + path + ": is a folder, not a file");
        }
        if (!Files.isWritable(Files.exists(path) ? path : folder)) {
            throw BadInput.of(option + " " + path + ": permission denied");
        }
    }

    /** Refuses to write over something that is read or written too. */
    void checkApartFrom(String what, Path other) {
        if (isSame(other)) {
            throw BadInput.of(option + " " + path + ": is " + what);
        }
    }

    private boolean isSame(Path other) {
        try {
            return path.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || Files.isRegularFile(path) && Files.exists(other) && Files.isSameFile(path, other);
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws IOException naming the file, whatever of it or beside it could not be written */
    void write(Body body) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // A device or a pipe, such as /dev/stdout: there is nothing to move onto it.
            writeTo(path, body);
            return;
        }
        try {
            replace(body);
        } catch (FileSystemException e) {
            throw new IOException(
                    option + " " + path + ": " + (e.getReason() == null ? "cannot be written" : e.getReason()), e);
        } catch (IOException e) {
            throw new IOException(option + " " + path + ": " + e.getMessage(), e);
        }
    }

    private void replace(Body body) throws IOException {
        // Not a temporary file of the JDK: those are for their owner alone.
        Path next = folder().resolve(
                        "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".next");
        try {
            writeTo(next, body);
            move(next);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void writeTo(Path file, Body body) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            body.write(out);
        }
    }

    private void move(Path next) throws IOException {
        try {
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path folder() {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null ? path : folder;
    }
}
