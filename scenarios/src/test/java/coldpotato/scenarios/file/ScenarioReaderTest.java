package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.policy.PolicyAction;
import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.operations.MaintenanceOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.RouteServerOperation;
import coldpotato.core.azure.rules.Validity;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {
    @TempDir
    private Path temporary;

    private ScenarioFolder folder;

    @BeforeEach
    void writeFiles() {
        folder = new ScenarioFolder(temporary)
                .with("silent.yaml", ScenarioFolder.resource("silent.yaml"))
                .with("everything.yaml", ScenarioFolder.resource("everything.yaml"));
    }

    @Test
    void whatIsLeftOutIsWhatAzureAndCommonPracticeDo() {
        Scenario scenario = ScenarioFolder.scenario(folder.read("silent.yaml"));
        Circuit circuit = scenario.network().circuits().get("er-ams");
        PeeringLink link = circuit.privatePeering().orElseThrow().primary();

        assertThat(circuit.privatePeering().orElseThrow().bfd()).isTrue();
        assertThat(circuit.provider().carrierSeen()).isFalse();
        assertThat(link.bfd()).isEmpty();
        assertThat(link.holdNanos()).isEqualTo(Durations.seconds(180));
        assertThat(link.keepaliveNanos()).isEqualTo(Durations.seconds(60));
        assertThat(scenario.network().sites().get("amsterdam").interconnected()).isTrue();
        assertThat(Validity.check(scenario.network())).isEmpty();
    }

    @Test
    void oldCircuitsHaveNoBfdAtMicrosoft() {
        Scenario scenario = ScenarioFolder.scenario(folder.read("silent.yaml", "circuits.er-ams.created=2018-08-01"));
        assertThat(scenario.network()
                        .circuits()
                        .get("er-ams")
                        .privatePeering()
                        .orElseThrow()
                        .bfd())
                .isFalse();
    }

    @Test
    void aRuleThatOnlySetsGoesOnWithTheNext() {
        Scenario scenario = ScenarioFolder.scenario(folder.read("silent.yaml"));
        assertThat(scenario.policies().get("prefer-west-europe").rules())
                .extracting(rule -> rule.name() + " " + rule.action() + " " + rule.provenance())
                .containsExactly(
                        "prefer-west-europe[1] " + PolicyAction.NEXT + " silent.yaml:7:7",
                        "prefer-west-europe[2] " + PolicyAction.ACCEPT + " silent.yaml:8:7");
    }

    @Test
    void expectationsSayWhatIsClaimedOfEachDirection() {
        Scenario scenario = ScenarioFolder.scenario(folder.read("silent.yaml"));
        Expectation.OfFlow claim =
                (Expectation.OfFlow) scenario.expectations().get(0).claim();

        assertThat(claim.delivered().both()).hasToString("Optional[100%]");
        assertThat(claim.shares().toSite().orElseThrow().get("er-ams.primary").contains(50))
                .isTrue();
        assertThat(scenario.expectations())
                .extracting(Expectation::name)
                .containsExactly("spread", "noticed late", "who suffers", "on one leg", "comes back");
    }

    /** Follow from other entries of the timeline. */
    private static final ImmutableSet<Class<?>> BY_THEMSELVES = ImmutableSet.of(
            MaintenanceOperation.Begin.class,
            MaintenanceOperation.End.class,
            RouteServerOperation.Run.class,
            RouteServerOperation.Remove.class);

    @Test
    void everySectionIsRead() {
        Scenario scenario = ScenarioFolder.scenario(folder.read("everything.yaml"));
        Set<Class<?>> actions = new LinkedHashSet<>();
        Set<Class<?>> claims = new LinkedHashSet<>();
        scenario.timeline()
                .forEach(entry -> actions.add(
                        entry.action() instanceof Action.Change change
                                ? change.operation().getClass()
                                : entry.action().getClass()));
        scenario.expectations()
                .forEach(expectation -> claims.add(expectation.claim().getClass()));

        assertThat(actions)
                .hasSize(Action.class.getPermittedSubclasses().length
                        - 1
                        + Arrays.stream(Operation.class.getPermittedSubclasses())
                                .mapToInt(area -> area.getPermittedSubclasses().length)
                                .sum()
                        - BY_THEMSELVES.size());
        assertThat(claims).hasSize(Expectation.Claim.class.getPermittedSubclasses().length);
    }

    @Test
    void anEntryOfTheTimelineCanExpectToBeRefused() {
        Scenario scenario = ScenarioFolder.scenario(folder.read("everything.yaml"));
        assertThat(scenario.expectations().get(0).name()).isEqualTo("downgrade is refused");
        assertThat(scenario.expectations().get(0).claim())
                .isEqualTo(new Expectation.Refused(Optional.of("downgrade"), Optional.empty()));
    }

    @Test
    void theCommandLineGoesBeforeTheAssumptionsOfTheFile() {
        Path file = temporary.resolve("everything.yaml");
        Scenario asWritten = ScenarioFolder.scenario(ScenarioReader.read(file, List.of(), List.of()));
        Scenario told = ScenarioFolder.scenario(ScenarioReader.read(
                file, List.of(), List.of(new AssumeChoice("best"), new AssumeChoice("msee-idle-hold=7s"))));

        assertThat(asWritten.network().assumptions().text(Assumptions.MSEE_MRAI))
                .isEqualTo("10s");
        assertThat(asWritten.network().assumptions().text(Assumptions.MSEE_FIB_DELAY))
                .isEqualTo("5s");
        assertThat(told.network().assumptions().text(Assumptions.MSEE_MRAI)).isEqualTo("0s");
        assertThat(told.network().assumptions().text(Assumptions.MSEE_IDLE_HOLD))
                .isEqualTo("7s");
    }

    @Test
    void unknownAssumptionsAreMistakes() {
        ReadResult result = ScenarioReader.read(
                temporary.resolve("silent.yaml"),
                List.of(),
                List.of(new AssumeChoice("msee-mray=1s"), new AssumeChoice("wurst"), new AssumeChoice("msee-mrai=1")));
        assertThat(folder.mistakes(result))
                .containsExactly(
                        "--assume msee-mrai=1: \"1\" is no value of msee-mrai; say best, worst or a duration such as 0s",
                        "--assume msee-mray=1s: there is no assumption \"msee-mray\"; did you mean \"msee-mrai\"?;"
                                + " `coldpotato assumptions` lists them",
                        "--assume wurst: \"wurst\" is none of usual, best, worst");
    }

    @Test
    void theSameFileIsTheSameScenario() {
        assertThat(folder.read("everything.yaml").scenario())
                .isEqualTo(folder.read("everything.yaml").scenario());
    }
}
