package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {
    @TempDir
    private Path temporary;

    private ScenarioFolder folder;

    @BeforeEach
    void writeSilent() {
        folder = new ScenarioFolder(temporary).with("silent.yaml", ScenarioFolder.resource("silent.yaml"));
    }

    @Test
    void readsTheSilentFailure() {
        Scenario scenario = ScenarioFolder.scenario(folder.read("silent.yaml"));

        assertThat(scenario.network().circuits()).containsOnlyKeys("er-ams");
        assertThat(scenario.timeline()).extracting(TimelineEntry::name).containsExactly("cut", "mend");
    }
}
