package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Connection;
import coldpotato.core.azure.ExpressRouteGateway;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.operations.PeeringOperation;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import coldpotato.sim.plan.FeedPlan;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every plan. */
class AzureCompilerTest {
    private static final ImmutableList<HybridNetwork> NETWORKS = ImmutableList.of(
            scaleGatewayWithItsOwnCommunity(),
            hubOfFiveCircuits(),
            Networks.oneCircuit().build(),
            Networks.everything().build(),
            Networks.globalReach().build(),
            Networks.virtualWan().build(),
            Networks.vpn().build(),
            Networks.appliance().build(),
            new PeeringOperation.AttachRouteFilter("er-ams", "storage")
                    .change(Networks.everythingOverLayer3().build()));

    @Test
    void givesEveryElementTheNameThatFilesUse() {
        NetworkPlan plan = Networks.compile(Networks.oneCircuit().build());
        assertThat(plan.nodes().keySet())
                .containsExactlyInAnyOrder(
                        "amsterdam.hosts",
                        "ce1",
                        "ce2",
                        "er-ams.msee1.private",
                        "er-ams.msee2.private",
                        "hub.hosts",
                        "hub.gateway1",
                        "hub.gateway2");
        assertThat(plan.links().keySet())
                .containsExactlyInAnyOrder(
                        "amsterdam.lan.ce1",
                        "amsterdam.lan.ce2",
                        "amsterdam.ce1-ce2",
                        "er-ams.primary.private",
                        "er-ams.secondary.private",
                        "hub.gateway1.vnet",
                        "hub.gateway2.vnet",
                        "hub-ams.msee1.gateway1",
                        "hub-ams.msee1.gateway2",
                        "hub-ams.msee2.gateway1",
                        "hub-ams.msee2.gateway2");
        assertThat(plan.sessions().keySet())
                .containsExactlyInAnyOrder(
                        "er-ams.primary.private.ipv4",
                        "er-ams.secondary.private.ipv4",
                        "ibgp.ce1-ce2.ipv4",
                        "hub-ams.msee1.gateway1.ipv4",
                        "hub-ams.msee1.gateway2.ipv4",
                        "hub-ams.msee2.gateway1.ipv4",
                        "hub-ams.msee2.gateway2.ipv4");
    }

    @Test
    void givesWhatFailsTogetherANameOfItsOwn() {
        ImmutableMap<String, ImmutableSet<String>> groups =
                Networks.compile(Networks.everything().build()).groups();
        assertThat(groups.get("er-ams.primary")).containsExactly("er-ams.primary.private", "er-ams.primary.microsoft");
        assertThat(groups.get("er-ams")).containsExactly("er-ams.primary", "er-ams.secondary");
        assertThat(groups.get("er-ams.provider")).containsExactly("er-ams.primary", "er-ams.secondary");
        assertThat(groups.get("er-ams.msee1")).containsExactly("er-ams.msee1.private", "er-ams.msee1.microsoft");
        assertThat(groups.get("location.Amsterdam"))
                .containsExactly("er-ams.msee1", "er-ams.primary", "er-ams.msee2", "er-ams.secondary");
        assertThat(groups.get("amsterdam.lan")).containsExactly("amsterdam.lan.ce1", "amsterdam.lan.ce2");
        assertThat(groups.get("hub.gateway")).containsExactly("hub.gateway1", "hub.gateway2");
        assertThat(groups.get("hub-ams")).hasSize(4);
        assertThat(groups.get("duct")).containsExactly("er-ams.primary", "wan");
    }

    @Test
    void everyNameThatAPlanUsesExists() {
        for (HybridNetwork network : NETWORKS) {
            NetworkPlan plan = Networks.compile(network);
            assertThat(plan.nodes().keySet()).containsAll(usedNodes(plan));
            assertThat(plan.groups().values().stream().flatMap(Collection::stream))
                    .allMatch(name -> plan.nodes().containsKey(name)
                            || plan.links().containsKey(name)
                            || plan.groups().containsKey(name));
            assertThat(plan.sessions().values().stream()
                            .flatMap(session -> Stream.of(session.a(), session.b()))
                            .flatMap(peer -> peer.interfaceName().stream()))
                    .allMatch(plan.links()::containsKey);
        }
    }

