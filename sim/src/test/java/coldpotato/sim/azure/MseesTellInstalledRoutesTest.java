package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Connection;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.WanLink;
import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.operations.ConnectionOperation;
import coldpotato.core.azure.operations.GlobalReachOperation;
import coldpotato.core.azure.operations.MaintenanceOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.PeeringOperation.SetPeeringEnabled;
import coldpotato.core.time.Durations;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody sends to Microsoft's edge by a route that it does not forward by yet.
 *
 * <pre>
 *   amsterdam == er-ams ==+-- hub
 *             == er-two ==+
 *
 *   amsterdam == er-ams ~~ Global Reach ~~ er-lon == london
 *       +------- paris -------- oslo --------------------+
 * </pre>
 */
class MseesTellInstalledRoutesTest {
    private static final String AMSTERDAM = "10.10.0.10";
    private static final String LONDON = "10.11.0.10";
    private static final String HUB = "10.20.0.4";

    @ParameterizedTest
    @ValueSource(strings = {"ams", "two"})
    void flowsLoseNothingWhenAnotherCircuitIsConnected(String circuit) {
        assertThat(lostWhenConnected(twoCircuits(), circuit)).isZero();
    }

    @Test
    void theyLoseSomethingWhereMseesDoNotWait() {
        HybridNetwork hasty = hasty(twoCircuits());
        long lost = Math.max(lostWhenConnected(hasty, "ams"), lostWhenConnected(hasty, "two"));
        assertThat(lost).isBetween(Durations.millis(400), Durations.millis(500));
    }

    @Test
    void flowsLoseNothingWhenGlobalReachIsConnected() {
        Rehearsal rehearsal = new Rehearsal(globalReachAndWan());
        GroupFlows flows = rehearsal.flows(AMSTERDAM, LONDON);
        rehearsal.does(new GlobalReachOperation.Disconnect("ams-lon"));
        assertThat(rehearsal.share(flows, "er-ams")).isZero();
        assertThat(lost(
                        rehearsal,
                        flows,
                        new GlobalReachOperation.Connect(
                                Networks.globalReach("ams-lon", "er-ams", "er-lon", "192.168.250.0/29"))))
                .isZero();
        assertThat(rehearsal.share(flows, "er-ams")).isEqualTo(1);
    }

    @Test
    void flowsLoseNothingWhenThePeeringAtTheFarEndOfGlobalReachComesBack() {
        Rehearsal rehearsal = new Rehearsal(globalReachAndWan());
        GroupFlows flows = rehearsal.flows(AMSTERDAM, LONDON);
        rehearsal.does(new SetPeeringEnabled("er-lon", PeeringKind.PRIVATE, false));
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
        assertThat(lost(rehearsal, flows, new SetPeeringEnabled("er-lon", PeeringKind.PRIVATE, true)))
                .isZero();
        assertThat(rehearsal.share(flows, "er-ams")).isEqualTo(1);
    }

    @Test
    void nobodyWaitsForTheLongerPathsOfMaintenance() {
        Rehearsal rehearsal = new Rehearsal(Networks.oneCircuit().build());
        rehearsal.begins(new MaintenanceOperation.Begin("er-ams.msee1"), Durations.millis(100));
        assertThat(rehearsal.paths("hub.gateway1", "10.10.0.0/16")).isEqualTo("12076 65010");
        assertThat(rehearsal.share(rehearsal.flows(HUB, AMSTERDAM), "er-ams.primary"))
                .isZero();
    }

    /** What flows to the hub lose when one of two circuits that were connected is disconnected, then connected again. */
    private static long lostWhenConnected(HybridNetwork network, String circuit) {
        Rehearsal rehearsal = new Rehearsal(network);
        GroupFlows flows = rehearsal.flows(AMSTERDAM, HUB);
        rehearsal.does(new ConnectionOperation.Disconnect("hub-" + circuit));
        return lost(rehearsal, flows, new ConnectionOperation.Connect("hub-" + circuit, "hub", "er-" + circuit, 0));
    }

    /** The longest time that a flow is down from an operation on. */
    private static long lost(Rehearsal rehearsal, GroupFlows flows, Operation operation) {
        long before = rehearsal.running().nowNanos();
        rehearsal.does(operation);
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
        return flows.outages(
                        ImmutableSet.copyOf(FlowDirection.values()),
                        before,
                        rehearsal.running().nowNanos())
                .longestNanos();
    }

    private static HybridNetwork twoCircuits() {
        return Networks.oneCircuit()
                .put(Networks.circuit("er-two", "London", "192.168.101.128/29", "ce1", "ce2"))
                .put(new Connection("hub-two", "hub", "er-two", 0))
                .build();
    }

    private static HybridNetwork globalReachAndWan() {
        return Networks.globalReach()
                .put(Networks.site("paris", 65030, "10.12.0.0/16", "par1"))
                .put(Networks.site("oslo", 65040, "10.13.0.0/16", "osl1"))
                .put(wan("ams-par", "ce1", "par1"))
                .put(wan("par-osl", "par1", "osl1"))
                .put(wan("osl-lon", "osl1", "lon1"))
                .build();
    }

    private static WanLink wan(String name, String a, String b) {
        return new WanLink(name, a, b, 1, Durations.millis(5), "", "");
    }

    private static HybridNetwork hasty(HybridNetwork network) {
        return network.toBuilder()
                .assumptions(
                        new AssumptionValues(ImmutableMap.of(Assumptions.MSEES_TELL_INSTALLED_ROUTES.name(), "off")))
                .build();
    }
}
