package coldpotato.scenarios.outage;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.Story;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from outages. */
class AdviserTest {
    private static final String BFD =
            "circuits: {er-ams: {private-peering: {primary: {bfd: on}, secondary: {bfd: on}}}}\n";

    @TempDir
    private Path folder;

    /** About the outage that took longest. */
    private ImmutableList<Advice> advice(String text) {
        RehearsalResult result = Story.run(folder, Story.ONE_CIRCUIT, text);
        SimulatedNetwork network = result.network().orElseThrow();
        Outage longest = new OutageLedger(network)
                .outages(network.flows().group("app")).stream()
                        .max(Comparator.comparingLong(Outage::nanos))
                        .orElseThrow();
        return Adviser.advice(result.scenario(), network, longest);
    }

    @Test
    void asksForBfdWhereTheHoldTimerHadToRunOutAndAnEndHasNone() {
        Advice first = advice("timeline: {cut: {at: 10m, fail: er-ams.primary, how: silent}}\n")
                .get(0);
        assertThat(first.phase()).isEqualTo(Phase.DETECTION);
        assertThat(first.text()).contains("turn BFD on at ce1, as the other end has it; it notices in 900ms");
        assertThat(first.sources()).containsExactly("expressroute-bfd.md");
    }

    @Test
    void doesNotAskForWhatIsOnAlready() {
        assertThat(advice(BFD + "timeline: {cut: {at: 10m, fail: er-ams.primary, how: silent}}\n"))
                .isNotEmpty()
                .noneMatch(advice -> advice.text().contains("turn BFD on"));
    }

    @Test
    void saysWhatIsNotTheCustomersToSetAndOnWhichAssumptionThatRests() {
        Advice first = advice("timeline: {cut: {at: 10m, fail: er-ams.primary, how: loud}}\n")
                .get(0);
        assertThat(first.phase()).isEqualTo(Phase.PROGRAMMING);
        assertThat(first.text())
                .endsWith("which is not the customer's to set (assumed: gateway-programming-delay=15s)");
    }

    @Test
    void whereOnlyARepairHelpedNobodyHadNoticedBefore() {
        assertThat(advice("timeline:\n  cut: {at: 10m, fail: er-ams, how: silent}\n"
                                + "  mend: {at: 11m, repair: er-ams}\n")
                        .get(0)
                        .toString())
                .startsWith("1m of 1m were repair: until er-ams is repaired nobody had noticed: turn BFD on at ce");
    }

    @Test
    void aRouterThatDrawsPacketsWithoutARouteIsToAnnounceLess() {
        assertThat(advice("timeline:\n  dead: {at: 10m, fail: amsterdam.lan.ce1, how: loud}\n"
                        + "  stop: {at: 20m, withdraw: 10.10.0.0/16, from: er-ams.primary.private}\n"))
                .anyMatch(advice -> advice.text()
                        .endsWith("have ce1 announce to er-ams.msee1.private only what it has a route for itself"));
    }

    @Test
    void aClusterThatForgotTheFlowsOfAUnitIsToShareItsState() {
        assertThat(advice("sites: {amsterdam: {firewalls: {edge: {routers: [ce1, ce2], opens-from-outside: on,"
                                + " cluster: {mode: active-active, units: 2, shared-state: off, takeover: 5s}}}}}\n"
                                + "flows: {app: {reopen-after: 1m}}\n"
                                + "timeline: {dead: {at: 10m, fail-over: edge, unit: 1}}\n")
                        .get(0)
                        .text())
                .contains("let the units of edge share their state (cluster.shared-state: on)")
                .doesNotContain("lead both directions");
    }
}
