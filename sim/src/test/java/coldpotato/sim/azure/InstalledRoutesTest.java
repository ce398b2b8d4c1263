package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.grounds.VpnAssumptions;
import coldpotato.core.azure.operations.AnnouncementOperation.Announce;
import coldpotato.core.azure.operations.AnnouncementOperation.Withdraw;
import coldpotato.core.azure.operations.PeeringOperation.SetPeeringEnabled;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody sends to a gateway by a route that it does not forward by yet. */
class InstalledRoutesTest {
    private static final String HUB = "10.20.0.4";
    private static final String AMSTERDAM = "10.10.0.10";
    private static final String BREMEN = "10.30.0.10";

    @Test
    void branchesLoseNothingWhenExpressRouteComesBack() {
        assertThat(lostWhenExpressRouteComesBack(Networks.transit(true), BREMEN))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void machinesLoseNothingWhenExpressRouteComesBack(boolean branchToBranch) {
        assertThat(lostWhenExpressRouteComesBack(Networks.transit(branchToBranch), HUB))
                .isZero();
    }

    @Test
    void anExpressRouteGatewaySendsNothingIntoTunnelsWithoutBranchToBranch() {
        assertThat(new Rehearsal(Networks.transit(false)).paths("hub.gateway1", "10.30.0.0/16"))
                .isEmpty();
        assertThat(new Rehearsal(Networks.transit(true)).paths("hub.gateway1", "10.30.0.0/16"))
                .isEqualTo("65030");
    }

    @ParameterizedTest
    @CsvSource({"15s,1s", "1s,5s", "55s,1s"})
    void nobodyTurnsBackWhatALongerPrefixCarriedThatLeavesTheTunnel(String gateway, String vpnGateway) {
        Rehearsal rehearsal = new Rehearsal(assuming(
                Networks.transit(true),
                ImmutableMap.of(
                        Assumptions.GATEWAY_PROGRAMMING_DELAY.name(), gateway,
                        VpnAssumptions.PROGRAMMING_DELAY.name(), vpnGateway)));
        ImmutableSet<Prefix> longer = ImmutableSet.of(Prefix.parse("10.10.0.0/24"));
        rehearsal.does(new Announce("backup", longer));
        GroupFlows fromHub = rehearsal.flows(HUB, AMSTERDAM);
        GroupFlows fromBremen = rehearsal.flows(BREMEN, AMSTERDAM);
        assertThat(rehearsal.share(fromHub, "backup")).isEqualTo(1);
        long before = rehearsal.running().nowNanos();
        rehearsal.does(new Withdraw("backup", longer));
        assertThat(rehearsal.share(fromHub, "er-ams")).isEqualTo(1);
        assertThat(lost(rehearsal, fromHub, before)).isZero();
        assertThat(lost(rehearsal, fromBremen, before)).isZero();
    }

    @Test
    void gatewaysThatDoNotWaitTurnPacketsBackToEachOther() {
        HybridNetwork hasty = assuming(
                Networks.transit(true), ImmutableMap.of(Assumptions.GATEWAYS_TELL_INSTALLED_ROUTES.name(), "off"));
        assertThat(lostWhenExpressRouteComesBack(hasty, BREMEN)).isGreaterThan(Durations.seconds(10));
    }

    /** The longest time that a flow to Amsterdam is down. */
    private static long lostWhenExpressRouteComesBack(HybridNetwork network, String from) {
        Rehearsal rehearsal = new Rehearsal(network);
        GroupFlows flows = rehearsal.flows(from, AMSTERDAM);
        rehearsal.does(new SetPeeringEnabled("er-ams", PeeringKind.PRIVATE, false));
        long before = rehearsal.running().nowNanos();
        rehearsal.does(new SetPeeringEnabled("er-ams", PeeringKind.PRIVATE, true));
        assertThat(rehearsal.share(flows, "er-ams")).isEqualTo(1);
        return lost(rehearsal, flows, before);
    }

    private static HybridNetwork assuming(HybridNetwork network, ImmutableMap<String, String> values) {
        return network.toBuilder().assumptions(new AssumptionValues(values)).build();
    }

    private static long lost(Rehearsal rehearsal, GroupFlows flows, long before) {
        return flows.outages(
                        ImmutableSet.copyOf(FlowDirection.values()),
                        before,
                        rehearsal.running().nowNanos())
                .longestNanos();
    }
}
