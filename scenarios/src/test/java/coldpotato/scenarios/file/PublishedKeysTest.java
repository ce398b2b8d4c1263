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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What editors and people are told of the keys is what the parser knows. {@code -Dcoldpotato.golden=rewrite} writes schema and
 * key reference anew; read the difference before it is committed.
 */
class PublishedKeysTest {
    private static final Path README = PublishedFile.MODULE.resolve("README.md");

    @ParameterizedTest
    @EnumSource
    void theSchemaHasTheKeysOfTheParser(PublishedFile kind) throws IOException {
        if (rewrites()) {
            Files.writeString(kind.schemaFile(), kind.schema());
        }
        assertThat(Files.readString(kind.schemaFile())).isEqualTo(kind.schema());
    }

    @ParameterizedTest
    @EnumSource
    void theKeyReferenceHasTheKeysOfTheParser(PublishedFile kind) throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(kind.begin()) + kind.begin().length();
        int end = readme.indexOf(kind.end());
        String expected = readme.substring(0, begin) + KeyReference.text(kind.ownShapes()) + readme.substring(end);
        if (rewrites()) {
            Files.writeString(README, expected);
        }
        assertThat(Files.readString(README)).isEqualTo(expected);
    }

    @Test
    void theTableOfOutcomesIsTheListOfTheSimulator() throws IOException {
        String readme = Files.readString(README);
        String expected = OutcomeTable.in(readme);
        if (rewrites()) {
            Files.writeString(README, expected);
        }
        assertThat(Files.readString(README)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void noTwoShapesHaveOneName(PublishedFile kind) {
        assertThat(PublishedShapes.of(kind.root()))
                .extracting(PublishedShapes::slug)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void theSchemaAcceptsWhatTheParserAccepts(PublishedFile kind, Path file) throws IOException {
        assertThat(kind.mistakes(file)).isEmpty();
        assertThat(schemaErrors(kind, kind.root(), Files.readString(file))).isEmpty();
    }

    /** A key that is written and has no effect is a mistake, so each of these has one. */
    @ParameterizedTest
    @EnumSource
    void everyKeyIsUsedByAFileWithoutMistakes(PublishedFile kind) {
        for (Shape shape : kind.ownShapes()) {
            for (String key : shape.keys().keySet()) {
                assertThat(kind.everything().contains(key + ":") || key.equals(FileTree.EXTENDS))
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

    @ParameterizedTest
    @EnumSource
    void everyExampleOfTheReferenceIsAcceptedBySchemaAndParser(PublishedFile kind) {
        for (Shape shape : kind.ownShapes()) {
            for (Key<?> key : shape.keys().values()) {
                assertThat(exampleMistakes(key))
                        .as("example of %s in %s", key.name(), shape.name())
                        .isEmpty();
                assertThat(schemaErrors(kind, shape, key.name() + ": " + key.example()))
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

    static List<Arguments> goodFiles() {
        return Stream.of(PublishedFile.values())
                .flatMap(kind -> kind.goodFiles().stream().map(file -> Arguments.of(kind, file)))
                .toList();
    }

    private static List<Error> schemaErrors(String yaml) {
        return schemaErrors(PublishedFile.SCENARIO, ScenarioReader.SCENARIO, yaml);
    }

    private static List<Error> schemaErrors(PublishedFile kind, Shape shape, String yaml) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema schema = registry.getSchema(SchemaWriter.schema(kind.root(), shape), InputFormat.JSON);
        // The validator's YAML reader takes ~ for text; editors, as YAML 1.2 has it, take it for null.
        return schema.validate(yaml.replaceAll("(?m):\\s+~$", ": null"), InputFormat.YAML);
    }

    private static boolean rewrites() {
        return "rewrite".equals(System.getProperty("coldpotato.golden"));
    }
}
