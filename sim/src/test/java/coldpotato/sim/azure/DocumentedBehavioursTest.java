package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.Site.HostsReachRouters;
import coldpotato.core.azure.WanLink;
import coldpotato.core.azure.operations.AnnouncementOperation;
import coldpotato.core.azure.operations.ConnectionOperation;
import coldpotato.core.azure.operations.EdgeOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.PeeringLeg;
import coldpotato.core.azure.operations.PeeringOperation;
import coldpotato.core.net.Prefix;
import coldpotato.sim.flow.GroupFlows;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the documents of ExpressRoute say happens, run. */
class DocumentedBehavioursTest {
    private static final PeeringLeg PRIMARY = new PeeringLeg("er-ams", Leg.PRIMARY, PeeringKind.PRIVATE);
    private static final PeeringLeg SECONDARY = new PeeringLeg("er-ams", Leg.SECONDARY, PeeringKind.PRIVATE);
    private static final String VM = "10.20.1.4";
    private static final String SERVER = "10.10.1.5";

    @Test
    void aVirtualNetworkIsSeenByTheCustomerBehindMicrosoftsAsOnly() {
        Rehearsal rehearsal = new Rehearsal(Networks.oneCircuit().build());
        assertThat(rehearsal.paths("ce1", "10.20.0.0/16")).isEqualTo("12076");
        assertThat(rehearsal.paths("er-ams.msee1.private", "10.20.0.0/16")).isEqualTo("65515");
        assertThat(rehearsal.paths("hub.gateway1", "10.10.0.0/16")).isEqualTo("12076 65010");
    }

    @Test
    void prependingInsideOneCircuitMakesItActivePassive() {
        Rehearsal rehearsal = new Rehearsal(Networks.oneCircuit().build());
        rehearsal.does(new EdgeOperation.SetPrepend(SECONDARY, 2));
        GroupFlows flows = rehearsal.flows(VM, SERVER);
        assertThat(rehearsal.share(flows, "er-ams.secondary")).isZero();
        rehearsal.fails("er-ams.primary");
        assertThat(rehearsal.share(flows, "er-ams.secondary")).isEqualTo(1);
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
    }

    @Test
    void identicalAnnouncementsOnTwoCircuitsAreShared() {
        Rehearsal rehearsal = new Rehearsal(twoCircuits().build());
        GroupFlows flows = rehearsal.flows(VM, SERVER);
        assertThat(rehearsal.share(flows, "er-ams")).isBetween(0.4, 0.6);
        assertThat(rehearsal.share(flows, "er-lon")).isBetween(0.4, 0.6);
    }

    @Test
    void aHigherWeightBeatsAShorterPathUntilBothLinksFail() {
        Rehearsal rehearsal = new Rehearsal(twoCircuits().build());
        rehearsal.does(new ConnectionOperation.SetWeight("hub-ams", 100));
        rehearsal.does(new EdgeOperation.SetPrepend(PRIMARY, 3));
        rehearsal.does(new EdgeOperation.SetPrepend(SECONDARY, 3));
        GroupFlows flows = rehearsal.flows(VM, SERVER);
        assertThat(rehearsal.share(flows, "er-ams")).isEqualTo(1);
        rehearsal.fails("er-ams");
        assertThat(rehearsal.share(flows, "er-lon")).isEqualTo(1);
        rehearsal.comesBack("er-ams");
        assertThat(rehearsal.share(flows, "er-ams")).isEqualTo(1);
    }

    @Test
    void aMoreSpecificRouteBeatsWeightAndPath() {
        Rehearsal rehearsal = new Rehearsal(twoCircuits().build());
        rehearsal.does(new ConnectionOperation.SetWeight("hub-lon", 100));
        rehearsal.does(new AnnouncementOperation.Announce("er-ams.primary.private", Networks.prefixes("10.10.0.0/17")));
        GroupFlows lower = rehearsal.flows(VM, SERVER);
        GroupFlows upper = rehearsal.flows(VM, "10.10.200.5");
        assertThat(rehearsal.share(lower, "er-ams.primary")).isEqualTo(1);
        assertThat(rehearsal.share(upper, "er-lon")).isEqualTo(1);
    }

