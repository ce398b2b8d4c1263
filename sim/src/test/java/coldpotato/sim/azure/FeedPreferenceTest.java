package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.RouteServer;
import coldpotato.core.azure.VirtualHub.RoutingPreference;
import coldpotato.core.azure.VirtualNetwork;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedPreferenceTest {

    @Test
    void aRouteServerThatPrefersVpnPutsOnlyExpressRouteLast() {
        VirtualNetwork vnet = preferring(RoutingPreference.VPN);
        FeedPreference hub = FeedPreference.hub(true, true);
        assertThat(hub.in(vnet)).isEqualTo(hub);
        assertThat(FeedPreference.EXPRESSROUTE.in(vnet).metric())
                .isGreaterThan(FeedPreference.VPN.in(vnet).metric());
    }

    private static VirtualNetwork preferring(RoutingPreference preference) {
        return Networks.vnet("hub", "West Europe", "10.20.0.0/16").toBuilder()
                .routeServer(Optional.of(new RouteServer(false, preference)))
                .build();
    }
}
