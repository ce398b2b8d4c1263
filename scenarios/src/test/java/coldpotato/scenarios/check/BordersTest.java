package coldpotato.scenarios.check;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.Story;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which ways {@code asymmetry: none} takes for two. */
class BordersTest {
    private static final String ONE_LINK = "circuits: {er-ams: {private-peering: {primary: {import: prefer},"
            + " secondary: {prepend: 3}}}}\nsites: {amsterdam: {hosts-reach-routers-by: routing}}\n";
    private static final String NONE = "expect: {one: {at: 9m, flow: app, asymmetry: none}}\n";

    @TempDir
    private Path folder;

    private boolean holds(String text) {
        RehearsalResult result = Story.run(folder, Story.ONE_CIRCUIT, text + NONE);
        return Story.verdict(result, "one").holds();
    }

    @Test
    void instancesOfAGatewayBehindOneLinkAreOneWay() {
        assertThat(holds(ONE_LINK)).isTrue();
    }

    @Test
    void twoLinksOfACircuitAreTwoWays() {
        assertThat(holds("")).isFalse();
    }
}
