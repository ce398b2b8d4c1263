package coldpotato.sim.plan;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.SourceNatConfig;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;

class NodePlanTest {
    private static final IpAddress ID = IpAddress.parse("192.0.2.1");

    @Test
    void keepsItsSourceNatWhenItBeginsToSpeakBgp() {
        SourceNatConfig nat =
                new SourceNatConfig("nat", ImmutableSet.of("isp"), Prefix.parse("203.0.113.0/28"), false, "nat");
        NodePlan silent = node().withSourceNats(ImmutableList.of(nat));
        NodePlan speaking = silent.withSpeaker(65010, ID, ImmutableList.of(), DecisionProcess.RFC4271);
        assertThat(speaking.sourceNats()).containsExactly(nat);
        assertThat(speaking.clusterId()).isEqualTo(ID);
    }

    private static NodePlan node() {
        return new NodePlan(
                "ce1",
                "customer edge",
                0,
                IpAddress.parse("192.0.2.9"),
                ImmutableList.of(),
                ImmutableSet.of(),
                ImmutableSet.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                "",
                DecisionProcess.RFC4271,
                0,
                0,
                ImmutableList.of(),
                Provenance.NONE);
    }
}
