package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.engine.RunLimits;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.FlowGroup;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Outages;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.plan.SimulatedNetwork;
import coldpotato.sim.plan.Snapshot;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frames vanish on the primary link and nobody is told: the story of the house, from end to end. */
class SilentFailureTest {
    private static final long CUT = Durations.parse("10m");
    private static final long MEND = Durations.parse("30m");

    private final Trace trace = Trace.ofChanges();
    private SimulatedNetwork network;
    private GroupFlows app;

    @BeforeEach
    void rehearse() {
        network = new SimulatedNetwork(
                AzureCompiler.compile(Networks.oneCircuit().build(), ImmutableMap.of()), 1, trace, RunLimits.DEFAULT);
        network.addFlows(new FlowGroup(
                "app", IpAddress.parse("10.20.1.4"), IpAddress.parse("10.10.1.5"), IpProtocol.TCP, 443, 1000));
        app = network.flows().group("app");
        network.start();
        network.runUntil(CUT);
    }

    @Test
    void spreadsFlowsOverBothLinks() {
        assertThat(app.deliveredBothWays(CUT)).isEqualTo(1.0);
        assertThat(app.share(FlowDirection.FORWARD, links("er-ams.primary"), CUT))
                .isBetween(0.4, 0.6);
        assertThat(app.share(FlowDirection.REVERSE, links("er-ams.primary"), CUT))
                .isBetween(0.4, 0.6);
    }

    @Test
    void losesThreeQuartersOfTheFlowsUntilTheHoldTimerExpires() {
        network.failLinks("er-ams.primary", "cut", LinkFault.silent());
        network.runUntil(MEND);
        assertThat(trace.events())
                .filteredOn(event -> event.kind() == TraceKind.SESSION_DOWN)
                .isNotEmpty()
                .allMatch(event -> event.field("reason").equals("hold timer"))
                .allMatch(event -> Math.abs(sinceCut(event) - Durations.seconds(150)) <= Durations.seconds(31));
        Outages outages = app.outages(ImmutableSet.copyOf(FlowDirection.values()), CUT, MEND);
        assertThat(outages.hitFraction()).isBetween(0.7, 0.8);
        assertThat(outages.longestNanos()).isBetween(Durations.seconds(120), Durations.seconds(240));
        assertThat(app.share(FlowDirection.FORWARD, links("er-ams.secondary"), MEND))
                .isEqualTo(1.0);
        assertThat(app.deliveredBothWays(MEND)).isEqualTo(1.0);
    }

    @Test
    void comesBackToWhatItWas() {
        Snapshot before = Snapshot.of(network);
        network.failLinks("er-ams.primary", "cut", LinkFault.silent());
        network.runUntil(MEND);
        network.repairLinks("er-ams.primary", "cut");
        network.runUntil(MEND + Durations.parse("10m"));
        assertThat(before.differencesTo(Snapshot.of(network))).isEmpty();
    }

    private static long sinceCut(TraceEvent event) {
        return event.timeNanos() - CUT;
    }

    private ImmutableSet<String> links(String name) {
        return network.names().links(name);
    }
}
