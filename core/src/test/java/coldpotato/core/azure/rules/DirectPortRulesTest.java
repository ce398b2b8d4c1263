package coldpotato.core.azure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.ConnectivityModel;
import coldpotato.core.azure.DirectCircuit;
import coldpotato.core.azure.DirectPort;
import coldpotato.core.azure.DirectPort.Encapsulation;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.Provider;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectPortRulesTest {

    @ParameterizedTest
    @CsvSource({
        "10000,1000,", "10000,10000,", "10000,500,no circuit of 500 Mbps", "10000,40000,no circuit of 40000 Mbps",
        "100000,40000,", "100000,100000,", "100000,1000,no circuit of 1000 Mbps", "40000,5000,ports have 10 or 100 Gbps"
    })
    void offersSizesOfCircuitsByTheSizeOfThePorts(long port, long circuit, String reason) {
        assertThat(check(port, Encapsulation.QINQ, circuit(circuit, "a", 200)).toString())
                .contains(reason == null ? "[]" : reason);
    }

    @Test
    void isSoldTwiceOverAndNoMore() {
        assertThat(check(10_000, Encapsulation.QINQ, circuit(10_000, "a", 200), circuit(10_000, "b", 200)))
                .isEmpty();
        assertThat(check(
                        10_000,
                        Encapsulation.QINQ,
                        circuit(10_000, "a", 200),
                        circuit(10_000, "b", 200),
                        circuit(1_000, "c", 200)))
                .anyMatch(refusal -> refusal.reason().contains("more than twice"));
    }

    @Test
    void tagsOfPeeringsDifferWithDot1QAndMayRepeatWithQinQ() {
        assertThat(check(10_000, Encapsulation.DOT1Q, circuit(1_000, "a", 200), circuit(1_000, "b", 200)))
                .extracting(Refusal::reason)
                .containsExactly("VLAN 200 is in use by a on ports, which has Dot1Q");
        assertThat(check(10_000, Encapsulation.QINQ, circuit(1_000, "a", 200), circuit(1_000, "b", 200)))
                .isEmpty();
    }

    @Test
    void outerTagsAreForQinQAndDiffer() {
        Circuit a = tagged(circuit(1_000, "a", 200), 100);
        Circuit b = tagged(circuit(1_000, "b", 201), 100);
        assertThat(check(10_000, Encapsulation.QINQ, a, b).toString()).contains("S-tag 100 is in use by a");
        assertThat(check(10_000, Encapsulation.DOT1Q, a).toString()).contains("knows no S-tag");
    }

    @Test
    void standsWhereTheCircuitsAre() {
        Circuit elsewhere =
                circuit(1_000, "a", 200).toBuilder().location("London").build();
        assertThat(check(10_000, Encapsulation.QINQ, elsewhere).toString()).contains("at Amsterdam, not at London");
        DirectPort nowhere = new DirectPort("ports", "Busan", 10_000, Encapsulation.QINQ, ImmutableSet.of());
        assertThat(Validity.check(HybridNetwork.EMPTY.toBuilder().put(nowhere).build())
                        .toString())
                .contains("no ExpressRoute Direct at Busan");
    }

    @Test
    void metroIsOfferedInSomeCitiesOnly() {
        Circuit circuit =
                Models.circuit("er", Sku.STANDARD).toBuilder().metro(true).build();
        assertThat(circuit.location(Leg.PRIMARY)).isEqualTo("Amsterdam");
        assertThat(circuit.location(Leg.SECONDARY)).isEqualTo("Amsterdam2");
        Circuit london = circuit.toBuilder().location("London").build();
        HybridNetwork network = Models.usual().toBuilder().put(london).build();
        assertThat(Validity.check(network).toString()).contains("no second location for a Metro circuit at London");
    }

    @Test
    void advisesAgainstOneRouterAndOneHandOff() {
        Circuit from = Models.circuit("er", Sku.STANDARD);
        Circuit unwise = from.toBuilder()
                .privatePeering(from.privatePeering().map(peering -> peering.toBuilder()
                        .link(Leg.SECONDARY, PeeringLink.builder("ce1").build())
                        .build()))
                .provider(new Provider("Contoso", Optional.empty(), false, 0, ConnectivityModel.POINT_TO_POINT, true))
                .build();
        assertThat(Advice.on(Models.usual())).isEmpty();
        assertThat(Advice.on(Models.usual().toBuilder().put(unwise).build()))
                .extracting(Advice::modelPath)
                .containsExactly("circuits.er.private-peering", "circuits.er");
    }

    private static Circuit circuit(long mbps, String name, int vlan) {
        return Models.circuit(name, Sku.STANDARD).toBuilder()
                .bandwidthMbps(mbps)
                .privatePeering(Optional.of(Models.privatePeering("192.168." + (100 + name.charAt(0)) + ".0/29", vlan)))
                .direct(Optional.of(new DirectCircuit("ports", OptionalInt.empty(), false)))
                .build();
    }

    private static Circuit tagged(Circuit circuit, int sTag) {
        return circuit.toBuilder()
                .direct(Optional.of(new DirectCircuit("ports", OptionalInt.of(sTag), false)))
                .build();
    }

    private static ImmutableList<Refusal> check(long mbps, Encapsulation encapsulation, Circuit... circuits) {
        HybridNetworkBuilder network = HybridNetwork.EMPTY.toBuilder()
                .put(Models.site(65010, Models.prefixes("10.10.0.0/16")))
                .put(new DirectPort("ports", "Amsterdam", mbps, encapsulation, ImmutableSet.of()));
        for (Circuit circuit : circuits) {
            network.put(circuit);
        }
        return Validity.check(network.build());
    }
}
