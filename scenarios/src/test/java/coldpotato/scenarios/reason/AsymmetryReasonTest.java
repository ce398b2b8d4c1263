package coldpotato.scenarios.reason;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.file.ScenarioReader;
import coldpotato.scenarios.run.Rehearsal;
import coldpotato.scenarios.run.RunChoices;
import coldpotato.sim.flow.Symmetry;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why flows come back another way than they go, in networks of the catalog. */
class AsymmetryReasonTest {

    private static ImmutableList<AsymmetryReason> reasons(String name, String flow, int minutes) {
        Path file = Path.of("catalog", name + ".yaml");
        SimulatedNetwork network = new Rehearsal(
                        ScenarioReader.read(file, List.of(), List.of())
                                .scenario()
                                .orElseThrow(),
                        RunChoices.USUAL)
                .upTo(Durations.seconds(60L * minutes));
        return AsymmetryReason.of(network, network.flows().group(flow));
    }

    private static AsymmetryReason first(String name, String flow, int minutes) {
        return reasons(name, flow, minutes).get(0);
    }

    @Test
    void namesTheFirewallThatDropsAndTheLocalPreferenceThatSentTheRequestsElsewhere() {
        AsymmetryReason mail = first("08-out-by-expressroute-back-by-internet", "mail", 10);
        assertThat(mail.asymmetry().text()).isEqualTo("asymmetric and dropped at f-net");
        assertThat(mail.forward().sentence())
                .startsWith(
                        "edge2 sends 13.100.0.0/16 to edge1 and not to internet: highest LOCAL_PREF (150 against 100)")
                .contains("prefer-expressroute[1]");
    }

    @Test
    void namesTheRouterThatDoesNotAnnounceWhereNobodyKnowsTheOtherWay() {
        Choice answers =
                first("08-out-by-expressroute-back-by-internet", "mail", 10).reverse();
        assertThat(answers.step()).isEqualTo(DecidingStep.NOT_ANNOUNCED);
        assertThat(answers.node()).isEqualTo("edge1");
        assertThat(answers.to()).startsWith("er-ams.msee");
    }

    @Test
    void sharedGatewayInstancesAreToldTogether() {
        ImmutableList<AsymmetryReason> drained = reasons("69-a-site-that-ignores-the-prepending", "app", 15);
        assertThat(drained).hasSize(1);
        assertThat(drained.get(0).asymmetry().verdict()).isEqualTo(Symmetry.HARMLESS);
        assertThat(drained.get(0).asymmetry().flows()).isEqualTo(1000);
    }

    @Test
    void aDrainedDirectionWasDecidedByPathLengthAndTheOtherByLocalPreference() {
        AsymmetryReason drained = first("69-a-site-that-ignores-the-prepending", "app", 15);
        assertThat(drained.forward().detail()).isEqualTo("shortest AS_PATH (2 AS numbers against 10 AS numbers)");
        assertThat(drained.reverse().detail()).isEqualTo("highest LOCAL_PREF (200 against 100)");
        assertThat(drained.reverse().node()).isEqualTo("ce2");
    }

    @Test
    void userDefinedRoutesDecideBeforeAnythingElse() {
        AsymmetryReason out = first("27-two-firewalls-each-sees-half", "out", 9);
        assertThat(out.forward().step()).isEqualTo(DecidingStep.USER_DEFINED_ROUTE);
        assertThat(out.forward().node()).isEqualTo("spoke.app");
        assertThat(out.reverse().node()).startsWith("hub.gateway");
    }

    @Test
    void aLongerPrefixDecidesWhateverTheRestSays() {
        Choice answers =
                first("06-far-circuit-for-near-region", "la-to-west", 10).reverse();
        assertThat(answers.step()).isEqualTo(DecidingStep.LONGEST_MATCH);
        assertThat(answers.detail()).isEqualTo("203.0.113.0/25 is longer than 203.0.113.0/24");
    }

    @Test
    void equalWaysAreDecidedByTheHash() {
        AsymmetryReason shared = first("66-maintenance-drains-the-primary", "app", 9);
        assertThat(shared.asymmetry().verdict()).isEqualTo(Symmetry.HARMLESS);
        assertThat(shared.forward().step()).isEqualTo(DecidingStep.HASH);
        assertThat(shared.reverse().step()).isEqualTo(DecidingStep.HASH);
    }
}