    @Test
    void everyAddressAndRouterIdOfAPlanBelongsToOne() {
        for (HybridNetwork network : NETWORKS) {
            NetworkPlan plan = Networks.compile(network);
            assertThat(plan.nodes().values()).extracting(NodePlan::routerId).doesNotHaveDuplicates();
            assertThat(plan.links().values().stream()
                            .flatMap(link -> Stream.of(link.a(), link.b()))
                            .flatMap(end -> end.addresses().stream())
                            .map(LinkPlan.Address::address))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everySessionRunsBetweenAddressesOfItsNodes() {
        for (HybridNetwork network : NETWORKS) {
            NetworkPlan plan = Networks.compile(network);
            for (SessionPlan session : plan.sessions().values()) {
                assertThat(Networks.addresses(plan, session.nodeA()))
                        .contains(session.a().localAddress());
                assertThat(Networks.addresses(plan, session.nodeB()))
                        .contains(session.b().localAddress());
                assertThat(session.a().remoteAddress()).isEqualTo(session.b().localAddress());
                assertThat(session.a().remoteAs())
                        .isEqualTo(plan.nodes().get(session.nodeB()).asn());
            }
        }
    }

    @Test
    void everyElementSaysWhereItComesFrom() {
        NetworkPlan plan = Networks.compile(Networks.everything()
                .places(ImmutableMap.of("circuits.er-ams", "file.yaml:9:3"))
                .build());
        assertThat(plan.links().get("er-ams.primary.private").provenance().modelPath())
                .isEqualTo("circuits.er-ams.private-peering.primary");
        assertThat(plan.links().get("er-ams.primary.private").provenance().place())
                .isEqualTo("file.yaml:9:3");
        assertThat(plan.nodes().values())
                .noneMatch(node -> node.provenance().modelPath().isEmpty());
    }

    @Test
    void whatIsAddedLeavesEverythingElseAsItWas() {
        HybridNetwork before = Networks.everything().build();
        HybridNetwork after = before.toBuilder()
                .put(Networks.circuit("er-lon", "London", "192.168.200.0/29", "lon1", "lon1"))
                .put(new Connection("hub-lon", "hub", "er-lon", 10))
                .build();
        assertThat(Networks.compile(after).links())
                .containsAllEntriesOf(Networks.compile(before).links());
        assertThat(Networks.compile(after).sessions())
                .containsAllEntriesOf(Networks.compile(before).sessions());
        assertThat(Networks.compile(after).nodes())
                .containsAllEntriesOf(Networks.compile(before).nodes());
    }

    @Test
    void theSameModelAlwaysGivesTheSamePlan() {
        assertThat(Networks.compile(Networks.everything().build()))
                .isEqualTo(Networks.compile(Networks.everything().build()));
    }

    @Test
    void feedsTheGatewaysRoutesIntoTheVirtualNetwork() {
        NetworkPlan plan = Networks.compile(Networks.oneCircuit().build());
        assertThat(plan.feeds().values()).extracting(FeedPlan::from).containsExactly("hub.gateway1", "hub.gateway2");
        assertThat(plan.feeds().values()).allMatch(feed -> feed.to().equals("hub.hosts"));
        assertThat(plan.feeds().values()).allMatch(feed -> Networks.addresses(plan, feed.from())
                .contains(feed.terms().nextHop().orElseThrow()));
    }

    @Test
    void aVirtualNetworkKeepsItsOwnPrefixesToItself() {
        NetworkPlan plan = Networks.compile(Networks.oneCircuit().build());
        assertThat(plan.nodes().get("hub.hosts").pinned()).containsExactly(Prefix.parse("10.20.0.0/16"));
        assertThat(plan.nodes().get("hub.gateway1").pinned()).containsExactly(Prefix.parse("10.20.0.0/16"));
    }

    private static HybridNetwork hubOfFiveCircuits() {
        HybridNetworkBuilder network = Networks.virtualWan();
        String hub = network.build().hubs().keySet().asList().get(0);
        ImmutableList<String> locations = ImmutableList.of("London", "Paris", "Dublin", "Frankfurt", "Madrid");
        for (int i = 0; i < locations.size(); i++) {
            String circuit = "er-" + locations.get(i);
            network.put(Networks.circuit(circuit, locations.get(i), "192.168.20" + i + ".0/29", "ce1", "ce2"))
                    .put(new Connection("hub-" + circuit, hub, circuit, 0));
        }
        return network.build();
    }

    private static HybridNetwork scaleGatewayWithItsOwnCommunity() {
        HybridNetwork from = Networks.oneCircuit().build();
        return from.toBuilder()
                .put(from.virtualNetworks().get("hub").toBuilder()
                        .customCommunity(Optional.of(Community.parse("12076:20001")))
                        .gateway(Optional.of(new ExpressRouteGateway("ErGwScale")))
                        .build())
                .assumptions(new AssumptionValues(ImmutableMap.of(Assumptions.LEARNED_LIMIT_TEARS_DOWN.name(), "on")))
                .build();
    }

    private static ImmutableSet<String> usedNodes(NetworkPlan plan) {
        ImmutableSet.Builder<String> used = ImmutableSet.builder();
        plan.links().values().forEach(link -> used.add(link.a().node(), link.b().node()));
        plan.sessions().values().forEach(session -> used.add(session.nodeA(), session.nodeB()));
        plan.feeds().values().forEach(feed -> used.add(feed.from(), feed.to()));
        return used.build();
    }
}