    @Test
    void onePrefixTooManyEndsTheSessionsUntilItIsGone() {
        Rehearsal rehearsal = new Rehearsal(Networks.oneCircuit().build());
        ImmutableSet<Prefix> full = many(3_999);
        rehearsal.does(new AnnouncementOperation.Announce("amsterdam", full));
        assertThat(rehearsal.isUp("er-ams.primary.private.ipv4")).isTrue();
        rehearsal.does(new AnnouncementOperation.Announce("amsterdam", Networks.prefixes("172.31.0.0/16")));
        assertThat(rehearsal.isUp("er-ams.primary.private.ipv4")).isFalse();
        assertThat(rehearsal.isUp("er-ams.secondary.private.ipv4")).isFalse();
        assertThat(rehearsal.paths("hub.gateway1", "10.10.0.0/16")).isEmpty();
        rehearsal.does(new AnnouncementOperation.Withdraw("amsterdam", Networks.prefixes("172.31.0.0/16")));
        assertThat(rehearsal.isUp("er-ams.primary.private.ipv4")).isTrue();
        assertThat(rehearsal.isUp("er-ams.secondary.private.ipv4")).isTrue();
    }

    @Test
    void disablingAPeeringClosesBothItsSessionsAndNoOthers() {
        Rehearsal rehearsal = new Rehearsal(Networks.everything().build());
        rehearsal.does(new PeeringOperation.SetPeeringEnabled("er-ams", PeeringKind.PRIVATE, false));
        assertThat(rehearsal.isUp("er-ams.primary.private.ipv4")).isFalse();
        assertThat(rehearsal.isUp("er-ams.secondary.private.ipv4")).isFalse();
        assertThat(rehearsal.isUp("er-ams.primary.microsoft.ipv4")).isTrue();
        rehearsal.does(new PeeringOperation.SetPeeringEnabled("er-ams", PeeringKind.PRIVATE, true));
        assertThat(rehearsal.isUp("er-ams.primary.private.ipv4")).isTrue();
    }

    @Test
    void microsoftPeeringIsSilentUntilARouteFilterIsAttached() {
        Rehearsal rehearsal = new Rehearsal(Networks.everything().build());
        String session = "er-ams.secondary.microsoft.ipv4";
        assertThat(rehearsal.paths("er-ams.msee1.microsoft", "20.60.0.0/16")).isEqualTo("8075");
        assertThat(rehearsal.paths("ce2", "20.60.0.0/16")).isEqualTo("64496 8075");
        rehearsal.does(new PeeringOperation.AttachRouteFilter("er-ams", "storage"));
        assertThat(rehearsal.paths("ce2", "20.60.0.0/16")).isEqualTo("12076 8075");
        assertThat(rehearsal.isUp(session)).isTrue();
        rehearsal.does(new PeeringOperation.DetachRouteFilter("er-ams"));
        assertThat(rehearsal.paths("ce2", "20.60.0.0/16")).isEqualTo("64496 8075");
    }

    @Test
    void prependingAPrivateAsIsUselessOnMicrosoftPeering() {
        Rehearsal rehearsal = new Rehearsal(Networks.everything().build());
        rehearsal.does(new EdgeOperation.SetPrepend(new PeeringLeg("er-ams", Leg.PRIMARY, PeeringKind.MICROSOFT), 3));
        assertThat(rehearsal.paths("microsoft", "203.0.113.0/24")).isEqualTo("12076");
        GroupFlows flows = rehearsal.flows("20.60.1.1", "203.0.113.7");
        assertThat(rehearsal.share(flows, "er-ams.msee1.backbone")).isBetween(0.4, 0.6);
    }

    @Test
    void microsoftAnswersOverExpressRouteWhatCameByTheInternet() {
        Rehearsal rehearsal = new Rehearsal(Networks.everything().build());
        GroupFlows flows = rehearsal.flows("203.0.113.7", "20.60.1.1");
        assertThat(rehearsal.share(flows, "isp")).isEqualTo(1);
        assertThat(rehearsal.shareBack(flows, "er-ams")).isEqualTo(1);
    }

