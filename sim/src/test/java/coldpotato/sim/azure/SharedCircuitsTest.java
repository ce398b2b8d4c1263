package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Connection;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.operations.ConnectionOperation;
import coldpotato.sim.flow.GroupFlows;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A VNet's traffic is spread over four circuits at most, however many are connected (expressroute-faqs.md). */
class SharedCircuitsTest {
    private final Rehearsal rehearsal = new Rehearsal(fiveCircuits().build());
    private final GroupFlows flows = rehearsal.flows("10.20.1.4", "10.10.1.5");

    private static HybridNetworkBuilder fiveCircuits() {
        HybridNetworkBuilder network = Networks.oneCircuit();
        for (int number = 2; number <= 5; number++) {
            String circuit = "er-" + number;
            network.put(Networks.circuit(circuit, "Dublin", "192.168.10" + number + ".0/29", "ce1", "ce2"))
                    .put(new Connection("hub-" + number, "hub", circuit, 0));
        }
        return network;
    }

    /** Shares of those circuits that carry anything towards the site. */
    private List<Double> shares() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(number -> number == 1 ? "er-ams" : "er-" + number)
                .map(circuit -> rehearsal.share(flows, circuit))
                .filter(share -> share > 0)
                .toList();
    }

    @Test
    void ofFiveEqualCircuitsFourShareTheFlowsEvenly() {
        assertThat(shares()).hasSize(Documented.ECMP_CIRCUITS_MAX).allSatisfy(share -> assertThat(share)
                .isBetween(0.2, 0.3));
    }

    @Test
    void theFifthTakesThePlaceOfOneThatFails() {
        rehearsal.fails("er-2");
        assertThat(shares()).hasSize(Documented.ECMP_CIRCUITS_MAX);
        assertThat(rehearsal.share(flows, "er-2")).isZero();
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
    }

    @Test
    void aFifthOfHigherWeightCarriesAllAlone() {
        rehearsal.does(new ConnectionOperation.SetWeight("hub-5", 100));
        assertThat(rehearsal.share(flows, "er-5")).isEqualTo(1);
    }
}
