package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Subnet;
import coldpotato.core.azure.SubnetRouteTable;
import coldpotato.core.azure.UserDefinedRoute;
import coldpotato.core.azure.UserDefinedRoute.NextHopType;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.RouteSource;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubnetRoutesTest {

    @Test
    void everyPlaceIsADirectHopAway() {
        assertThat(routes("hub.app", UserDefinedRoute.to(Prefix.parse("10.99.0.0/16"), NextHopType.NONE)))
                .contains("system 10.20.0.0/16 hub.hosts", "system 10.20.2.0/24 hub.web", "system 10.20.9.4/32 nva");
    }

    @Test
    void privateAddressesNobodyKnowsAreDropped() {
        assertThat(routes("hub.web", via("10.10.0.0/16"))).contains("system 10.0.0.0/8 nothing");
    }

    @Test
    void aUserRouteForTheWholeSpaceTakesTheWayToEveryPlaceInIt() {
        assertThat(routes("hub.app", via("10.20.0.0/16")))
                .contains("user-defined 10.20.0.0/16 nva")
                .doesNotContain("system 10.20.2.0/24 hub.web");
    }

    @Test
    void aUserRouteShorterThanTheSpaceLeavesTheSpaceAlone() {
        assertThat(routes("hub.app", via("10.0.0.0/8")))
                .contains("user-defined 10.0.0.0/8 nva", "system 10.20.2.0/24 hub.web");
    }

    @Test
    void aRouteToAnAddressThatCannotBeReachedLeadsNowhere() {
        UserDefinedRoute route = UserDefinedRoute.via(Prefix.DEFAULT_IPV4, IpAddress.parse("10.99.0.4"));
        assertThat(routes("hub.app", route)).contains("user-defined 0.0.0.0/0 nothing");
    }

    @Test
    void othersDoNotSeeTheTableOfASubnet() {
        assertThat(routes("hub.web", via("10.10.0.0/16"))).noneMatch(route -> route.startsWith("user-defined"));
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

    private static UserDefinedRoute via(String prefix) {
        return UserDefinedRoute.via(Prefix.parse(prefix), IpAddress.parse("10.20.9.4"));
    }

    /** Source, prefix and the node that is sent to, of each route of a node. */
    private static List<String> routes(String node, UserDefinedRoute route) {
        NetworkPlan plan = compile(new SubnetRouteTable("table", ImmutableMap.of(route.prefix(), route), true));
        return plan.nodes().get(node).statics().stream()
                .filter(one -> one.source() != RouteSource.STATIC)
                .map(one -> one.source().text() + " " + one.prefix() + " "
                        + one.nextHops().stream()
                                .map(hop -> owner(plan, hop))
                                .findFirst()
                                .orElse("nothing"))
                .toList();
    }

    private static String owner(NetworkPlan plan, IpAddress address) {
        return plan.nodes().keySet().stream()
                .filter(node -> Networks.addresses(plan, node).contains(address))
                .findFirst()
                .orElseThrow();
    }

    private static NetworkPlan compile(SubnetRouteTable table) {
        HybridNetwork network = Networks.oneCircuit().build();
        VirtualNetwork hub = network.virtualNetworks().get("hub").toBuilder()
                .subnets(ImmutableMap.of(
                        "app", subnet("app", 1, Optional.of("table")), "web", subnet("web", 2, Optional.empty())))
                .build();
        return Networks.compile(network.toBuilder()
                .put(hub)
                .put(table)
                .put(new Appliance("nva", "hub", IpAddress.parse("10.20.9.4"), false, "nva"))
                .build());
    }

    private static Subnet subnet(String name, int number, Optional<String> table) {
        return new Subnet(name, ImmutableSet.of(Prefix.parse("10.20." + number + ".0/24")), table, ImmutableSet.of());
    }
}
