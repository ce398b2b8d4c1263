package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of files whose keys are published, as a schema and in the README of the module. */
enum PublishedFile {
    SCENARIO(
            ScenarioReader.SCENARIO,
            "scenario.schema.json",
            "keys",
            "",
            List.of("catalog", "src/test/resources/coldpotato/scenarios/file")) {
        @Override
        ImmutableList<Mistake> mistakes(Path file) {
            return ScenarioReader.read(file, List.of(), List.of()).mistakes();
        }

        /** All of them. */
        @Override
        ImmutableList<Shape> ownShapes() {
            return PublishedShapes.of(root());
        }
    },
    SPEAKER(
            SpeakerReader.SPEAKER,
            "speaker.schema.json",
            "keys of a speaker",
            "speaker/",
            List.of("speakers", "src/test/resources/coldpotato/scenarios/file/speaker")) {
        @Override
        ImmutableList<Mistake> mistakes(Path file) {
            return SpeakerReader.read(file).mistakes();
        }

        /** Those that a scenario does not have too. */
        @Override
        ImmutableList<Shape> ownShapes() {
            List<Shape> known = SCENARIO.ownShapes();
            return PublishedShapes.of(root()).stream()
                    .filter(shape -> !known.contains(shape))
                    .collect(ImmutableList.toImmutableList());
        }
    };

    static final Path MODULE = Path.of("").toAbsolutePath();

    private final Shape root;
    private final String schema;
    private final String section;
    private final String resources;
    private final List<String> folders;

    PublishedFile(Shape root, String schema, String section, String resources, List<String> folders) {
        this.root = root;
        this.schema = schema;
        this.section = section;
        this.resources = resources;
        this.folders = folders;
    }

    abstract ImmutableList<Mistake> mistakes(Path file);

    /** The shapes that its part of the key reference describes. */
    abstract ImmutableList<Shape> ownShapes();

    Shape root() {
        return root;
    }

    Path schemaFile() {
        return MODULE.resolve(schema);
    }

    String schema() {
        return SchemaWriter.schema(root, root);
    }

    String begin() {
        return "<!-- " + section + ": made from the parser's table, see PublishedKeysTest -->\n";
    }

    String end() {
        return "\n<!-- end of " + section + " -->";
    }

    /** The text of a file that uses every key. */
    String everything() {
        return ScenarioFolder.resource(resources + "everything.yaml");
    }

    /** Files without mistakes. */
    List<Path> goodFiles() {
        return folders.stream().flatMap(folder -> yaml(MODULE.resolve(folder))).toList();
    }

    private static Stream<Path> yaml(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