    @Test
    void aVirtualNetworkKeepsItsTrafficInspiteOfAMoreSpecificRoute() {
        Rehearsal rehearsal = new Rehearsal(Networks.oneCircuit().build());
        rehearsal.does(new AnnouncementOperation.Announce("amsterdam", Networks.prefixes("10.20.5.0/24")));
        assertThat(rehearsal.paths("hub.gateway1", "10.20.5.0/24")).isEqualTo("12076 65010");
        GroupFlows inside = rehearsal.flows(VM, "10.20.5.10");
        assertThat(rehearsal.delivered(inside)).isEqualTo(1);
        assertThat(rehearsal.share(inside, "er-ams")).isZero();
    }

    @Test
    void noSessionComesUpOverAWrongTagKeyOrAddress() {
        Rehearsal rehearsal = new Rehearsal(Networks.oneCircuit().build());
        for (Operation mistake : new Operation[] {
            new EdgeOperation.Misconfigure(PRIMARY, OptionalInt.of(201), Optional.empty(), false),
            new EdgeOperation.Misconfigure(PRIMARY, OptionalInt.empty(), Optional.of("typo"), false),
            new EdgeOperation.Misconfigure(PRIMARY, OptionalInt.empty(), Optional.empty(), true)
        }) {
            rehearsal.does(mistake);
            assertThat(rehearsal.isUp("er-ams.primary.private.ipv4"))
                    .as(mistake.toString())
                    .isFalse();
            assertThat(rehearsal.isUp("er-ams.secondary.private.ipv4")).isTrue();
            rehearsal.does(new EdgeOperation.Correct(PRIMARY));
            assertThat(rehearsal.isUp("er-ams.primary.private.ipv4"))
                    .as(mistake.toString())
                    .isTrue();
        }
    }

    @Test
    void aProviderOnLayer3AddsItsAsAndPassesTrafficOn() {
        Rehearsal rehearsal = new Rehearsal(Networks.everythingOverLayer3().build());
        assertThat(rehearsal.paths("hub.gateway1", "10.10.0.0/16")).isEqualTo("12076 64700 65010");
        assertThat(rehearsal.paths("ce1", "10.20.0.0/16")).isEqualTo("64700 12076");
        GroupFlows flows = rehearsal.flows(VM, SERVER);
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
        rehearsal.fails("er-ams.primary");
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
    }

    @Test
    void ipv6TakesTheSameWays() {
        Rehearsal rehearsal = new Rehearsal(Networks.oneCircuit()
                .put(Networks.site("amsterdam", "2001:db8:10::/48", "ce1", "ce2"))
                .put(Networks.withIpv6(Networks.oneCircuit().build().circuits().get("er-ams")))
                .put(Networks.vnet("hub", "West Europe", "10.20.0.0/16", "2001:db8:20::/48"))
                .build());
        GroupFlows flows = rehearsal.flows("2001:db8:20::4", "2001:db8:10::5");
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
        assertThat(rehearsal.share(flows, "er-ams.primary")).isBetween(0.4, 0.6);
        rehearsal.fails("er-ams.primary");
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
    }

    @Test
    void aNewConnectionIsUsedAndADeletedOneIsNot() {
        Rehearsal rehearsal =
                new Rehearsal(twoCircuits().removeConnection("hub-lon").build());
        GroupFlows flows = rehearsal.flows(VM, SERVER);
        assertThat(rehearsal.share(flows, "er-ams")).isEqualTo(1);
        rehearsal.does(new ConnectionOperation.Connect("hub-lon", "hub", "er-lon", 0));
        assertThat(rehearsal.share(flows, "er-lon")).isBetween(0.4, 0.6);
        rehearsal.does(new ConnectionOperation.Disconnect("hub-ams"));
        assertThat(rehearsal.share(flows, "er-lon")).isEqualTo(1);
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
    }

