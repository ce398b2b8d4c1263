package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.DirectCircuit;
import coldpotato.core.azure.DirectPort;
import coldpotato.core.azure.DirectPort.Encapsulation;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.operations.DirectPortOperation;
import coldpotato.sim.net.Capacity;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DirectPortTest {

    @Test
    void aPortThatIsShutTakesItsLinkWithIt() {
        Rehearsal rehearsal = new Rehearsal(network(false));
        rehearsal.does(new DirectPortOperation.SetAdminState("ports", Leg.PRIMARY, false));
        assertThat(rehearsal.isUp("er-ams.primary.private.ipv4")).isFalse();
        assertThat(rehearsal.isUp("er-ams.secondary.private.ipv4")).isTrue();
        assertThat(rehearsal.delivered(rehearsal.flows("10.20.1.4", "10.10.1.5")))
                .isEqualTo(1);
        rehearsal.does(new DirectPortOperation.SetAdminState("ports", Leg.PRIMARY, true));
        assertThat(rehearsal.isUp("er-ams.primary.private.ipv4")).isTrue();
    }

    @Test
    void whatIsShutFromTheStartStaysDownWhateverElseIsRepaired() {
        HybridNetwork network = network(false).toBuilder()
                .put(new DirectPort("ports", "Amsterdam", 10_000, Encapsulation.QINQ, ImmutableSet.of(Leg.PRIMARY)))
                .build();
        Rehearsal rehearsal = new Rehearsal(network);
        rehearsal.fails("ports.primary");
        rehearsal.comesBack("ports.primary");
        assertThat(rehearsal.isUp("er-ams.primary.private.ipv4")).isFalse();
        assertThat(rehearsal.isUp("er-ams.secondary.private.ipv4")).isTrue();
    }

    @Test
    void aCircuitMayUseAllOfThePortUnlessItIsRateLimited() {
        Capacity port = new Capacity("ports.primary", 10_000_000_000L);
        assertThat(capacity(network(false))).isEqualTo(port);
        assertThat(capacity(network(true)))
                .isEqualTo(new Capacity("er-ams.primary", 1_000_000_000L)
                        .tolerating(20)
                        .within(port));
    }

    @Test
    void theLinksOfAMetroCircuitEndAtTwoLocations() {
        Circuit metro = circuit().toBuilder().metro(true).build();
        NetworkPlan plan = Networks.compile(Networks.oneCircuit().put(metro).build());
        assertThat(plan.groups().get("location.Amsterdam")).contains("er-ams.msee1");
        assertThat(plan.groups().get("location.Amsterdam2")).contains("er-ams.msee2");
    }

    private static Capacity capacity(HybridNetwork network) {
        return Networks.compile(network)
                .links()
                .get("er-ams.primary.private")
                .capacity()
                .orElseThrow();
    }

    private static HybridNetwork network(boolean rateLimited) {
        return Networks.oneCircuit()
                .put(circuit().toBuilder()
                        .direct(Optional.of(new DirectCircuit("ports", OptionalInt.of(100), rateLimited)))
                        .build())
                .put(new DirectPort("ports", "Amsterdam", 10_000, Encapsulation.QINQ, ImmutableSet.of()))
                .build();
    }

    private static Circuit circuit() {
        return Networks.circuit("er-ams", "Amsterdam", "192.168.100.128/29", "ce1", "ce2");
    }
}
