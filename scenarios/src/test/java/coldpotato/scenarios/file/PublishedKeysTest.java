package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What editors and people are told of the keys is what the parser knows. {@code -Dcoldpotato.golden=rewrite} writes schema and
 * key reference anew; read the difference before it is committed.
 */
class PublishedKeysTest {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path SCHEMA = MODULE.resolve("scenario.schema.json");
    private static final Path README = MODULE.resolve("README.md");
    private static final String BEGIN = "<!-- keys: made from the parser's table, see PublishedKeysTest -->\n";
    private static final String END = "\n<!-- end of keys -->";

    @Test
    void theSchemaHasTheKeysOfTheParser() throws IOException {
        String schema = SchemaWriter.schema(ScenarioReader.SCENARIO);
        if (rewrites()) {
            Files.writeString(SCHEMA, schema);
        }
        assertThat(Files.readString(SCHEMA)).isEqualTo(schema);
    }

    @Test
    void theKeyReferenceHasTheKeysOfTheParser() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        String expected = readme.substring(0, begin) + KeyReference.text() + readme.substring(end);
        if (rewrites()) {
            Files.writeString(README, expected);
        }
        assertThat(Files.readString(README)).isEqualTo(expected);
    }

    @Test
    void noTwoShapesHaveOneName() {
        assertThat(PublishedShapes.all()).extracting(PublishedShapes::slug).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void theSchemaAcceptsWhatTheParserAccepts(Path file) throws IOException {
        assertThat(ScenarioReader.read(file, List.of(), List.of()).mistakes()).isEmpty();
        assertThat(schemaErrors(Files.readString(file))).isEmpty();
    }

    /** A key that is written and has no effect is a mistake, so each of these has one. */
    @Test
    void everyKeyIsUsedByAFileWithoutMistakes() {
        String text = ScenarioFolder.resource("everything.yaml");
        for (Shape shape : PublishedShapes.all()) {
            for (String key : shape.keys().keySet()) {
                assertThat(text.contains(key + ":") || key.equals(FileTree.EXTENDS))
                        .as("%s in %s", key, shape.name())
                        .isTrue();
            }
        }
    }

    @Test
    void theSchemaRefusesAnUnknownKey() {
        assertThat(schemaErrors("name: a\nsights: {}\n")).isNotEmpty();
    }

    @Test
    void theSchemaRefusesAWrongUnit() {
        assertThat(schemaErrors("circuits: {er-ams: {provider: {delay: 8}}}\n")).isNotEmpty();
    }

    @Test
    void everyExampleOfTheReferenceIsAcceptedBySchemaAndParser() {
        for (Shape shape : PublishedShapes.all()) {
            for (Key<?> key : shape.keys().values()) {
                assertThat(exampleMistakes(key))
                        .as("example of %s in %s", key.name(), shape.name())
                        .isEmpty();
                assertThat(schemaErrors(shape, key.name() + ": " + key.example()))
                        .as("example of %s in %s", key.name(), shape.name())
                        .isEmpty();
            }
        }
    }

    private static <T> List<Mistake> exampleMistakes(Key<T> key) {
        Mistakes mistakes = new Mistakes();
        Source source = new Source(key.name(), key.name());
        Tree tree = YamlReader.read(source, key.example(), mistakes).orElseThrow();
        key.value().read(tree, new Reading(source, mistakes));
        return mistakes.sorted();
    }

    static List<Path> goodFiles() throws IOException {
        try (Stream<Path> catalog = Files.list(MODULE.resolve("catalog"));
                Stream<Path> examples = Files.list(MODULE.resolve("src/test/resources/coldpotato/scenarios/file"))) {
            return Stream.concat(catalog, examples)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Error> schemaErrors(String yaml) {
        return schemaErrors(ScenarioReader.SCENARIO, yaml);
    }

    private static List<Error> schemaErrors(Shape shape, String yaml) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema schema = registry.getSchema(SchemaWriter.schema(shape), InputFormat.JSON);
        // The validator's YAML reader takes ~ for text; editors, as YAML 1.2 has it, take it for null.
        return schema.validate(yaml.replaceAll("(?m):\\s+~$", ": null"), InputFormat.YAML);
    }

    private static boolean rewrites() {
        return "rewrite".equals(System.getProperty("coldpotato.golden"));
    }
}
