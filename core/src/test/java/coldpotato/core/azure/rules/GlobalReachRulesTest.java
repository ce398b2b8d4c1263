package coldpotato.core.azure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.Country;
import coldpotato.core.azure.GlobalReach;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.PeeringLocation;
import coldpotato.core.azure.operations.CircuitOperation;
import coldpotato.core.azure.operations.GlobalReachOperation;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobalReachRulesTest {
    private static final String SPARE = "192.168.250.0/29";

    @ParameterizedTest
    @CsvSource({
        "Dallas,STANDARD,Dallas,STANDARD,both circuits are at Dallas",
        "Dallas,STANDARD,Silicon Valley,STANDARD,",
        "Amsterdam,STANDARD,Amsterdam2,STANDARD,",
        "Silicon Valley,STANDARD,London,PREMIUM,both circuits must be Premium",
        "Silicon Valley,PREMIUM,London,PREMIUM,",
        "Amsterdam,LOCAL,London,PREMIUM,which has no Global Reach",
        "Amsterdam,STANDARD,Brussels,STANDARD,not offered in Belgium",
        "Amsterdam,PREMIUM,Beijing,PREMIUM,different clouds"
    })
    void isOfferedByLocationAndSku(String here, Sku one, String there, Sku other, String reason) {
        ImmutableList<Refusal> refusals = check(network(here, one, there, other).put(reach(SPARE)));
        assertThat(refusals.toString()).contains(reason == null ? "[]" : reason);
    }

    @ParameterizedTest
    @CsvSource({"10.20.4.0/29,10.20.0.0/16", "10.10.4.0/29,10.10.0.0/16", "192.168.100.128/29,192.168.100.128/30"})
    void needsASubnetThatNobodyUses(String subnet, String inUse) {
        assertThat(check(usual().put(reach(subnet))))
                .anyMatch(refusal -> refusal.reason().equals(subnet + " is in use: " + inUse + " overlaps it"));
    }

    @Test
    void needsASubnetOfTheRightSize() {
        assertThat(check(usual().put(reach("192.168.250.0/28"))))
                .anyMatch(refusal -> refusal.reason().contains("needs a /29"));
    }

    @Test
    void countriesBesidesTheListCanBeAllowed() {
        GlobalReach from = reach(SPARE);
        GlobalReach allowed =
                new GlobalReach("reach", "er", "far", from.subnet(), Optional.empty(), ImmutableSet.of("Belgium"), 0);
        assertThat(check(network("Amsterdam", Sku.STANDARD, "Brussels", Sku.STANDARD)
                        .put(allowed)))
                .isEmpty();
    }

    @Test
    void countsAgainstTheQuotaOfConnections() {
        HybridNetworkBuilder network = usual();
        for (int i = 0; i < 10; i++) {
            network.put(Models.vnet("v" + i, "West Europe", "ErGw1AZ", "10.3" + i + ".0.0/16"))
                    .put(new Connection("v" + i + "-far", "v" + i, "far", 0));
        }
        assertThat(check(network)).isEmpty();
        assertThat(check(network.put(reach(SPARE))))
                .anyMatch(refusal -> refusal.reason().startsWith("11 connections with Global Reach"));
    }

    @Test
    void betweenSubscriptionsOneOfTheCircuitsAuthorizesIt() {
        HybridNetworkBuilder apart = usual().putSubscription("fabrikam", ImmutableSet.of("far"));
        assertThat(check(apart.put(reach(SPARE))))
                .anyMatch(refusal -> refusal.reason().contains("different subscriptions"));
        GlobalReach shown = new GlobalReach(
                "reach", "er", "far", Prefix.parse(SPARE), Optional.empty(), ImmutableSet.of(), Optional.of("key"), 0);
        assertThat(check(apart.put(shown))).anyMatch(refusal -> refusal.reason().contains("has an authorization key"));
        HybridNetwork granted = new CircuitOperation.Authorize("far", "key").change(apart.build());
        assertThat(Validity.check(granted)).isEmpty();
    }

    @Test
    void privatePeeringIsNeeded() {
        Circuit without = Models.circuit("far", Sku.STANDARD).toBuilder()
                .location("London")
                .privatePeering(Optional.empty())
                .build();
        assertThat(check(usual().put(without).put(reach(SPARE))))
                .anyMatch(refusal -> refusal.reason().equals("circuit far has no private peering"));
    }

    @Test
    void isConnectedOnce() {
        HybridNetwork network = usual().put(reach(SPARE)).build();
        GlobalReach again = new GlobalReach(
                "again", "far", "er", Prefix.parse("192.168.251.0/29"), Optional.empty(), ImmutableSet.of(), 0);
        assertThat(new GlobalReachOperation.Connect(again).apply(network).refusals())
                .hasSize(1)
                .allMatch(refusal -> refusal.reason().contains("joined by reach already"));
    }

    @Test
    void everyPeeringLocationLiesInOneCountry() {
        assertThat(PeeringLocation.catalogue().all())
                .allMatch(location -> Country.catalogue().all().stream()
                                .filter(country -> country.locations().contains(location.name()))
                                .count()
                        == 1);
        assertThat(Country.catalogue().all())
                .filteredOn(Country::hasGlobalReach)
                .hasSize(16);
    }

    private static HybridNetworkBuilder usual() {
        return network("Amsterdam", Sku.STANDARD, "London", Sku.STANDARD);
    }

    private static HybridNetworkBuilder network(String here, Sku one, String there, Sku other) {
        return HybridNetwork.EMPTY.toBuilder()
                .put(Models.site(65010, Models.prefixes("10.10.0.0/16")))
                .put(Models.vnet("hub", "West Europe", "ErGw1AZ", "10.20.0.0/16"))
                .put(Models.circuit("er", one).toBuilder().location(here).build())
                .put(Models.circuit("far", other).toBuilder().location(there).build());
    }

    private static GlobalReach reach(String subnet) {
        return new GlobalReach("reach", "er", "far", Prefix.parse(subnet), Optional.empty(), ImmutableSet.of(), 0);
    }

    private static ImmutableList<Refusal> check(HybridNetworkBuilder network) {
        return Validity.check(network.build());
    }
}
