package coldpotato.sim.graph;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.FlowGroup;
import coldpotato.sim.flow.Outcome;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import coldpotato.sim.plan.Snapshot;
import org.junit.jupiter.api.Test;

/**
 * A network that becomes another while it runs.
 *
 * <pre>
 *   r1 --- A --- B        A to B costs 4, by way of C it costs 10
 *           \   /
 *             C
 * </pre>
 */
class PlanChangeTest {
    private static final String DIRECT = """
            igp A B 4
            """;
    private static final String DEAR = """
            igp A B 40
            """;
    private static final String SESSIONS = """
            ibgp A B
            route r1 at A as 10
            """;
    private static final String DETOUR = """
            igp A C 5
            igp C B 5
            ibgp A C
            """;
    private static final Prefix OUTSIDE = InternalBgp.PREFIX;

    @Test
    void anotherIgpCostTakesPacketsAnotherWay() throws MalformedGraphException {
        SimulatedNetwork network = running(DIRECT + SESSIONS + DETOUR);
        assertThat(walkFromB(network).nodes()).doesNotContain("C");
        become(network, DEAR + SESSIONS + DETOUR);
        assertThat(walkFromB(network).nodes()).contains("C");
    }

    @Test
    void aRouterThatComesCarriesPackets() throws MalformedGraphException {
        SimulatedNetwork network = running(DEAR + SESSIONS);
        become(network, DEAR + SESSIONS + DETOUR);
        assertThat(walkFromB(network).nodes()).contains("C");
        assertThat(network.speaker("C")).isPresent();
    }

    @Test
    void aRouterThatGoesLeavesNothingBehind() throws MalformedGraphException {
        SimulatedNetwork network = running(DEAR + SESSIONS + DETOUR);
        become(network, DEAR + SESSIONS);
        assertThat(network.network().routers()).extracting("name").doesNotContain("C");
        assertThat(Snapshot.of(network)).isEqualTo(Snapshot.of(running(DEAR + SESSIONS)));
    }

    @Test
    void aRouterThatComesAgainOutbidsWhatOthersRememberOfIt() throws MalformedGraphException {
        SimulatedNetwork network = running(DEAR + SESSIONS + DETOUR);
        become(network, DEAR + SESSIONS);
        become(network, DEAR + SESSIONS + DETOUR);
        assertThat(Snapshot.of(network)).isEqualTo(Snapshot.of(running(DEAR + SESSIONS + DETOUR)));
    }

    @Test
    void goesAndComesWithinOneInstant() throws MalformedGraphException {
        SimulatedNetwork network = running(DEAR + SESSIONS + DETOUR);
        network.apply(plan(DEAR + SESSIONS), "C", "goes");
        become(network, DEAR + SESSIONS + DETOUR);
        assertThat(Snapshot.of(network)).isEqualTo(Snapshot.of(running(DEAR + SESSIONS + DETOUR)));
    }

    @Test
    void aRouterWithAnotherIdentifierTakesThePlaceOfTheFormer() throws MalformedGraphException {
        SimulatedNetwork network = running(DEAR + SESSIONS + DETOUR);
        become(network, DEAR + SESSIONS + DETOUR + "rid C 77\n");
        assertThat(Snapshot.of(network)).isEqualTo(Snapshot.of(running(DEAR + SESSIONS + DETOUR + "rid C 77\n")));
    }

    @Test
    void lightThatWentOutJustBeforeALinkIsTakenAwayTroublesNobody() throws MalformedGraphException {
        SimulatedNetwork network = running(DEAR + SESSIONS + DETOUR);
        network.failLinks(network.plan().links().keySet().asList().get(1), "dark", LinkFault.loud());
        become(network, DEAR + SESSIONS);
        assertThat(Snapshot.of(network)).isEqualTo(Snapshot.of(running(DEAR + SESSIONS)));
    }

    @Test
    void aRouterThatGoesWhileItBootsStaysAway() throws MalformedGraphException {
        SimulatedNetwork network = running(DEAR + SESSIONS + DETOUR);
        network.reboot("C", Durations.parse("1m"));
        become(network, DEAR + SESSIONS);
        assertThat(Snapshot.of(network)).isEqualTo(Snapshot.of(running(DEAR + SESSIONS)));
    }

    @Test
    void flowsOfAHostThatNobodyHasAreNotSentUntilSomebodyHasIt() throws MalformedGraphException {
        SimulatedNetwork network = running(DEAR + "ibgp A B\n");
        IpAddress router = network.plan().nodes().get("B").loopbacks().get(0);
        network.addFlows(new FlowGroup("f", OUTSIDE.addressAt(1), router, IpProtocol.UDP, 53, 1));
        network.runUntil(network.nowNanos());
        assertThat(outcome(network)).isEqualTo(Outcome.NO_SENDER);
        become(network, DEAR + SESSIONS);
        assertThat(outcome(network)).isNotEqualTo(Outcome.NO_SENDER);
    }

    private static Outcome outcome(SimulatedNetwork network) {
        return network.flows()
                .group("f")
                .walk(0, FlowDirection.FORWARD, network.nowNanos())
                .outcome();
    }

    private static Walk walkFromB(SimulatedNetwork network) {
        return GraphRun.walk(network, "B", OUTSIDE);
    }

    private static NetworkPlan plan(String text) throws MalformedGraphException {
        return InternalBgp.parse(text).plan();
    }

    private static SimulatedNetwork running(String text) throws MalformedGraphException {
        return GraphRun.run(plan(text), 7);
    }

    private static void become(SimulatedNetwork network, String text) throws MalformedGraphException {
        network.apply(plan(text), "network", "becomes another");
        GraphRun.settle(network);
    }
}
