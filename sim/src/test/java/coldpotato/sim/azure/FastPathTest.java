package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Connection;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.sim.plan.NetworkPlan;
import java.util.Optional;
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

    private static HybridNetwork fast() {
        return Networks.oneCircuit()
                .put(new Connection("hub-ams", "hub", "er-ams", 0, Optional.empty(), true))
                .build();
    }
}
