package coldpotato.sim.graph;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.rib.MedStage;
import coldpotato.core.time.Durations;
import coldpotato.sim.engine.Limit;
import coldpotato.sim.engine.RunResult;
import coldpotato.sim.flow.Outcome;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small networks whose outcome is known from the literature. */
class GadgetTest {
    private static final int TIMINGS = 40;

    @Test
    void goodGadgetConvergesToItsOneStateUnderAnyDelays() throws MalformedGraphException {
        StablePaths gadget = StablePaths.parse(Gadgets.GOOD);
        Set<String> outcomes = new TreeSet<>();
        for (int timing = 0; timing < TIMINGS; timing++) {
            SimulatedNetwork network = GraphRun.run(GraphRun.withDelays(gadget.plan(), timing), timing);
            assertThat(network.oscillation()).isEmpty();
            outcomes.add(GraphRun.paths(gadget, network));
        }
        assertThat(outcomes).containsExactly("1=1-3-0 2=2-0 3=3-0 4=4-3-0");
    }

    @Test
    void naughtyGadgetReachesItsOneStateUnderMostDelays() throws MalformedGraphException {
        StablePaths gadget = StablePaths.parse(Gadgets.NAUGHTY);
        long converged = IntStream.range(0, TIMINGS)
                .mapToObj(timing -> GraphRun.run(GraphRun.withDelays(gadget.plan(), timing), timing))
                .filter(network -> network.oscillation().isEmpty())
                .peek(network -> assertThat(GraphRun.paths(gadget, network)).isEqualTo("1=1-3-0 2=2-0 3=3-0 4=4-3-0"))
                .count();
        assertThat(converged).isGreaterThan(TIMINGS / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {Gadgets.BAD, Gadgets.RING_OF_3})
    void badGadgetsNeverConverge(String text) throws MalformedGraphException {
        NetworkPlan plan = StablePaths.parse(text).plan();
        for (int timing = 0; timing < TIMINGS / 13; timing++) {
            SimulatedNetwork network = GraphRun.run(GraphRun.withDelays(plan, timing), timing);
            assertThat(network.oscillation()).hasValueSatisfying(found -> {
                assertThat(found.prefixes()).containsExactly("192.0.2.0/24");
                assertThat(found.nodes()).contains("1", "2", "3").doesNotContain("0");
            });
        }
    }

    @Test
    void whatNeverConvergesEndsWithAResult() throws MalformedGraphException {
        SimulatedNetwork network = GraphRun.run(StablePaths.parse(Gadgets.BAD).plan(), 1);
        RunResult result = network.runUntil(GraphRun.SETTLED);
        assertThat(result.complete()).isFalse();
        assertThat(result.limit()).contains(Limit.CIRCLES);
        assertThat(result.timeNanos()).isLessThan(GraphRun.SETTLED);
    }

    @Test
    void disagreeSettlesInEitherOfItsTwoStates() throws MalformedGraphException {
        StablePaths gadget = StablePaths.parse(Gadgets.DISAGREE);
        assertThat(GraphRun.paths(gadget, late(gadget, "0-1"))).isEqualTo("1=1-2-0 2=2-0");
        assertThat(GraphRun.paths(gadget, late(gadget, "0-2"))).isEqualTo("1=1-0 2=2-1-0");
    }

    private static SimulatedNetwork late(StablePaths gadget, String link) {
        return GraphRun.run(GraphRun.withDelay(gadget.plan(), link, Durations.millis(50)), 1);
    }

    @Test
    void aWedgieStaysInItsUnintendedStateUntilTheBackupIsReset() throws MalformedGraphException {
        StablePaths gadget = StablePaths.parse(Gadgets.WEDGIE);
        String intended = "2=2-3-4-1 3=3-4-1 4=4-1";
        String unintended = "2=2-1 3=3-2-1 4=4-1";
        SimulatedNetwork network = late(gadget, "1-2");
        assertThat(GraphRun.paths(gadget, network)).isEqualTo(intended);

        network.failLinks("1-4", "cut", LinkFault.loud());
        GraphRun.settle(network);
        assertThat(GraphRun.paths(gadget, network)).isEqualTo("2=2-1 3=3-2-1 4=4-3-2-1");
        network.repairLinks("1-4", "cut");
        GraphRun.settle(network);
        assertThat(GraphRun.paths(gadget, network)).isEqualTo(unintended);

        network.resetSessions("1-2.ipv4", "free the wedgie");
        GraphRun.settle(network);
        assertThat(GraphRun.paths(gadget, network)).isEqualTo(intended);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void medAndReflectionChurnForEver(long seed) throws MalformedGraphException {
        NetworkPlan plan = InternalBgp.parse(Gadgets.MED_CHURN).plan();
        SimulatedNetwork network = GraphRun.run(GraphRun.withDelays(plan, (int) seed), seed);
        assertThat(network.oscillation()).hasValueSatisfying(found -> {
            assertThat(found.prefixes()).containsExactly("192.0.2.0/24");
            assertThat(found.nodes()).contains("Ra", "Rd");
        });
    }

    @Test
    void theChurnEndsWhereMedIsAlwaysCompared() throws MalformedGraphException {
        MedStage always = new MedStage(true, false);
        SimulatedNetwork network =
                GraphRun.run(InternalBgp.parse(Gadgets.MED_CHURN).plan(always), 1);
        assertThat(network.oscillation()).isEmpty();
        assertThat(GraphRun.walk(network, "Rb", InternalBgp.PREFIX).end()).isEqualTo("fromSixE");
    }

    @Test
    void reflectionAgainstTheIgpSettlesWhilePacketsLoop() throws MalformedGraphException {
        SimulatedNetwork network =
                GraphRun.run(InternalBgp.parse(Gadgets.REFLECTED_LOOP).plan(), 1);
        assertThat(network.oscillation()).isEmpty();
        Walk walk = GraphRun.walk(network, "C1", InternalBgp.PREFIX);
        assertThat(walk.outcome()).isEqualTo(Outcome.LOOP);
        assertThat(walk.detail()).isEqualTo("C1 > C2 > C1");
        assertThat(GraphRun.walk(network, "R1", InternalBgp.PREFIX).end()).isEqualTo("e1");
    }

    @Test
    void eachRouterLeavesByItsNearestExit() throws MalformedGraphException {
        SimulatedNetwork network =
                GraphRun.run(InternalBgp.parse(Gadgets.NEAREST_EXIT).plan(), 1);
        assertThat(GraphRun.walk(network, "B", InternalBgp.PREFIX).nodes()).containsExactly("B", "C", "e2");
        assertThat(GraphRun.walk(network, "A", InternalBgp.PREFIX).nodes()).containsExactly("A", "e1");
    }

    @ParameterizedTest
    @ValueSource(strings = {Gadgets.GOOD, Gadgets.BAD, Gadgets.WEDGIE})
    void theSameSeedGivesTheSameEvents(String text) throws MalformedGraphException {
        NetworkPlan plan = GraphRun.withDelays(StablePaths.parse(text).plan(), 3);
        assertThat(GraphRun.run(plan, 7).trace().events())
                .isNotEmpty()
                .isEqualTo(GraphRun.run(plan, 7).trace().events());
    }
}
