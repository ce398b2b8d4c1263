package coldpotato.core.azure.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.core.azure.AdvertisedPublicPrefixesState;
import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.CircuitTerms;
import coldpotato.core.azure.CircuitTerms.Billing;
import coldpotato.core.azure.CircuitTerms.Provisioning;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringState;
import coldpotato.core.azure.RouteFilter;
import coldpotato.core.azure.VirtualNetworkPeering;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.rules.Refusal;
import coldpotato.core.azure.rules.Validity;
import coldpotato.core.net.Community;
import coldpotato.core.net.Family;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a circuit from its order to its end. */
class LifecycleTest {
    private static final HybridNetwork USUAL = Models.usual();

    @Test
    void bandwidthGrowsAndNeverShrinks() {
        assertThat(after(new CircuitOperation.SetBandwidth("er", 2_000)).bandwidthMbps())
                .isEqualTo(2_000);
        assertRefused(new CircuitOperation.SetBandwidth("er", 500), "cannot be lowered");
        assertRefused(new CircuitOperation.SetBandwidth("er", 1_500), "no circuit of 1500 Mbps");
    }

    @Test
    void bandwidthGrowsNoFurtherThanThePort() {
        CircuitTerms small = CircuitTerms.builder()
                .provisioning(Optional.of(Provisioning.PROVISIONED))
                .portMbps(Optional.of(2_000L))
                .build();
        OperationResult result = new CircuitOperation.SetBandwidth("er", 5_000).apply(with(small));
        assertThat(result.refusals().toString()).contains("capacity for 2000 Mbps");
    }

    @Test
    void unlimitedBillingIsNotGivenUpAgain() {
        HybridNetwork flat = new CircuitOperation.SetBilling("er", Billing.UNLIMITED)
                .apply(USUAL)
                .network();
        assertThat(new CircuitOperation.SetBilling("er", Billing.METERED)
                        .apply(flat)
                        .isRefused())
                .isTrue();
    }

    @Test
    void aCircuitInUseIsNotDeleted() {
        assertRefused(new CircuitOperation.Delete("er"), "Provisioned");
        assertRefused(new CircuitOperation.Delete("er"), "connection hub-er uses it");
    }

    @Test
    void aCircuitIsDeletedOnceNothingHangsOnItAndTheProviderIsGone() {
        HybridNetwork bare = USUAL;
        for (Operation operation : ImmutableList.of(
                new ConnectionOperation.Disconnect("hub-er"),
                new PeeringOperation.DeletePeering("er", PeeringKind.PRIVATE),
                new PeeringOperation.DeletePeering("er", PeeringKind.MICROSOFT),
                new CircuitOperation.SetProvisioning("er", Provisioning.NOT_PROVISIONED),
                new CircuitOperation.Delete("er"))) {
            OperationResult result = operation.apply(bare);
            assertThat(result.refusals()).isEmpty();
            bare = result.network();
        }
        assertThat(bare.circuits()).isEmpty();
    }

    @Test
    void privatePeeringStaysWhileSomethingUsesIt() {
        assertRefused(new PeeringOperation.DeletePeering("er", PeeringKind.PRIVATE), "hub-er uses it");
        assertThat(new PeeringOperation.DeletePeering("er", PeeringKind.MICROSOFT)
                        .apply(USUAL)
                        .isRefused())
                .isFalse();
    }

    @Test
    void peeringsNeedAProvisionedCircuit() {
        HybridNetwork ordered = new CircuitOperation.SetProvisioning("er", Provisioning.PROVISIONING).change(USUAL);
        assertThat(Validity.check(ordered).toString()).contains("not Provisioning");
    }

    @Test
    void connectionsNeedAProvisionedCircuit() {
        HybridNetwork apart =
                new ConnectionOperation.Disconnect("hub-er").apply(USUAL).network();
        HybridNetwork taken = new CircuitOperation.SetProvisioning("er", Provisioning.NOT_PROVISIONED).change(apart);
        assertThat(new ConnectionOperation.Connect("hub-er", "hub", "er", 0)
                        .apply(taken)
                        .refusals())
                .extracting(Refusal::source)
                .containsExactly(Document.WORKFLOWS);
    }

    @Test
    void resettingACircuitChangesNothing() {
        assertThat(new CircuitOperation.Reset("er").apply(USUAL).network()).isEqualTo(USUAL);
    }

