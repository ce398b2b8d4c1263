package coldpotato.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.ScenarioReader;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries of a timeline are about what there is at their time. */
class InspectionTest {
    private static final String DELETE = "off: {at: 5m, disconnect: hub-ams}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            reset-session: hub-ams.msee1.gateway1.ipv4 # there is no session "hub-ams.msee1.gateway1.ipv4" at this time
            fail: hub-ams.msee1.gateway1               # there is no link or group "hub-ams.msee1.gateway1" at this time
            repair: hub-ams                            # there is no link or group "hub-ams" at this time
            flap: hub-ams, every: 10s                  # there is no link or group "hub-ams" at this time
            set-weight: hub-ams, weight: 1             # no connection is called hub-ams; "off" deletes it before
            withdraw: 10.99.0.0/16, from: amsterdam    # amsterdam does not announce 10.99.0.0/16 at this time
            announce: 169.254.0.0/20, from: hub        # 169.254.0.0/20 overlaps 169.254.0.0/16, which numbers the links
            withdraw: 10.99.0.0/16, from: hub          # hub does not announce 10.99.0.0/16 at this time
            reset-peering: er-ams.microsoft            # er-ams has no Microsoft peering
            fail: ce1                                  # "ce1" stands for nodes, and fail is for links; reboot takes
            fail: hub.gateway                          # "hub.gateway" stands for nodes, and fail is for links
            reboot: er-ams.primary                     # "er-ams.primary" stands for links, and here a node is needed
            fail: er-ams.primary.private.ipv4          # is a session, and fail is for links; reset-session closes
            """)
    void tellsOfWhatIsNotThereAtThatTime(String what, String message) {
        assertThat(mistakes(DELETE, "then: {at: 6m, " + what + "}"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains(message))
                .satisfies(mistake -> assertThat(mistake.place().line()).isEqualTo(4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            reset-session: er-ams.primary.private.ipv4 # 4m
            fail: hub-ams.msee1.gateway1               # 4m
            connect: hub-ams, vnet: hub, circuit: er-ams # 6m
            withdraw: 10.10.0.0/16, from: amsterdam    # 6m
            """)
    void takesWhatIsThereAtThatTime(String what, String at) {
        assertThat(mistakes(DELETE, "then: {at: " + at + ", " + what + "}")).isEmpty();
    }

    @Test
    void tellsOfARefusalWhereItIsAboutTheMissingPartOnly() {
        String then = "then: {at: 6m, set-weight: hub-ams, weight: 1}";
        assertThat(mistakes("shrink: {at: 2m, set-bandwidth: er-ams, bandwidth: 50Mbps}", DELETE, then))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).endsWith("\"off\" deletes it before"));
        String remade = "again: {at: 5m30s, connect: hub-ams, vnet: hub, circuit: er-ams, authorization: none-such}";
        assertThat(mistakes(DELETE, remade, then)).singleElement().satisfies(mistake -> assertThat(mistake.message())
                .contains("; Azure refused \"again\" before: "));
    }

    @ParameterizedTest
    @CsvSource({"5m", "4m"})
    void aConnectionIsMadeOnce(String at) {
        assertThat(mistakes("then: {at: " + at + ", connect: hub-ams, vnet: hub, circuit: er-ams}"))
                .singleElement()
                .satisfies(mistake ->
                        assertThat(mistake.message()).contains("there is a connection hub-ams already at this time"));
    }

    private List<Mistake> mistakes(String... entries) {
        try {
            Files.writeString(
                    folder.resolve(Story.ONE_CIRCUIT),
                    Resources.toString(Resources.getResource(Story.class, Story.ONE_CIRCUIT), StandardCharsets.UTF_8));
            Path file = folder.resolve("story.yaml");
            Files.writeString(
                    file, "extends: " + Story.ONE_CIRCUIT + "\ntimeline:\n  " + String.join("\n  ", entries) + "\n");
            var read = ScenarioReader.read(file, List.of(), List.of());
            return Stream.concat(
                            read.mistakes().stream(),
                            read.scenario().map(Rehearsal::mistakes).stream().flatMap(List::stream))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
