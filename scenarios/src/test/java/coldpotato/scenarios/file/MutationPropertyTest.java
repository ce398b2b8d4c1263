package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.netty.HostSettings;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * However a good file is damaged, reading it ends in a scenario, or in a speaker that can be set up, or in mistakes with
 * places, never in an exception.
 */
class MutationPropertyTest {
    private static final String SPEAKER = ScenarioFolder.resource("speaker/everything.yaml");
    private static final List<String> GOOD =
            List.of(ScenarioFolder.resource("silent.yaml"), ScenarioFolder.resource("everything.yaml"), SPEAKER);
    private static final Pattern VALUE = Pattern.compile("(?<=: )[^ ,\\[\\]{}]+");
    private static final List<String> EXTREMES = Splitter.on(' ')
            .splitToList(
                    "0 1 255 256 65535 65536 4294967295 4294967296 0s 1ns 1us 1s 3s 65535s 30d on off none all 0.0.0.0"
                            + " 255.255.255.255 127.0.0.1 :: ::1 ff02::1 fe80::1 ::ffff:10.0.0.1 0.0.0.0/0 255.255.255.255/32 ::/0"
                            + " 65535:65535 0.0.0.0:1 127.0.0.1:65535");
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
        Files.writeString(folder.resolve("key.txt"), "key");
    }

    @AfterContainer
    static void close() throws IOException {
        Files.deleteIfExists(folder.resolve("mutated.yaml"));
        Files.deleteIfExists(folder.resolve("key.txt"));
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

    @Property(tries = 1000)
    void aSpeakerWithAnExtremeValueIsReadOrItsMistakesAreTold(
            @ForAll @IntRange(max = 200) int at, @ForAll("extremes") String value) throws IOException {
        List<MatchResult> values = VALUE.matcher(SPEAKER).results().toList();
        MatchResult replaced = values.get(at % values.size());
        check(SPEAKER.substring(0, replaced.start()) + value + SPEAKER.substring(replaced.end()));
    }

    private static void check(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("mutated.yaml"), text);
        ReadResult scenario = ScenarioReader.read(file, List.of(), List.of());
        assertThat(scenario.scenario().isPresent())
                .isEqualTo(scenario.mistakes().isEmpty());
        check(scenario.mistakes());
        SpeakerResult speaker = SpeakerReader.read(file);
        assertThat(speaker.speaker().isPresent()).isEqualTo(speaker.mistakes().isEmpty());
        check(speaker.mistakes());
        speaker.speaker().ifPresent(known -> assertThat(
                        new HostSettings(known.name(), known.config(), 0, known.listen(), known.sockets()))
                .isNotNull());
    }

    private static void check(List<Mistake> mistakes) {
        assertThat(mistakes).isSorted().allSatisfy(mistake -> assertThat(mistake.message())
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
    Arbitrary<String> extremes() {
        return Arbitraries.of(EXTREMES);
    }

    @Provide
    Arbitrary<List<String>> lines() {
        List<String> lines = new ArrayList<>();
        GOOD.forEach(text -> text.lines().forEach(lines::add));
        return Arbitraries.of(lines).list().ofMaxSize(40);
    }
}
