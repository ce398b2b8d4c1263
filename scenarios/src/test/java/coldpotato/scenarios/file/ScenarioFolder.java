package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with scenario files for one test. */
final class ScenarioFolder {
    private final Path folder;

    ScenarioFolder(Path folder) {
        this.folder = folder;
    }

    /** The text of a file beside the tests. */
    static String resource(String name) {
        try {
            return Resources.toString(Resources.getResource(ScenarioFolder.class, name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScenarioFolder with(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ReadResult read(String name) {
        return ScenarioReader.read(folder.resolve(name), List.of(), List.of());
    }

    ReadResult read(String name, String... settings) {
        return ScenarioReader.read(
                folder.resolve(name),
                List.of(settings).stream().map(Setting::new).toList(),
                List.of());
    }

    /** The scenario of a file that has no mistakes. */
    static Scenario scenario(ReadResult result) {
        assertThat(result.mistakes()).isEmpty();
        return result.scenario().orElseThrow();
    }

    /** The mistakes without the folder. */
    List<String> mistakes(ReadResult result) {
        return result.mistakes().stream()
                .map(mistake -> mistake.toString().replace(folder + "/", ""))
                .toList();
    }
}
