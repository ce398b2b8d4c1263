package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.policy.PolicyRule;
import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.DirectCircuit;
import coldpotato.core.azure.DirectPort;
import coldpotato.core.azure.DirectPort.Encapsulation;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FastPathTest {

    @Test
    void withoutItNothingOfItIsInThePlan() {
        NetworkPlan plan = Networks.compile(Networks.oneCircuit().build());
        assertThat(plan.nodes()).doesNotContainKey("hub.fastpath");
        assertThat(plan.links().keySet()).noneMatch(link -> link.endsWith(".fastpath"));
    }

    @Test
    void eachMseeIsJoinedWithTheFabricOfTheVnet() {
        NetworkPlan plan = Networks.compile(fast());
        assertThat(plan.links()).containsKeys("hub-ams.msee1.fastpath", "hub-ams.msee2.fastpath");
        assertThat(plan.groups().get("hub-ams")).contains("hub-ams.msee1.fastpath");
    }

    @Test
    void itSendsStraightToTheHosts() {
        NetworkPlan plan = Networks.compile(fast());
        assertThat(plan.nodes().get("hub.fastpath").statics()).isNotEmpty().allSatisfy(route -> assertThat(
                        Networks.addresses(plan, "hub.hosts"))
                .containsAll(route.nextHops()));
    }

    @Test
    void itCarriesIpv6FromCircuitsOfDirectOnly() {
        Circuit provider = Networks.withIpv6(fast().circuits().get("er-ams"));
        Circuit direct = provider.toBuilder()
                .direct(Optional.of(new DirectCircuit("ports", OptionalInt.of(100), false)))
                .build();
        assertThat(rules(provider, "ipv4")).contains("FastPath");
        assertThat(rules(provider, "ipv6")).doesNotContain("FastPath");
        assertThat(rules(direct, "ipv6")).contains("FastPath");
    }

    private static Stream<String> rules(Circuit circuit, String family) {
        HybridNetwork network = fast().toBuilder()
                .put(new DirectPort("ports", "Amsterdam", 10_000, Encapsulation.QINQ, ImmutableSet.of()))
                .put(circuit)
                .put(Networks.vnet("hub", "West Europe", "10.20.0.0/16", "fd20::/48"))
                .build();
        return Networks.compile(network)
                .sessions()
                .get("hub-ams.msee1.gateway1." + family)
                .b()
                .exportPolicy()
                .rules()
                .stream()
                .map(PolicyRule::name);
    }

    private static HybridNetwork fast() {
        return Networks.oneCircuit()
                .put(new Connection("hub-ams", "hub", "er-ams", 0, Optional.empty(), true))
                .build();
    }
}
