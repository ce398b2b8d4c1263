package coldpotato.scenarios.cli;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a command line came to.
 *
 * @param exitCode one of {@link ExitCode}
 * @param out what it printed
 * @param err its messages
 */
record CommandLineRun(int exitCode, String out, String err) {

    static CommandLineRun of(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int exitCode = Coldpotato.execute(Terminal.plain(new PrintWriter(out), new PrintWriter(err)), words);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }

    /** The scenario of the tests of this package, in a folder. */
    static Path silent(Path folder) {
        try {
            String text = Resources.toString(
                    Resources.getResource(CommandLineRun.class, "silent.yaml"), StandardCharsets.UTF_8);
            return Files.writeString(folder.resolve("silent.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many values stand under a key anywhere in the document that was printed, which must be JSON. */
    int jsonValues(String key) {
        int found = 0;
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), new StringReader(out))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                found +=
                        token == JsonToken.PROPERTY_NAME && parser.currentName().equals(key) ? 1 : 0;
            }
        }
        return found;
    }
}
