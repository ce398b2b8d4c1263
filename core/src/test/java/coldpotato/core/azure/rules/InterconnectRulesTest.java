package coldpotato.core.azure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.EdgeRouter;
import coldpotato.core.azure.ForeignCloud;
import coldpotato.core.azure.ForeignCloud.FastConnect;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.Provider;
import coldpotato.core.azure.operations.CircuitOperation;
import coldpotato.core.azure.operations.CloudOperation;
import coldpotato.core.azure.operations.ConnectionOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.OperationResult;
import coldpotato.core.net.Asn;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InterconnectRulesTest {

    @Test
    void takesAPairOfRegionsWithTheSameBandwidth() {
        assertThat(Validity.check(network(circuit(), cloud("Amsterdam", 1000)).build()))
                .isEmpty();
    }

    @Test
    void refusesWhatOracleDoesNotOffer() {
        assertThat(reasons(circuit().toBuilder().bandwidthMbps(500).build(), cloud("Amsterdam", 500)))
                .containsExactly("no interconnect of 500 Mbps is offered, but of 1, 2, 5 and 10 Gbps");
        assertThat(reasons(circuit(), cloud("Amsterdam", 2000)))
                .containsExactly("the circuit has 1000 Mbps, FastConnect 2000 Mbps");
        assertThat(reasons(circuit(), cloud("Tokyo", 1000)))
                .containsExactly("Amsterdam and Oracle's region Tokyo are no pair");
    }

    @Test
    void refusesAnotherProviderAndAnotherCloudBehindTheProvider() {
        Circuit contoso = circuit().toBuilder()
                .provider(new Provider("Contoso", Optional.empty(), false, 0))
                .build();
        assertThat(reasons(contoso, cloud("Amsterdam", 1000)))
                .containsExactly("oci is reached by the provider Oracle Cloud FastConnect only");
        assertThat(reasons(circuit(), cloud("Amsterdam", 1000).withoutFastConnect()))
                .containsExactly("both links of private peering end at routers of a cloud with FastConnect");
    }

    @Test
    void fastConnectGoesAfterTheConnectionAndTakesThePeeringWithIt() {
        HybridNetwork network = network(circuit(), cloud("Amsterdam", 1000))
                .put(Models.vnet("hub", "West Europe", "ErGw1AZ", "10.20.0.0/16"))
                .put(new Connection("hub-er", "hub", "er", 0))
                .build();
        CloudOperation delete = new CloudOperation.DeleteFastConnect("oci");
        assertThat(delete.apply(network).refusals()).hasSize(1);
        OperationResult after = delete.apply(
                new ConnectionOperation.Disconnect("hub-er").apply(network).network());
        assertThat(after.refusals()).isEmpty();
        assertThat(after.network().circuits().get("er").privatePeering()).isEmpty();
    }

    @Test
    void aCircuitThatIsDeletedBeforeFastConnectIsLeftInAFailedState() {
        HybridNetwork network = network(circuit(), cloud("Amsterdam", 1000)).build();
        OperationResult failed = new CircuitOperation.Delete("er").apply(network);
        assertThat(failed.refusals().toString()).contains("ends in a failed state");
        assertThat(failed.network().circuits().get("er").terms().failed()).isTrue();
        HybridNetwork without = new CloudOperation.DeleteFastConnect("oci")
                .apply(failed.network())
                .network();
        assertThat(new CircuitOperation.Delete("er").apply(without).network().circuits())
                .isEmpty();
    }

    @Test
    void aFailedCircuitTakesNoConnectionUntilItIsReset() {
        HybridNetwork network = network(circuit(), cloud("Amsterdam", 1000))
                .put(Models.vnet("hub", "West Europe", "ErGw1AZ", "10.20.0.0/16"))
                .build();
        HybridNetwork failed = new CircuitOperation.Delete("er").apply(network).network();
        Operation connect = new ConnectionOperation.Connect(new Connection("hub-er", "hub", "er", 0, Optional.empty()));
        assertThat(connect.apply(failed).refusals().toString()).contains("in a failed state");
        assertThat(connect.apply(new CircuitOperation.Reset("er").apply(failed).network())
                        .refusals())
                .isEmpty();
    }

    private static ImmutableList<String> reasons(Circuit circuit, ForeignCloud cloud) {
        return Validity.check(network(circuit, cloud).build()).stream()
                .map(Refusal::reason)
                .collect(ImmutableList.toImmutableList());
    }

    private static HybridNetworkBuilder network(Circuit circuit, ForeignCloud cloud) {
        return HybridNetwork.EMPTY.toBuilder().put(circuit).put(cloud);
    }

    private static Circuit circuit() {
        return Models.circuit("er", Sku.STANDARD).toBuilder()
                .provider(new Provider("Oracle Cloud FastConnect", Optional.empty(), false, 0))
                .build();
    }

    private static ForeignCloud cloud(String region, long mbps) {
        return new ForeignCloud(
                "oci",
                new Asn(31898),
                Models.prefixes("10.50.0.0/16"),
                ImmutableMap.of("ce1", new EdgeRouter("ce1", 1, 0), "ce2", new EdgeRouter("ce2", 1, 0)),
                OptionalInt.empty(),
                Optional.of(new FastConnect(region, mbps)));
    }
}
