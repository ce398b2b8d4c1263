package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    @TempDir
    private Path temporary;

    private ScenarioFolder folder;

    @BeforeEach
    void writeBase() {
        folder = new ScenarioFolder(temporary).with("base.yaml", ScenarioFolder.resource("silent.yaml"));
    }

    @Test
    void mappingsMergeAndEverythingElseReplaces() {
        folder.with("drill.yaml", """
                extends: base.yaml
                name: A drill
                circuits: {er-ams: {private-peering: {primary: {bfd: on, import: ~}}}}
                sites: {amsterdam: {prefixes: [10.11.0.0/16, 10.10.0.0/16]}}
                timeline: {mend: ~, end of it: {at: 40m, repair: er-ams}}
                expect: ~
                """);
        Scenario scenario = ScenarioFolder.scenario(folder.read("drill.yaml"));
        Circuit circuit = scenario.network().circuits().get("er-ams");

        assertThat(scenario.name()).isEqualTo("A drill");
        assertThat(circuit.privatePeering().orElseThrow().primary().router()).isEqualTo("ce1");
        assertThat(circuit.privatePeering().orElseThrow().primary().bfd()).isPresent();
        assertThat(circuit.privatePeering().orElseThrow().primary().importPolicy())
                .isEmpty();
        assertThat(scenario.network().sites().get("amsterdam").prefixes()).hasSize(2);
        assertThat(scenario.timeline()).extracting(TimelineEntry::name).containsExactly("cut", "end of it");
        assertThat(scenario.expectations()).isEmpty();
    }

    @Test
    void placesAreThoseOfTheFileThatSaysIt() {
        folder.with(
                "drill.yaml", "extends: base.yaml\nvnets: {hub: {region: Atlantis}}\nsites: {amsterdam: {asn: 7}}\n");
        ReadResult bad = folder.read("drill.yaml");
        folder.with("drill.yaml", "extends: base.yaml\nsites: {amsterdam: {asn: 7}}\n");
        Scenario good = ScenarioFolder.scenario(folder.read("drill.yaml"));

        assertThat(folder.mistakes(bad))
                .containsExactly("drill.yaml:2:23: \"Atlantis\" is not the name of an Azure region");
        assertThat(good.network().place("sites.amsterdam.asn")).isEqualTo("drill.yaml:2:21");
        assertThat(good.network().place("sites.amsterdam.routers")).isEqualTo("base.yaml:4:53");
    }

    @Test
    void mistakesInTheBaseNameTheBase() {
        folder.with("base.yaml", "name: a\nsite: {}\n").with("drill.yaml", "extends: base.yaml\n");
        assertThat(folder.mistakes(folder.read("drill.yaml")))
                .containsExactly("base.yaml:2:1: unknown key \"site\" in a scenario; did you mean \"sites\"?");
    }

    @Test
    void whatIsTakenAwayMustBeThere() {
        folder.with("drill.yaml", "extends: base.yaml\ntimeline: {cuts: ~}\n");
        assertThat(folder.mistakes(folder.read("drill.yaml")))
                .containsExactly("drill.yaml:2:12: there is no \"cuts\" to take away; did you mean \"cut\"?");
    }

    @Test
    void aMissingBaseIsNamed() {
        folder.with("drill.yaml", "extends: nowhere.yaml\nname: b\n");
        assertThat(folder.mistakes(folder.read("drill.yaml")))
                .containsExactly("drill.yaml:1:10: \"nowhere.yaml\" no such file");
    }

    @Test
    void circlesAndLongChainsAreRefused() {
        folder.with("a.yaml", "extends: b.yaml\n").with("b.yaml", "extends: a.yaml\n");
        for (int i = 0; i < 20; i++) {
            folder.with("c" + i + ".yaml", "extends: c" + (i + 1) + ".yaml\n");
        }
        assertThat(folder.mistakes(folder.read("a.yaml")))
                .containsExactly("b.yaml:1:10: the files extend each other in a circle");
        assertThat(folder.mistakes(folder.read("c0.yaml")))
                .containsExactly("c7.yaml:1:10: more than 8 files extend one another");
    }

    @Test
    void theCommandLineSetsValues() {
        Scenario scenario = ScenarioFolder.scenario(folder.read(
                "base.yaml",
                "circuits.er-ams.sku=Premium",
                "expect.\"on one leg\".at=mend - 2m",
                "circuits.er-ams.provider.layer=2",
                "flows.app.count=10"));

        assertThat(scenario.network().circuits().get("er-ams").sku()).isEqualTo(Circuit.Sku.PREMIUM);
        assertThat(scenario.flows().get(0).group().count()).isEqualTo(10);
    }

    @Test
    void theCommandLineCanTakeAwayAndAdd() {
        Scenario scenario =
                ScenarioFolder.scenario(folder.read("base.yaml", "expect=~", "timeline.more={at: 20m, reboot: ce1}"));
        assertThat(scenario.expectations()).isEmpty();
        assertThat(scenario.timeline()).extracting(TimelineEntry::name).containsExactly("cut", "more", "mend");
    }

    @Test
    void aPathThatLeadsNowhereIsAMistake() {
        ReadResult result = folder.read(
                "base.yaml",
                "circuits.er-amz.sku=Premium",
                "circuits.er-ams.skuu=Premium",
                "circuits.er-ams.sku.tier=Premium",
                "circuits",
                "flows.app.count=many");
        assertThat(folder.mistakes(result))
                .containsExactlyInAnyOrder(
                        "--set circuits: say a path and a value, as in --set circuits.er-ams.sku=Premium",
                        "--set circuits.er-ams.skuu=Premium: unknown key \"skuu\" in a circuit; did you mean \"sku\"?",
                        "--set circuits.er-ams.sku.tier=Premium: there are no keys where \"tier\" should be; a list is set"
                                + " as a whole",
                        "--set circuits.er-amz.sku=Premium: there is no circuit \"er-amz\"; did you mean \"er-ams\"?",
                        "--set flows.app.count=many:1:1: \"many\" is not a whole number 1 to 64512");
    }
}
