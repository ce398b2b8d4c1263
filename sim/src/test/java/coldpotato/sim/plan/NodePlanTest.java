package coldpotato.sim.plan;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.Boundary;
import coldpotato.sim.node.SourceNatConfig;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;

class NodePlanTest {
    private static final IpAddress ID = IpAddress.parse("192.0.2.1");

    @Test
    void keepsItsSourceNatWhenItBeginsToSpeakBgp() {
        SourceNatConfig nat = new SourceNatConfig(
                "nat", Boundary.of(ImmutableSet.of("isp")), Prefix.parse("203.0.113.0/28"), false, "nat");
        NodePlan silent = NodePlan.builder("ce1", "customer edge", Provenance.NONE)
                .routerId(IpAddress.parse("192.0.2.9"))
                .middleboxes(ImmutableList.of(nat))
                .build();
        NodePlan speaking = silent.toBuilder().asn(65010).routerId(ID).build();
        assertThat(speaking.middleboxes()).containsExactly(nat);
        assertThat(speaking.clusterId()).isEqualTo(ID);
    }
}
