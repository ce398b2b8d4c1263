package coldpotato.sim.node;

import static coldpotato.sim.node.DestinationNatConfig.ANY_PORT;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.ClusterTerms;
import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;

class DestinationNatTest {
    private static final FlowKey IN = Lab.key("192.0.2.9", 1024, "203.0.113.5");
    private static final FlowKey AT_SERVER = Lab.key("192.0.2.9", 1024, "10.1.1.25");

    private final DestinationNat whole = nat("203.0.113.5", ANY_PORT, "10.1.1.25", ANY_PORT);

    private static DestinationNat nat(String published, int publishedPort, String server, int serverPort) {
        DestinationNatConfig.Rule rule = new DestinationNatConfig.Rule(
                IpAddress.parse(published), publishedPort, IpAddress.parse(server), serverPort);
        return new DestinationNat(
                new DestinationNatConfig("nat", Boundary.of(ImmutableSet.of("wan")), ImmutableList.of(rule), true),
                new Cluster(ClusterTerms.ALONE));
    }

    @Test
    void leadsPacketsToThePublishedAddressToTheServer() {
        assertThat(whole.arriving(IN).key()).isEqualTo(AT_SERVER);
        assertThat(whole.arriving(Lab.key("192.0.2.9", 1024, "203.0.113.6")).key())
                .isEqualTo(Lab.key("192.0.2.9", 1024, "203.0.113.6"));
    }

    @Test
    void letsAnswersComeFromThePublishedAddressWithoutAnyState() {
        assertThat(whole.crossing(AT_SERVER.reversed(), "lan", false).key()).isEqualTo(IN.reversed());
    }

    @Test
    void leavesAloneWhatComesIn() {
        assertThat(whole.crossing(AT_SERVER.reversed(), "wan", false).key()).isEqualTo(AT_SERVER.reversed());
    }

    @Test
    void publishesOnePortOfAnAddressAsAnotherPortOfTheServer() {
        DestinationNat mapped = nat("203.0.113.5", IN.destinationPort(), "10.1.1.25", 8443);
        FlowKey inside = mapped.arriving(IN).key();
        assertThat(inside.destinationPort()).isEqualTo(8443);
        assertThat(mapped.crossing(inside.reversed(), "lan", false).key()).isEqualTo(IN.reversed());
        assertThat(nat("203.0.113.5", 25, "10.1.1.25", ANY_PORT).arriving(IN).key())
                .isEqualTo(IN);
    }
}
