package coldpotato.scenarios.file;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;

/** The TCP MD5 key of a peer (RFC 2385), written in the file or in one of its own. No message ever repeats any of it. */
final class PasswordReader {
    /** TCP_MD5SIG_MAXKEYLEN of Linux; other systems take no more. */
    static final int OCTETS_MAX = 80;

    private static final Key<String> PASSWORD = Key.optional(
            "password",
            Words.TEXT,
            "no TCP MD5",
            "TCP MD5 key (RFC 2385), at most " + OCTETS_MAX + " octets; better kept in a file of its own",
            "a-secret");
    private static final Key<String> PASSWORD_FILE = Key.optional(
            "password-file",
            Words.TEXT,
            "no TCP MD5",
            "file that holds the key in one line, found from where this file is; read at the start and at each reload",
            "keys/i0");

    static final ImmutableList<Key<?>> KEYS = ImmutableList.of(PASSWORD, PASSWORD_FILE);

    private final Fields fields;
    private final Path configuration;
    private final List<Mistake> warnings;

    /**
     * @param configuration the file that is read
     * @param warnings where goes what is unwise but no mistake
     */
    PasswordReader(Fields fields, Path configuration, List<Mistake> warnings) {
        this.fields = fields;
        this.configuration = configuration;
        this.warnings = warnings;
    }

    Optional<String> read() {
        Optional<String> written = fields.find(PASSWORD);
        Optional<String> file = fields.find(PASSWORD_FILE);
        if (written.isPresent() && file.isPresent()) {
            fields.wrong(PASSWORD_FILE, "the password is given twice; take password or password-file away");
            return Optional.empty();
        }
        written.ifPresent(text -> warnIfPublic(configuration, PASSWORD));
        return written.filter(text -> isKey(text, PASSWORD))
                .or(() -> file.filter(name -> !name.isBlank()).flatMap(this::ofFile));
    }

    private Optional<String> ofFile(String name) {
        try {
            Path file = configuration.resolveSibling(name);
            Optional<String> text = SourceText.read(
                    file,
                    new Source(file.toString(), name),
                    fields.placeOf(PASSWORD_FILE),
                    fields.reading().mistakes());
            text.ifPresent(any -> warnIfPublic(file, PASSWORD_FILE));
            return text.map(PasswordReader::withoutLineEnd).filter(key -> isKey(key, PASSWORD_FILE));
        } catch (InvalidPathException notAPath) {
            fields.wrong(PASSWORD_FILE, Quoted.of(name) + " is not the name of a file");
            return Optional.empty();
        }
    }

    private static String withoutLineEnd(String text) {
        return text.replaceFirst("\r?\n$", "");
    }

    private boolean isKey(String text, Key<String> from) {
        int octets = text.getBytes(StandardCharsets.UTF_8).length;
        if (octets == 0 && from == PASSWORD) {
            return false; // Told already, as of every text that says nothing.
        } else if (octets == 0) {
            fields.wrong(from, "the password is empty");
        } else if (octets > OCTETS_MAX) {
            fields.wrong(from, "the password has " + octets + " octets; TCP MD5 takes at most " + OCTETS_MAX);
        } else if (CharMatcher.javaIsoControl().matchesAnyOf(text)) {
            fields.wrong(from, "the password has more than one line, or a control character in it");
        } else {
            return true;
        }
        return false;
    }

    private void warnIfPublic(Path file, Key<String> at) {
        try {
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                String name = at == PASSWORD ? "this file holds a password and" : Quoted.of(file.toString());
                warnings.add(new Mistake(fields.placeOf(at), name + " may be read by everybody; chmod o-r " + file));
            }
        } catch (IOException | UnsupportedOperationException unknown) {
            // A system without such permissions has others, and they are its owner's to look after.
        }
    }
}