    @Test
    void familiesAreSwitchedOneByOne() {
        PeeringOperation.SetPeeringEnabled off =
                new PeeringOperation.SetPeeringEnabled("er", PeeringKind.PRIVATE, ImmutableSet.of(Family.IPV6), false);
        Peering peering = after(off).privatePeering().orElseThrow();
        assertThat(peering.state().opens(Family.IPV6)).isFalse();
        assertThat(peering.state().opens(Family.IPV4)).isTrue();
        assertThat(peering.enabled()).isTrue();
    }

    @Test
    void sessionsWaitForTheValidationOfThePrefixes() {
        HybridNetwork doubted = new PeeringOperation.SetAdvertisedPublicPrefixes(
                        "er", Models.prefixes("203.0.113.0/24"), AdvertisedPublicPrefixesState.VALIDATION_NEEDED)
                .apply(USUAL)
                .network();
        assertThat(state(doubted).opens(Family.IPV4)).isFalse();
        assertThat(state(new PeeringOperation.Validate("er").apply(doubted).network())
                        .opens(Family.IPV4))
                .isTrue();
    }

    @Test
    void anotherSubscriptionNeedsAnAuthorizationOfItsOwn() {
        HybridNetwork foreign = USUAL.toBuilder()
                .putSubscription("fabrikam", ImmutableSet.of("partner"))
                .put(Models.vnet("partner", "West Europe", "ErGw1AZ", "10.30.0.0/16"))
                .put(Models.vnet("third", "West Europe", "ErGw1AZ", "10.40.0.0/16"))
                .build();
        assertThat(new ConnectionOperation.Connect("a", "partner", "er", 0)
                        .apply(foreign)
                        .refusals()
                        .toString())
                .contains("needs an authorization");
        HybridNetwork granted =
                new CircuitOperation.Authorize("er", "key").apply(foreign).network();
        HybridNetwork joined = new ConnectionOperation.Connect(
                        new Connection("a", "partner", "er", 0, Optional.of("key")))
                .apply(granted)
                .network();
        assertThat(joined.connections()).containsKey("a");
        assertThat(new ConnectionOperation.Connect(new Connection("b", "third", "er", 0, Optional.of("key")))
                        .apply(joined)
                        .refusals()
                        .toString())
                .contains("serves connection a already");
        assertThat(new CircuitOperation.Revoke("er", "key")
                        .apply(joined)
                        .network()
                        .connections())
                .doesNotContainKey("a");
    }

    @Test
    void anAuthorizationIsMadeOnceAndTakenBackOnce() {
        HybridNetwork granted = new CircuitOperation.Authorize("er", "key").change(USUAL);
        assertThatThrownBy(() -> new CircuitOperation.Authorize("er", "key").apply(granted))
                .hasMessage("er has authorization key already");
        assertThatThrownBy(() -> new CircuitOperation.Revoke("er", "key").apply(USUAL))
                .hasMessage("er has no authorization key");
    }

    @Test
    void aCommunityOfAConnectedVnetWaitsForItsConnectionToBeMadeAnew() {
        Operation tag = new CommunityOperation.SetCommunity("hub", Community.parse("12076:20001"));
        HybridNetwork tagged = tag.apply(USUAL).network();
        assertThat(tagged.virtualNetworks().get("hub").customCommunity()).isEmpty();
        HybridNetwork apart =
                new ConnectionOperation.Disconnect("hub-er").apply(tagged).network();
        HybridNetwork anew = new ConnectionOperation.Connect("hub-er", "hub", "er", 0)
                .apply(apart)
                .network();
        assertThat(anew.virtualNetworks().get("hub").customCommunity()).contains(Community.parse("12076:20001"));
    }

    @Test
    void aCommunityOfASpokeWaitsForTheConnectionOfTheGatewayThatItUses() {
        HybridNetwork peered = USUAL.toBuilder()
                .put(Models.vnet("spoke", "West Europe", "ErGw1AZ", "10.21.0.0/16").toBuilder()
                        .gateway(Optional.empty())
                        .build())
                .put(new VirtualNetworkPeering("p", "hub", "spoke", true, true))
                .build();
        HybridNetwork tagged = new CommunityOperation.SetCommunity("spoke", Community.parse("12076:20001"))
                .apply(peered)
                .network();
        assertThat(tagged.virtualNetworks().get("spoke").customCommunity()).isEmpty();
        HybridNetwork anew = new ConnectionOperation.Connect("hub-er", "hub", "er", 0)
                .apply(new ConnectionOperation.Disconnect("hub-er")
                        .apply(tagged)
                        .network())
                .network();
        assertThat(anew.virtualNetworks().get("spoke").customCommunity()).contains(Community.parse("12076:20001"));
    }