    @Test
    void virtualNetworksOfOneCircuitDoNotReachEachOtherOverIt() {
        Rehearsal rehearsal = new Rehearsal(Networks.oneCircuit()
                .put(Networks.vnet("spoke", "North Europe", "10.30.0.0/16"))
                .put(new Connection("spoke-ams", "spoke", "er-ams", 0))
                .build());
        assertThat(rehearsal.paths("hub.gateway1", "10.30.0.0/16")).isEmpty();
        assertThat(rehearsal.paths("ce1", "10.30.0.0/16")).isEqualTo("12076");
    }

    @Test
    void tooManyVnetPrefixesBreakTheConnectionAndNotTheCustomersSession() {
        Rehearsal rehearsal = new Rehearsal(Networks.oneCircuit()
                .put(Networks.vnet("spoke", "North Europe", "10.30.0.0/16"))
                .put(new Connection("spoke-ams", "spoke", "er-ams", 0))
                .build());
        rehearsal.does(new AnnouncementOperation.Announce("hub", many(1_000)));
        assertThat(rehearsal.isUp("hub-ams.msee1.gateway1.ipv4")).isFalse();
        assertThat(rehearsal.isUp("er-ams.primary.private.ipv4")).isTrue();
        assertThat(rehearsal.paths("ce1", "10.20.0.0/16")).isEmpty();
        assertThat(rehearsal.paths("ce1", "10.30.0.0/16")).isEqualTo("12076");
        rehearsal.does(new AnnouncementOperation.Withdraw("hub", many(1)));
        assertThat(rehearsal.paths("ce1", "10.20.0.0/16")).isEqualTo("12076");
    }

    @Test
    void hostsThatFollowTheRoutingLeaveByTheRouterThatStillHasTheRoute() {
        Site site = Networks.site("amsterdam", "10.10.0.0/16", "ce1", "ce2");
        Rehearsal rehearsal = new Rehearsal(Networks.oneCircuit()
                .put(new Site(
                        site.name(),
                        site.asn(),
                        site.prefixes(),
                        site.publicPrefixes(),
                        site.routers(),
                        HostsReachRouters.ROUTING,
                        false,
                        site.firewalls()))
                .build());
        GroupFlows flows = rehearsal.flows(SERVER, VM);
        assertThat(rehearsal.share(flows, "amsterdam.lan.ce1")).isBetween(0.4, 0.6);
        rehearsal.fails("er-ams.primary");
        assertThat(rehearsal.share(flows, "amsterdam.lan.ce2")).isEqualTo(1);
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
    }

    @Test
    void aSecondSiteReachesAzureOverTheWanWhenItsOwnCircuitIsDown() {
        Circuit london = Networks.circuit("er-lon", "London", "192.168.200.0/29", "lon1", "lon2");
        Rehearsal rehearsal = new Rehearsal(Networks.oneCircuit()
                .put(Networks.site("london", "10.11.0.0/16", "lon1", "lon2"))
                .put(new WanLink("wan", "ce1", "lon1", 50, 0, "", ""))
                .put(london)
                .put(new Connection("hub-lon", "hub", "er-lon", 0))
                .build());
        rehearsal.does(new AnnouncementOperation.Announce("amsterdam", Networks.prefixes("10.11.0.0/16")));
        GroupFlows flows = rehearsal.flows("10.11.1.5", VM);
        assertThat(rehearsal.share(flows, "er-lon")).isEqualTo(1);
        rehearsal.fails("er-lon");
        assertThat(rehearsal.share(flows, "wan")).isEqualTo(1);
        assertThat(rehearsal.delivered(flows)).isEqualTo(1);
    }

    /** The usual circuit and one at London, both at the same two routers. */
    private static HybridNetworkBuilder twoCircuits() {
        Circuit london = Networks.circuit("er-lon", "London", "192.168.200.0/29", "ce1", "ce2");
        return Networks.oneCircuit().put(london).put(new Connection("hub-lon", "hub", "er-lon", 0));
    }

    private static ImmutableSet<Prefix> many(int count) {
        Prefix block = Prefix.parse("172.16.0.0/12");
        return IntStream.range(0, count).mapToObj(i -> block.subnet(28, i)).collect(ImmutableSet.toImmutableSet());
    }
}
