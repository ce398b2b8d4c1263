package coldpotato.core.azure.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.ExpressRouteGateway;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PeeringLink.Bfd;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.WanLink;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.rules.Validity;
import coldpotato.core.net.Community;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OperationTest {
    private static final PeeringLeg PRIMARY = new PeeringLeg("er", Leg.PRIMARY, PeeringKind.PRIVATE);

    @Test
    void disablingAPeeringLeavesTheOtherAlone() {
        HybridNetwork after = done(new PeeringOperation.SetPeeringEnabled("er", PeeringKind.PRIVATE, false));
        assertThat(peering(after, PeeringKind.PRIVATE).enabled()).isFalse();
        assertThat(peering(after, PeeringKind.MICROSOFT).enabled()).isTrue();
    }

    @Test
    void reopeningAnOldPeeringBringsItBfd() {
        HybridNetwork old = Models.usual().toBuilder()
                .put(Models.circuit("er", Sku.STANDARD)
                        .withPeering(
                                Models.privatePeering("192.168.100.128/29", 200).withBfd(false)))
                .build();
        HybridNetwork closed = new PeeringOperation.SetPeeringEnabled("er", PeeringKind.PRIVATE, false).change(old);
        HybridNetwork after = new PeeringOperation.SetPeeringEnabled("er", PeeringKind.PRIVATE, true).change(closed);
        assertThat(peering(closed, PeeringKind.PRIVATE).bfd()).isFalse();
        assertThat(peering(after, PeeringKind.PRIVATE).bfd()).isTrue();
    }

    @Test
    void disablingAndEnablingComesBackToTheSameModel() {
        HybridNetwork closed = done(new PeeringOperation.SetPeeringEnabled("er", PeeringKind.PRIVATE, false));
        assertThat(new PeeringOperation.SetPeeringEnabled("er", PeeringKind.PRIVATE, true).change(closed))
                .isEqualTo(Models.usual());
    }

    @Test
    void setsTheWeightOfAConnection() {
        assertThat(done(new ConnectionOperation.SetWeight("hub-er", 100))
                        .connections()
                        .get("hub-er")
                        .weight())
                .isEqualTo(100);
    }

    @Test
    void leavesTheModelAloneWhenAWeightIsRefused() {
        OperationResult result = new ConnectionOperation.SetWeight("hub-er", 40_000).apply(Models.usual());
        assertThat(result.isRefused()).isTrue();
        assertThat(result.network()).isEqualTo(Models.usual());
    }

    @Test
    void attachesChangesAndDetachesARouteFilter() {
        HybridNetwork attached = done(new PeeringOperation.AttachRouteFilter("er", "storage"));
        assertThat(filterOf(attached)).contains("storage");
        assertThat(filterOf(new PeeringOperation.DetachRouteFilter("er").change(attached)))
                .isEmpty();
        ImmutableSet<Community> other = ImmutableSet.of(Community.parse("12076:51004"));
        assertThat(done(new PeeringOperation.SetRouteFilter("storage", other))
                        .routeFilters()
                        .get("storage")
                        .communities())
                .isEqualTo(other);
    }

    @Test
    void announcesAtASiteOnAllItsPrivatePeerings() {
        HybridNetwork after = done(new AnnouncementOperation.Announce("amsterdam", Models.prefixes("10.99.0.0/16")));
        for (Leg leg : Leg.values()) {
            assertThat(peering(after, PeeringKind.PRIVATE).link(leg).advertise())
                    .contains(Models.prefixes("10.10.0.0/16", "10.99.0.0/16"));
            assertThat(peering(after, PeeringKind.MICROSOFT).link(leg).advertise())
                    .isEmpty();
        }
    }

    @Test
    void withdrawsOnOneLinkWithoutTakingTheHostsAway() {
        HybridNetwork after =
                done(new AnnouncementOperation.Withdraw("er.primary.private", Models.prefixes("10.10.0.0/16")));
        Peering peering = peering(after, PeeringKind.PRIVATE);
        assertThat(peering.primary().advertise()).contains(ImmutableSet.of());
        assertThat(peering.secondary().advertise()).isEmpty();
        assertThat(after.sites()).isEqualTo(Models.usual().sites());
    }

    @Test
    void announcesToTheInternetAndFromAVirtualNetwork() {
        HybridNetwork internet = done(new AnnouncementOperation.Withdraw("isp", Models.prefixes("203.0.113.0/24")));
        assertThat(internet.internetLinks().get("isp").advertise()).contains(ImmutableSet.of());
        HybridNetwork azure = done(new AnnouncementOperation.Announce("hub", Models.prefixes("10.21.0.0/16")));
        assertThat(azure.virtualNetworks().get("hub").prefixes())
                .isEqualTo(Models.prefixes("10.20.0.0/16", "10.21.0.0/16"));
    }

    @Test
    void pushesOnePolicyAndKeepsTheOther() {
        HybridNetwork first = done(new EdgeOperation.SetPolicy(PRIMARY, Optional.of("in"), Optional.empty()));
        HybridNetwork both = new EdgeOperation.SetPolicy(PRIMARY, Optional.empty(), Optional.of("out")).change(first);
        assertThat(primary(both).importPolicy()).isEqualTo("in");
        assertThat(primary(both).exportPolicy()).isEqualTo("out");
        assertThat(primary(new EdgeOperation.SetPolicy(PRIMARY, Optional.of(""), Optional.empty()).change(both))
                        .importPolicy())
                .isEmpty();
    }

    @Test
    void breaksTheCustomersSideAndCorrectsIt() {
        Operation wrong = new EdgeOperation.Misconfigure(PRIMARY, OptionalInt.of(201), Optional.of("typo"), true);
        PeeringLink broken = primary(done(wrong));
        assertThat(broken.vlan()).hasValue(201);
        assertThat(broken.md5()).contains("typo");
        assertThat(broken.addressesSwapped()).isTrue();
        assertThat(new EdgeOperation.Correct(PRIMARY).change(done(wrong))).isEqualTo(Models.usual());
    }

    @Test
    void setsPrependTimersAndBfdOfTheCustomersRouter() {
        assertThat(primary(done(new EdgeOperation.SetPrepend(PRIMARY, 3))).prepend())
                .isEqualTo(3);
        assertThat(primary(done(new EdgeOperation.SetTimers(PRIMARY, Durations.seconds(30), Durations.seconds(10))))
                        .holdNanos())
                .isEqualTo(Durations.seconds(30));
        Bfd bfd = new Bfd(Durations.millis(300), 3);
        assertThat(primary(done(new EdgeOperation.SetBfd(PRIMARY, Optional.of(bfd))))
                        .bfd())
                .contains(bfd);
    }

    @Test
    void connectsAndDisconnects() {
        HybridNetwork none = done(new ConnectionOperation.Disconnect("hub-er"));
        assertThat(none.connections()).isEmpty();
        assertThat(new ConnectionOperation.Connect("hub-er", "hub", "er", 0)
                        .apply(none)
                        .network())
                .isEqualTo(Models.usual());
    }

    @Test
    void refusesANewConnectionOfTooManyAddressSpaces() {
        HybridNetwork large = Models.usual().toBuilder()
                .removeConnection("hub-er")
                .put(new VirtualNetwork(
                        "hub",
                        "West Europe",
                        Models.many(201),
                        Optional.empty(),
                        Optional.of(new ExpressRouteGateway("ErGw1AZ"))))
                .build();
        OperationResult result = new ConnectionOperation.Connect("hub-er", "hub", "er", 0).apply(large);
        assertThat(result.refusals()).hasSize(1).allMatch(refusal -> refusal.source() == Document.LINK_VNET);
    }

    @Test
    void doesNotLeavePremiumWhileTooMuchIsAnnounced() {
        HybridNetwork network = Models.usual().toBuilder()
                .put(Models.site(65010, Models.many(4_001)))
                .put(Models.circuit("er", Sku.PREMIUM))
                .put(Models.vnet("hub", "West Europe", "ErGw1AZ", "172.20.0.0/16"))
                .build();
        OperationResult result = new CircuitOperation.SetSku("er", Sku.STANDARD).apply(network);
        assertThat(result.refusals()).hasSize(1);
        assertThat(result.refusals().get(0).reason()).startsWith("4001 prefixes");
        assertThat(result.network()).isEqualTo(network);
    }

    @Test
    void doesNotLeavePremiumWhileSitesBehindAProviderAnnounceTooMuch() {
        HybridNetwork network = HybridNetwork.EMPTY.toBuilder()
                .put(Models.ipvpn("mpls", "ce1", "ce2"))
                .put(Models.site("lab", Models.many(4_001), "lab1"))
                .put(new WanLink("tail", "lab1", "ce1", 10, 0, "", ""))
                .put(Models.circuit("er", Sku.PREMIUM))
                .build();
        OperationResult result = new CircuitOperation.SetSku("er", Sku.STANDARD).apply(network);
        assertThat(result.refusals()).hasSize(1);
        assertThat(result.refusals().get(0).reason()).startsWith("4001 prefixes");
    }

    @Test
    void doesNotLeavePremiumWhileARemoteRegionIsConnected() {
        HybridNetwork network = Models.usual().toBuilder()
                .put(Models.circuit("er", Sku.PREMIUM))
                .put(Models.vnet("hub", "East US", "ErGw1AZ", "10.20.0.0/16"))
                .build();
        assertThat(new CircuitOperation.SetSku("er", Sku.STANDARD)
                        .apply(network)
                        .isRefused())
                .isTrue();
    }

    @Test
    void changesStandardToPremiumButNeverToLocal() {
        assertThat(new CircuitOperation.SetSku("er", Sku.PREMIUM)
                        .apply(Models.usual())
                        .isRefused())
                .isFalse();
        assertThat(new CircuitOperation.SetSku("er", Sku.LOCAL)
                        .apply(Models.usual())
                        .isRefused())
                .isTrue();
    }

    @Test
    void aRefusalThatStoodBeforeDoesNotStopAnOperation() {
        HybridNetwork odd = Models.usual().toBuilder()
                .put(new Connection("hub-er", "hub", "er", -1))
                .build();
        assertThat(new EdgeOperation.SetPrepend(PRIMARY, 1).apply(odd).isRefused())
                .isFalse();
    }

    @Test
    void tooManyConnectionsAreTakenAwayOneByOne() {
        OperationResult repaired = new ConnectionOperation.Disconnect("hub-er5").apply(circuitsAtOneGateway(6));
        assertThat(repaired.refusals()).isEmpty();
        assertThat(Validity.check(repaired.network())).isNotEmpty();
    }

    @Test
    void tooManyConnectionsDoNotBecomeMore() {
        HybridNetwork six = circuitsAtOneGateway(6);
        HybridNetwork five = new ConnectionOperation.Disconnect("hub-er5").change(six);
        assertThat(new ConnectionOperation.Connect("hub-er5", "hub", "er5", 0)
                        .apply(five)
                        .isRefused())
                .isTrue();
    }

    /** Circuits with private peering, of one gateway that takes four. */
    private static HybridNetwork circuitsAtOneGateway(int count) {
        HybridNetworkBuilder network = Models.usual().toBuilder().removeConnection("hub-er");
        for (int i = 0; i < count; i++) {
            network.put(Models.circuit("er" + i, Sku.STANDARD)).put(new Connection("hub-er" + i, "hub", "er" + i, 0));
        }
        return network.build();
    }

    @Test
    void doesNotTakeANameThatTheModelHasNot() {
        assertThatThrownBy(() -> new ConnectionOperation.SetWeight("nothing", 1).apply(Models.usual()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no connection is called nothing");
        assertThatThrownBy(() -> new CircuitOperation.SetBandwidth("nothing", 1_000).refusals(Models.usual()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no circuit is called nothing");
        assertThatThrownBy(() -> new AnnouncementOperation.Announce("nothing", ImmutableSet.of()).apply(Models.usual()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsAnnouncedByAConnectionOfTwoGateways() {
        HybridNetwork network = Models.usual().toBuilder()
                .put(VpnConnection.builder("between", "hub")
                        .otherGateway(Optional.of("other"))
                        .build())
                .build();
        Operation announce = new AnnouncementOperation.Announce("between", Models.prefixes("10.99.0.0/16"));
        assertThatThrownBy(() -> announce.change(network))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("between leads to a gateway, not to a router");
    }

    private static HybridNetwork done(Operation operation) {
        OperationResult result = operation.apply(Models.usual());
        assertThat(result.refusals()).isEmpty();
        return result.network();
    }

    private static Peering peering(HybridNetwork network, PeeringKind kind) {
        return Parts.peering(network, "er", kind);
    }

    private static PeeringLink primary(HybridNetwork network) {
        return peering(network, PeeringKind.PRIVATE).primary();
    }

    private static Optional<String> filterOf(HybridNetwork network) {
        return Parts.microsoftPeering(network, "er").routeFilter();
    }
}
