package coldpotato.scenarios.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The text of a file. */
final class SourceText {
    /** Largest file that is read; the largest of ours has some kilobytes. */
    static final int BYTES_MAX = 1 << 20;

    private SourceText() {}

    /**
     * The text without byte order mark, or empty if it could not be read; then a mistake says why.
     *
     * @param asked where the file is asked for: where another extends it, or the file itself
     */
    static Optional<String> read(Path file, Source source, Place asked, Mistakes mistakes) {
        boolean named = !asked.source().equals(source);
        String who = named ? Quoted.of(source.name()) + " " : "";
        Consumer<String> wrong = message -> mistakes.add(asked, who + message);
        return bytes(file, named, wrong).flatMap(octets -> text(octets, wrong));
    }

    /** @param named by another file: it is then read again and again, which a pipe cannot be */
    private static Optional<byte[]> bytes(Path file, boolean named, Consumer<String> mistake) {
        String wrong;
        try {
            if (Files.isDirectory(file)) {
                wrong = "is a directory, not a file";
            } else if (named && Files.exists(file) && !Files.isRegularFile(file)) {
                wrong = "is not a file";
            } else {
                byte[] octets = atMost(file);
                if (octets.length <= BYTES_MAX) {
                    return Optional.of(octets);
                }
                wrong = "is larger than " + (BYTES_MAX >> 20) + " MB";
            }
        } catch (NoSuchFileException missing) {
            wrong = "no such file";
        } catch (AccessDeniedException denied) {
            wrong = "permission denied";
        } catch (IOException failed) {
            wrong = "cannot be read: " + failed.getMessage();
        }
        mistake.accept(wrong);
        return Optional.empty();
    }

    /** One octet more than is allowed, so that a file without end, such as a device, ends too. */
    private static byte[] atMost(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BYTES_MAX + 1);
        }
    }

    private static Optional<String> text(byte[] octets, Consumer<String> mistake) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notText) {
            mistake.accept("is not UTF-8 text");
            return Optional.empty();
        }
    }
}
