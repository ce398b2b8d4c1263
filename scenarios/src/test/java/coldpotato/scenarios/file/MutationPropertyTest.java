package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** However a good file is damaged, reading it ends in a scenario or in mistakes with places, never in an exception. */
class MutationPropertyTest {
    private static final List<String> GOOD =
            List.of(ScenarioFolder.resource("silent.yaml"), ScenarioFolder.resource("everything.yaml"));
    private static final String TOKENS =
            "~ | [] | {} | - | : | & | *a | %x | ' | > | 0 | -1 | 99999999999999999999 | 10m |"
                    + " cut - 99d | end | refused | none | 1.10 | 300.0.0.0/99 | ::/0 | 0.0.0.0/0 | 65001:30 | rt:1:1 | \u0130 | #";

    private static Path folder;

    /**
     * A change of a text.
     *
     * @param file which of the good files
     * @param at where, as a part of its length
     * @param length how much is replaced
     * @param text by what
     */
    record Change(int file, double at, int length, String text) {
        String apply(String good) {
            int from = (int) (at * good.length());
            return good.substring(0, from) + text + good.substring(Math.min(good.length(), from + length));
        }
    }

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("mutations");
    }

    @AfterContainer
    static void close() throws IOException {
        Files.deleteIfExists(folder.resolve("mutated.yaml"));
        Files.deleteIfExists(folder);
    }

    @Property(tries = 1500)
    void aDamagedFileIsReadOrItsMistakesAreTold(@ForAll("changes") List<Change> changes) throws IOException {
        String text = GOOD.get(changes.get(0).file());
        for (Change change : changes) {
            text = change.apply(text);
        }
        check(text);
    }

    @Property(tries = 500)
    void linesInAnyOrderAreReadOrTheirMistakesAreTold(@ForAll("lines") List<String> lines) throws IOException {
        check(String.join("\n", lines));
    }

    private static void check(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("mutated.yaml"), text);
        ReadResult result = ScenarioReader.read(file, List.of(), List.of());
        assertThat(result.scenario().isPresent()).isEqualTo(result.mistakes().isEmpty());
        assertThat(result.mistakes()).isSorted().allSatisfy(mistake -> assertThat(mistake.message())
                .isNotBlank()
                .hasSizeLessThan(1500));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> tokens = Arbitraries.of(Splitter.on('|').trimResults().splitToList(TOKENS));
        Arbitrary<String> letters = Arbitraries.strings().ofMaxLength(5);
        return Combinators.combine(
                        Arbitraries.integers().between(0, GOOD.size() - 1),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.oneOf(tokens, letters))
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<String>> lines() {
        List<String> lines = new ArrayList<>();
        GOOD.forEach(text -> text.lines().forEach(lines::add));
        return Arbitraries.of(lines).list().ofMaxSize(40);
    }
}
