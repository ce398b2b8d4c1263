package coldpotato.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.net.Direction;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of two nodes that a link joins, which one is nearer to Azure. */
class LinkEndsTest {
    private static final String STORY = """
            vnets:
              hub: {vpn-gateway: {sku: VpnGw1, point-to-site: {protocols: [ikev2], address-pool: 172.16.0.0/24}}}
              app: {region: West Europe, prefixes: [10.21.0.0/16]}
            hubs:
              wan: {region: West Europe, prefix: 10.100.0.0/23, gateway: {scale-units: 1}, vpn-gateway: {}}
            hub-connections: {wan-app: {hub: wan, vnet: app}}
            connections: {wan-ams: {hub: wan, circuit: er-ams}}
            vpn-connections: {branch: {hub: wan, router: ce1}}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "ce1, er-ams.msee1.private",
        "er-ams.msee1.private, hub.gateway1",
        "hub.gateway1, hub.hosts",
        "hub.vpn-gateway1, hub.hosts",
        "hub.clients.ikev2, hub.vpn-gateway1",
        "er-ams.msee1.private, wan.gateway1",
        "wan.gateway1, wan.router",
        "wan.vpn-gateway1, wan.router",
        "ce1, wan.vpn-gateway1",
        "wan.router, app.hosts"
    })
    void theSecondIsNearerToAzure(String far, String near) {
        Scenario scenario = Story.scenario(folder, Story.ONE_CIRCUIT, STORY);
        NetworkPlan plan = Course.of(scenario, ImmutableSet.of()).start();
        assertThat(plan.links().values())
                .filteredOn(link -> ends(link).equals(ImmutableSet.of(far, near)))
                .isNotEmpty()
                .allMatch(link -> towardsAzure(link, plan).equals(near));
    }

    @Test
    void seenFromTheCoreOfAnEdgeRouterTheOtherEndOfGlobalReachIsNearerToAzure() {
        Scenario scenario = Story.scenario(folder, Story.ONE_CIRCUIT, """
                circuits:
                  er-lon: {location: London, private-peering: {subnet: 192.168.200.0/29, vlan: 200, primary: {router: ce1}, secondary: {router: ce1}}}
                global-reach: {gr: {between: [er-ams, er-lon], subnet: 192.168.250.0/29}}
                """);
        NetworkPlan plan = Course.of(scenario, ImmutableSet.of()).start();
        LinkEnds ends = new LinkEnds(plan);
        assertThat(ends.ambiguous("gr.primary")).containsExactly("gr.primary");
        assertThat(ends.ambiguous("er-lon.msee1.core")).isEmpty();
        assertThat(ends.towards(
                        Action.Direction.TO_AZURE,
                        "er-lon.msee1.core",
                        plan.links().get("gr.primary")))
                .hasValue(Direction.B_TO_A);
    }

    private static ImmutableSet<String> ends(LinkPlan link) {
        return ImmutableSet.of(link.a().node(), link.b().node());
    }

    private static String towardsAzure(LinkPlan link, NetworkPlan plan) {
        return new LinkEnds(plan)
                .towards(Action.Direction.TO_AZURE, link.name(), link)
                .map(direction -> direction == Direction.A_TO_B
                        ? link.b().node()
                        : link.a().node())
                .orElse("neither");
    }
}
