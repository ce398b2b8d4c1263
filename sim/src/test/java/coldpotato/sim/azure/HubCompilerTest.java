package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Connection;
import coldpotato.core.azure.ConnectionOperation;
import coldpotato.core.azure.HubOperation;
import coldpotato.core.azure.HubRoute;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.net.Prefix;
import coldpotato.sim.flow.GroupFlows;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HubCompilerTest {
    private static final String SITE = "10.10.0.0/16";

    private final Rehearsal rehearsal = new Rehearsal(Networks.virtualWan().build());

    @Test
    void aHubHearsItsCircuitAndOtherHubsHearTheHub() {
        assertThat(rehearsal.paths("hub1.router", SITE)).isEqualTo("12076 65010");
        assertThat(rehearsal.paths("hub2.router", SITE)).isEqualTo("65520 65520 12076 65010");
    }

    @Test
    void whatOneHubHeardOfAnotherItTellsNoThird() {
        assertThat(rehearsal.running().speaker("hub2.router").orElseThrow()).isNotNull();
        rehearsal.fails("hub1.router~hub3.router");
        assertThat(rehearsal.paths("hub2.router", SITE)).isEqualTo("65520 65520 12076 65010");
        assertThat(rehearsal.paths("hub3.router", SITE)).isEmpty();
    }

    @Test
    void circuitsSeeOwnPrefixesAndLongerPathsForThoseOfOtherHubs() {
        assertThat(rehearsal.paths("er-ams.msee1.private", "10.21.0.0/16")).isEqualTo("65515");
        assertThat(rehearsal.paths("er-ams.msee1.private", "10.22.0.0/16")).isEqualTo("65515 65520 65520");
        assertThat(rehearsal.paths("ce1", "10.22.0.0/16")).isEqualTo("12076");
    }

    @Test
    void spokesReachEachOtherAndTheSiteThroughHubRouters() {
        GroupFlows spokes = rehearsal.flows("10.22.0.4", "10.21.0.4");
        GroupFlows site = rehearsal.flows("10.22.0.4", "10.10.0.4");
        assertThat(rehearsal.delivered(spokes)).isEqualTo(1);
        assertThat(rehearsal.delivered(site)).isEqualTo(1);
        assertThat(rehearsal.share(site, "hub1.router~hub2.router")).isEqualTo(1);
    }

    @Test
    void twoCircuitsOfAHubAreNotJoined() {
        HybridNetwork network = Networks.virtualWan()
                .put(Networks.site("london", "10.11.0.0/16", "lon1"))
                .put(Networks.circuit("er-lon", "London", "192.168.200.0/29", "lon1", "lon1"))
                .put(new Connection("hub1-lon", "hub1", "er-lon", 0))
                .build();
        Rehearsal both = new Rehearsal(network);

        assertThat(both.paths("hub1.router", "10.11.0.0/16")).isEqualTo("12076 65010");
        assertThat(both.paths("er-lon.msee1.private", SITE)).isEmpty();
    }

    @Test
    void aStaticRouteComesBeforeBgpInItsHubOnly() {
        HubRoute route = new HubRoute(Prefix.parse(SITE), "to1", Optional.empty());
        rehearsal.does(new HubOperation.SetRoutes("hub1", ImmutableList.of(route)));

        assertThat(rehearsal.paths("hub1.router", SITE)).isEmpty();
        assertThat(rehearsal.paths("hub2.router", SITE)).isEmpty();
        assertThat(rehearsal.paths("hub1.gateway1", SITE)).isEqualTo("12076 65010");
    }

    @Test
    void vnetsComeAndGo() {
        rehearsal.does(new HubOperation.DisconnectVirtualNetwork("to2"));
        assertThat(rehearsal.paths("er-ams.msee1.private", "10.22.0.0/16")).isEmpty();
        rehearsal.does(new HubOperation.ConnectVirtualNetwork("to2", "hub1", "spoke2", false));
        assertThat(rehearsal.paths("er-ams.msee1.private", "10.22.0.0/16")).isEqualTo("65515");
        assertThat(rehearsal.delivered(rehearsal.flows("10.22.0.4", "10.10.0.4")))
                .isEqualTo(1);
    }

    @Test
    void aHubWithoutACircuitGetsOneWhileItRuns() {
        rehearsal.does(new ConnectionOperation.Connect("hub2-ams", "hub2", "er-ams", 0));
        assertThat(rehearsal.paths("hub2.router", SITE)).isEqualTo("12076 65010");
    }
}
