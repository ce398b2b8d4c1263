package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.DirectCircuit;
import coldpotato.core.azure.DirectPort;
import coldpotato.core.azure.DirectPort.Encapsulation;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Site;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FastPathTest {
    private static final ImmutableSet<String> PAST_GATEWAY =
            ImmutableSet.of("hub-ams.msee1.fastpath", "hub-ams.msee2.fastpath");

    @Test
    void withoutItNothingOfItIsInThePlan() {
        NetworkPlan plan = Networks.compile(Networks.oneCircuit().build());
        assertThat(plan.nodes()).doesNotContainKey("hub.fastpath");
        assertThat(plan.links().keySet()).noneMatch(link -> link.endsWith(".fastpath"));
    }

    @Test
    void packetsGoPastTheGatewayIntoAzureAndThroughItOutOfAzure() {
        Rehearsal rehearsal = new Rehearsal(fast());
        GroupFlows flows = rehearsal.flows("10.10.1.5", "10.20.1.4");
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
        assertThat(pastGateway(rehearsal, flows, FlowDirection.FORWARD)).isEqualTo(1);
        assertThat(pastGateway(rehearsal, flows, FlowDirection.REVERSE)).isZero();
    }

    @Test
    void oneInstanceOfTheGatewayIsEnoughForIt() {
        Rehearsal rehearsal = new Rehearsal(fast());
        GroupFlows flows = rehearsal.flows("10.10.1.5", "10.20.1.4");
        rehearsal.losesPower("hub.gateway1");
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
        assertThat(pastGateway(rehearsal, flows, FlowDirection.FORWARD)).isEqualTo(1);
    }

    @Test
    void withoutTheGatewayNobodyTellsTheCircuitOfTheVnet() {
        Rehearsal rehearsal = new Rehearsal(fast());
        GroupFlows flows = rehearsal.flows("10.10.1.5", "10.20.1.4");
        rehearsal.losesPower("hub.gateway");
        assertThat(flows.delivered(FlowDirection.FORWARD, rehearsal.running().nowNanos()))
                .isZero();
    }

    @Test
    void itCarriesIpv6FromCircuitsOfDirectOnly() {
        Circuit provider = Networks.withIpv6(fast().circuits().get("er-ams"));
        Circuit direct = provider.toBuilder()
                .direct(Optional.of(new DirectCircuit("ports", OptionalInt.of(100), false)))
                .build();
        assertThat(ipv6PastGateway(provider)).isZero();
        assertThat(ipv6PastGateway(direct)).isEqualTo(1);
    }

    private static double ipv6PastGateway(Circuit circuit) {
        Rehearsal rehearsal = new Rehearsal(fast().toBuilder()
                .put(new DirectPort("ports", "Amsterdam", 10_000, Encapsulation.QINQ, ImmutableSet.of()))
                .put(circuit)
                .put(withIpv6(fast().sites().get("amsterdam")))
                .put(Networks.vnet("hub", "West Europe", "10.20.0.0/16", "fd20::/48"))
                .build());
        GroupFlows flows = rehearsal.flows("fd10::5", "fd20::4");
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
        return pastGateway(rehearsal, flows, FlowDirection.FORWARD);
    }

    private static Site withIpv6(Site site) {
        return new Site(
                site.name(),
                site.asn(),
                Networks.prefixes("10.10.0.0/16", "fd10::/48"),
                site.publicPrefixes(),
                site.routers(),
                site.hostsReachRoutersBy(),
                true,
                ImmutableMap.of());
    }

    private static double pastGateway(Rehearsal rehearsal, GroupFlows flows, FlowDirection direction) {
        return flows.share(direction, PAST_GATEWAY, rehearsal.running().nowNanos());
    }

    private static HybridNetwork fast() {
        return Networks.oneCircuit()
                .put(new Connection("hub-ams", "hub", "er-ams", 0, Optional.empty(), true))
                .build();
    }
}
