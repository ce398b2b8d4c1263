package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.Subnet;
import coldpotato.core.azure.SubnetRouteTable;
import coldpotato.core.azure.UserDefinedRoute;
import coldpotato.core.azure.UserDefinedRoute.NextHopType;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.operations.VnetOperation;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.node.RouteSource;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubnetRoutesTest {
    private static final String APP = "10.20.1.4";
    private static final String WEB = "10.20.2.4";
    private static final String NVA = "10.20.9.4";
    private static final String SITE = "10.10.0.4";

    @Test
    void everyPlaceIsADirectHopAway() {
        Rehearsal rehearsal = rehearsal(UserDefinedRoute.to(Prefix.parse("10.99.0.0/16"), NextHopType.NONE));
        assertThat(way(rehearsal, APP, "10.20.3.4")).containsExactly("hub.app", "hub.hosts");
        assertThat(way(rehearsal, APP, WEB)).containsExactly("hub.app", "hub.web");
        assertThat(way(rehearsal, APP, NVA)).containsExactly("hub.app", "nva");
    }

    @Test
    void privateAddressesNobodyKnowsAreDropped() {
        assertThat(way(rehearsal(via("10.10.0.0/16")), WEB, "10.77.0.4")).containsExactly("hub.web");
    }

    @Test
    void aUserRouteForTheWholeSpaceTakesTheWayToEveryPlaceInIt() {
        assertThat(way(rehearsal(via("10.20.0.0/16")), APP, WEB)).containsExactly("hub.app", "nva", "hub.web");
    }

    @Test
    void aUserRouteShorterThanTheSpaceLeavesTheSpaceAlone() {
        Rehearsal rehearsal = rehearsal(via("10.0.0.0/8"));
        assertThat(way(rehearsal, APP, "10.77.0.4")).startsWith("hub.app", "nva");
        assertThat(way(rehearsal, APP, WEB)).containsExactly("hub.app", "hub.web");
    }

    @Test
    void aRouteToAnAddressThatCannotBeReachedLeadsNowhere() {
        UserDefinedRoute route = UserDefinedRoute.via(Prefix.DEFAULT_IPV4, IpAddress.parse("10.99.0.4"));
        assertThat(way(rehearsal(route), APP, "8.8.8.8")).containsExactly("hub.app");
    }

    @Test
    void othersDoNotSeeTheTableOfASubnet() {
        Rehearsal rehearsal = rehearsal(via(SITE + "/32"));
        assertThat(way(rehearsal, APP, SITE)).contains("nva");
        assertThat(way(rehearsal, WEB, SITE)).contains("amsterdam.hosts").doesNotContain("nva");
    }

    @Test
    void withoutPropagationASubnetIsFedNothing() {
        NetworkPlan plan = compile(new SubnetRouteTable("table", ImmutableMap.of(), false));
        assertThat(plan.feeds().values())
                .extracting(feed -> feed.to())
                .contains("hub.web", "hub.hosts", "nva")
                .doesNotContain("hub.app");
    }

    @Test
    void withoutPropagationOnTheGatewaySubnetNoGatewayWorks() {
        HybridNetwork network = Networks.vpn().build();
        Subnet gateways = new Subnet(
                Subnet.GATEWAY_SUBNET,
                ImmutableSet.of(Prefix.parse("10.20.255.0/27")),
                Optional.of("table"),
                ImmutableSet.of());
        NetworkPlan plan = Networks.compile(network.toBuilder()
                .put(new SubnetRouteTable("table", ImmutableMap.of(), false))
                .put(network.virtualNetworks().get("hub").toBuilder()
                        .subnets(ImmutableMap.of(gateways.name(), gateways))
                        .build())
                .build());
        assertThat(plan.sessions().values().stream()
                        .filter(session -> session.name().startsWith("hub-ams.")
                                || session.name().startsWith("vpn")))
                .isNotEmpty()
                .noneMatch(SessionPlan::enabled);
    }

    @Test
    void aSubnetThatIsCalledLikeAGatewayIsNone() {
        VirtualNetwork hub = Networks.oneCircuit().build().virtualNetworks().get("hub");
        for (String name : List.of("gateway-apps", "vpn-gateway-dmz")) {
            NetworkPlan plan = Networks.compile(Networks.oneCircuit()
                    .put(hub.toBuilder()
                            .subnets(ImmutableMap.of(name, subnet(name, 1, Optional.empty())))
                            .build())
                    .build());
            assertThat(plan.nodes().get("hub." + name).statics())
                    .isNotEmpty()
                    .allMatch(route -> route.source() == RouteSource.SYSTEM);
        }
    }

    @Test
    void aVnetWithoutSubnetsFollowsTheDefaultRouteOfTheSystemToTheInternet() {
        Rehearsal rehearsal = new Rehearsal(Networks.oneCircuit()
                .put(new InternetLink("isp", "ce1", "", "", Optional.empty(), 3_000_000))
                .build());
        assertThat(way(rehearsal, "10.20.1.4", "198.51.100.7")).contains(Names.MICROSOFT);
    }

    @Test
    void packetsGoTheOldWayUntilTheGatewayFollowsTheUser() {
        Rehearsal rehearsal = new Rehearsal(onlyByUserRoutes());
        GroupFlows flows = rehearsal.flows(SITE, APP);
        long put = rehearsal.running().nowNanos();
        rehearsal.does(new VnetOperation.PutRoute("gateways", via("10.20.0.0/16")));
        long now = rehearsal.running().nowNanos();
        assertThat(flows.outages(ImmutableSet.of(FlowDirection.FORWARD), put, now)
                        .hit())
                .isZero();
        assertThat(flows.walk(0, FlowDirection.FORWARD, now).nodes()).contains("nva");
    }

    /** The subnet of the application takes no routes of gateways, and that of the gateways has an empty table. */
    private static HybridNetwork onlyByUserRoutes() {
        UserDefinedRoute back = via("10.10.0.0/16");
        HybridNetwork network = network(new SubnetRouteTable("table", ImmutableMap.of(back.prefix(), back), false));
        VirtualNetwork hub = network.virtualNetworks().get("hub");
        Subnet gateways = new Subnet(
                Subnet.GATEWAY_SUBNET,
                ImmutableSet.of(Prefix.parse("10.20.255.0/27")),
                Optional.of("gateways"),
                ImmutableSet.of());
        return network.toBuilder()
                .put(new SubnetRouteTable("gateways", ImmutableMap.of(), true))
                .put(hub.toBuilder()
                        .subnets(ImmutableMap.of("app", hub.subnets().get("app"), gateways.name(), gateways))
                        .build())
                .build();
    }

    private static UserDefinedRoute via(String prefix) {
        return UserDefinedRoute.via(Prefix.parse(prefix), IpAddress.parse(NVA));
    }

    /** The network whose subnet {@code app} has this route. */
    private static Rehearsal rehearsal(UserDefinedRoute route) {
        return new Rehearsal(network(new SubnetRouteTable("table", ImmutableMap.of(route.prefix(), route), true)));
    }

    /** The nodes that packets come to, the last of which keeps them. */
    private static List<String> way(Rehearsal rehearsal, String from, String to) {
        return rehearsal
                .flows(from, to)
                .paths(FlowDirection.FORWARD, rehearsal.running().nowNanos())
                .keySet()
                .stream()
                .flatMap(walk -> walk.nodes().stream())
                .distinct()
                .toList();
    }

    private static NetworkPlan compile(SubnetRouteTable table) {
        return Networks.compile(network(table));
    }

    private static HybridNetwork network(SubnetRouteTable table) {
        HybridNetwork network = Networks.oneCircuit().build();
        VirtualNetwork hub = network.virtualNetworks().get("hub").toBuilder()
                .subnets(ImmutableMap.of(
                        "app", subnet("app", 1, Optional.of("table")), "web", subnet("web", 2, Optional.empty())))
                .build();
        return network.toBuilder()
                .put(hub)
                .put(table)
                .put(new Appliance("nva", "hub", IpAddress.parse(NVA), false, "nva"))
                .build();
    }

    private static Subnet subnet(String name, int number, Optional<String> table) {
        return new Subnet(name, ImmutableSet.of(Prefix.parse("10.20." + number + ".0/24")), table, ImmutableSet.of());
    }
}
