package coldpotato.core.azure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.WanLink;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsistencyTest {

    @Test
    void hasNothingAgainstAnOrdinaryNetwork() {
        assertThat(Consistency.check(Models.usual())).isEmpty();
    }

    @Test
    void suggestsTheRouterThatWasMeant() {
        Peering peering = Models.privatePeering("192.168.100.128/29", 200)
                .withLink(Leg.SECONDARY, PeeringLink.builder("ce3").build());
        HybridNetwork network = with(Models.circuit("er", Sku.STANDARD).withPeering(peering));
        assertThat(Consistency.check(network))
                .containsExactly(new Inconsistency(
                        "circuits.er.private-peering.secondary.router",
                        "no router is called ce3",
                        ImmutableList.of("ce1", "ce2")));
    }

    @Test
    void knowsNoRouteFilterThatIsNotThere() {
        HybridNetwork network = with(Models.circuit("er", Sku.STANDARD)
                .withPeering(Models.microsoftPeering().withRouteFilter(Optional.of("storrage"))));
        assertThat(Consistency.check(network)).hasSize(1);
        assertThat(Consistency.check(network).get(0).suggestions()).containsExactly("storage");
    }

    @Test
    void knowsNoRegionSkuOrLocationThatIsNotThere() {
        HybridNetwork network = Models.usual().toBuilder()
                .put(Models.vnet("hub", "Western Europe", "ErGw9AZ", "10.20.0.0/16"))
                .build();
        assertThat(Consistency.check(network))
                .extracting(Inconsistency::modelPath)
                .containsExactly("vnets.hub.region", "vnets.hub.gateway.sku");
        assertThat(Consistency.check(network).get(0).suggestions()).contains("West Europe");
    }

    @Test
    void knowsNoVirtualNetworkOrCircuitThatIsNotThere() {
        HybridNetwork network = Models.usual().toBuilder()
                .put(new Connection("hub-er", "hug", "ers", 0))
                .build();
        assertThat(Consistency.check(network))
                .extracting(Inconsistency::reason)
                .containsExactly("no virtual network is called hug", "no circuit is called ers");
    }

    @Test
    void keepsTheAddressesOfItsOwnLinksToItself() {
        HybridNetwork network = Models.usual().toBuilder()
                .put(Models.site(65010, Models.prefixes("169.254.7.0/24")))
                .build();
        assertThat(Consistency.check(network)).hasSize(1);
    }

    @Test
    void doesNotJoinARouterWithItself() {
        HybridNetwork network = Models.usual().toBuilder()
                .put(new WanLink("wan", "ce1", "ce1", 10, 0, "", ""))
                .build();
        assertThat(Consistency.check(network)).hasSize(1);
    }

    private static HybridNetwork with(Circuit circuit) {
        return Models.usual().toBuilder().put(circuit).build();
    }
}
