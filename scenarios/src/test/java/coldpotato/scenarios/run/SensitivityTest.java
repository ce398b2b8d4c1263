package coldpotato.scenarios.run;

import static coldpotato.scenarios.run.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.check.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verdicts rest on where the documents are silent. */
class SensitivityTest {
    private static final String CUT = """
            timeline: {cut: {at: 2m, fail: er-ams.primary, how: loud}}
            until: 4m
            expect:
              soon: {flow: app, outage-to-site: 0s..20s}
              in a minute: {flow: app, outage-to-site: 0s..60s}
              before: {at: cut - 1s, flow: app, delivered: 100%}
            """;

    @TempDir
    Path folder;

    @Test
    void aVerdictNamesWhatTheElementsRestOnThatItSpeaksOf() {
        RehearsalResult result = Story.run(folder, Story.ONE_CIRCUIT, CUT);
        assertThat(verdict(result, "soon").assumptions()).containsEntry("gateway-programming-delay", "15s");
        assertThat(verdict(result, "before").assumptions()).containsEntry("gateway-learned-limit-tears-down", "off");
    }

    @Test
    void aVerdictThatHingesOnAnAssumptionSaysOnWhichValue() {
        RehearsalResult result = Story.run(folder, Story.ONE_CIRCUIT, CUT);
        Sensitivity sensitivity = Sensitivity.of(result, RunChoices.USUAL);
        Verdict soon = verdict(result, "soon");
        assertThat(soon.holds()).isTrue();
        assertThat(sensitivity.of(soon)).contains("fails with gateway-programming-delay=55s");
        assertThat(sensitivity.of(verdict(result, "in a minute")).get(0)).startsWith("the same with each of");
    }

    @Test
    void theDocumentsOfADayAreTakenAllAtOnce() {
        RehearsalResult old = Story.run(folder, Story.ONE_CIRCUIT, """
                assume: {documents: 2023-06-30}
                vnets: {hub: {community: 12076:20001}}
                expect:
                  custom: {at: 2m, route: 10.20.0.0/16, node: ce1, communities: [12076:20001]}
                  no region: {at: 2m, route: 10.20.0.0/16, node: ce1, communities: [12076:50002]}
                """);
        assertThat(verdict(old, "custom").holds()).isTrue();
        assertThat(verdict(old, "no region").holds()).isFalse();
    }
}
