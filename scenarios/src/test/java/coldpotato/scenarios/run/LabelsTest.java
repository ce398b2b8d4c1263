package coldpotato.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people call traffic, services and links shows up where they read of them. */
class LabelsTest {
    private static final String STORY = """
            services: {content: {kind: cdn, prefixes: [13.110.0.0/16]}}
            internet-links: {isp: {router: ce1, advertise: [10.10.0.0/16], domain: home-broadband}}
            flows:
              calls: {from: 10.20.1.4, to: 10.10.1.5, workload: virtual-desktop, class: voice}
              downloads: {from: 10.10.1.5, to: 13.110.1.1, workload: cdn}
            until: 5m
            expect:
              calls: {at: end, flow: calls, delivered: 100%, dscp: 0}
              downloads: {at: end, flow: downloads, delivered: 100%, via: isp}
            """;

    @TempDir
    private Path folder;

    private Verdict verdict(String name) {
        return Story.verdict(Story.run(folder, Story.ONE_CIRCUIT, STORY), name);
    }

    @Test
    void aFlowIsCalledByWhatItIsAboutAndItsClass() {
        assertThat(verdict("calls")).matches(Verdict::holds, "holds");
        assertThat(verdict("calls").expected()).startsWith("calls (virtual-desktop voice): ");
    }

    @Test
    void aWayIsToldWithTheNetworksItPasses() {
        assertThat(verdict("downloads").why()).anyMatch(why -> why.contains("(isp is home-broadband)"));
    }

    @Test
    void whatStaysOnTheInternetCannotBePutOnMicrosoftPeering() throws IOException {
        Path file = Files.writeString(
                folder.resolve("cdn.yaml"),
                "name: cdn\nservices: {content: {kind: cdn, prefixes: [13.110.0.0/16], on-microsoft-peering: on}}\n");
        assertThat(ScenarioReader.read(file, List.of(), List.of()).mistakes())
                .extracting(Mistake::toString)
                .anyMatch(mistake -> mistake.contains("cdn stays on the Internet even with ExpressRoute"));
    }
}