    @Test
    void aCommunityThatWouldHaveToWaitIsRefusedAtOnce() {
        OperationResult result = new CommunityOperation.SetCommunity("hub", Community.parse("65000:1")).apply(USUAL);
        assertThat(result.refusals())
                .extracting(Refusal::reason)
                .singleElement()
                .asString()
                .contains("12076:20000");
    }

    @Test
    void aCommunityThatWaitedDoesNotComeBackOverALaterOne() {
        HybridNetwork after = USUAL;
        for (Operation operation : ImmutableList.of(
                new CommunityOperation.SetCommunity("hub", Community.parse("12076:20001")),
                new ConnectionOperation.Disconnect("hub-er"),
                new CommunityOperation.SetCommunity("hub", Community.parse("12076:20002")),
                new ConnectionOperation.Connect("hub-er", "hub", "er", 0))) {
            after = operation.apply(after).network();
        }
        assertThat(after.virtualNetworks().get("hub").customCommunity()).contains(Community.parse("12076:20002"));
    }

    @Test
    void aSubscriptionHasSoManyCircuits() {
        assertThat(Validity.check(circuits(Documented.CIRCUITS_MAX + 1)).toString())
                .contains("51 circuits, while a subscription takes 50");
    }

    @Test
    void circuitsBeyondTheQuotaAreDeletedOneByOneFromEitherEnd() {
        HybridNetwork network = circuits(Documented.CIRCUITS_MAX + 2);
        for (String circuit : ImmutableList.of("er0", "er51")) {
            HybridNetwork released =
                    new CircuitOperation.SetProvisioning(circuit, Provisioning.NOT_PROVISIONED).change(network);
            assertThat(new CircuitOperation.Delete(circuit).apply(released).refusals())
                    .isEmpty();
        }
    }

    private static HybridNetwork circuits(int count) {
        HybridNetworkBuilder many =
                HybridNetwork.EMPTY.toBuilder().put(Models.site(65010, Models.prefixes("10.10.0.0/16")));
        for (int i = 0; i < count; i++) {
            many.put(Models.circuit("er" + i, Sku.STANDARD));
        }
        return many.build();
    }

    @Test
    void aRouteFilterHasOneRuleThatAllows() {
        RouteFilter.Rule deny = new RouteFilter.Rule(RouteFilter.Access.DENY, ImmutableSet.of());
        HybridNetwork two = USUAL.toBuilder()
                .put(new RouteFilter("storage", ImmutableList.of(deny, deny)))
                .build();
        assertThat(Validity.check(two).toString()).contains("one rule, not 2").contains("not Deny");
    }

    @Test
    void microsoft365NeedsPremiumAndAnAuthorization() {
        HybridNetwork network = USUAL.toBuilder()
                .put(new RouteFilter("storage", ImmutableSet.of(Community.parse("12076:5010"))))
                .build();
        String refusals = new PeeringOperation.AttachRouteFilter("er", "storage")
                .apply(network)
                .refusals()
                .toString();
        assertThat(refusals).contains("has to authorize first").contains("needs a Premium circuit");
    }

    private static PeeringState state(HybridNetwork network) {
        return network.circuits().get("er").microsoftPeering().orElseThrow().state();
    }

    private static HybridNetwork with(CircuitTerms terms) {
        return USUAL.toBuilder()
                .put(USUAL.circuits().get("er").toBuilder().terms(terms).build())
                .build();
    }

    private static Circuit after(Operation operation) {
        OperationResult result = operation.apply(USUAL);
        assertThat(result.refusals()).isEmpty();
        return result.network().circuits().get("er");
    }

    private static void assertRefused(Operation operation, String reason) {
        OperationResult result = operation.apply(USUAL);
        assertThat(result.refusals().toString()).contains(reason);
        assertThat(result.network()).isEqualTo(USUAL);
    }
}
