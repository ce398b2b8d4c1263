package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Connection;
import coldpotato.core.azure.EdgeRouter;
import coldpotato.core.azure.ForeignCloud;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.IpVpn;
import coldpotato.core.azure.WanLink;
import coldpotato.core.azure.operations.AnnouncementOperation;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class IpVpnTest {

    @Test
    void carriesRoutesBetweenItsSitesAndMicrosoft() {
        Rehearsal rehearsal = new Rehearsal(network(ipvpn(false, false, false)).build());
        assertThat(rehearsal.paths("hub.gateway1", "10.10.0.0/16")).isEqualTo("12076 64520 65010");
        assertThat(rehearsal.paths("ce1", "10.20.0.0/16")).isEqualTo("64520 12076");
        assertThat(rehearsal.paths("ce1", "10.11.0.0/16")).isEqualTo("64520 65020");
        assertThat(rehearsal.delivered(rehearsal.flows("10.10.1.5", "10.20.1.4")))
                .isEqualTo(1);
    }

    @Test
    void survivesTheLossOfOneOfItsEdgesAtMicrosoft() {
        Rehearsal rehearsal = new Rehearsal(network(ipvpn(false, false, false)).build());
        rehearsal.fails("er-ams.primary");
        assertThat(rehearsal.delivered(rehearsal.flows("10.10.1.5", "10.20.1.4")))
                .isEqualTo(1);
    }

    @Test
    void sitesOfOneAsHearEachOtherIfItOverridesTheirs() {
        HybridNetworkBuilder twins =
                network(ipvpn(false, false, false)).put(Networks.site("london", 65010, "10.11.0.0/16", "lon1"));
        assertThat(new Rehearsal(twins.build()).paths("ce1", "10.11.0.0/16")).isEmpty();
        assertThat(new Rehearsal(twins.put(ipvpn(true, false, false)).build()).paths("ce1", "10.11.0.0/16"))
                .isEqualTo("64520 64520");
    }

    @Test
    void reflectsAzuresRoutesIntoAnotherCircuitOnlyIfItFiltersNothing() {
        assertThat(new Rehearsal(secondCircuit(ipvpn(false, false, false)))
                        .paths("er-lon.msee1.private", "10.20.0.0/16"))
                .isEmpty();
        assertThat(new Rehearsal(secondCircuit(ipvpn(false, true, false)))
                        .paths("er-lon.msee1.private", "10.20.0.0/16"))
                .isEqualTo("64520 12076");
    }

    @Test
    void announcesItsLinksOnlyIfItFiltersNothing() {
        assertThat(new Rehearsal(network(ipvpn(false, false, false)).build()).paths("hub.gateway1", "10.255.0.0/30"))
                .isEmpty();
        assertThat(new Rehearsal(network(ipvpn(false, false, true)).build()).paths("hub.gateway1", "10.255.0.0/30"))
                .isEqualTo("12076 64520");
    }

    @Test
    void aSiteBehindItAnnouncesAndWithdrawsAsAWhole() {
        Rehearsal rehearsal = new Rehearsal(network(ipvpn(false, false, false)).build());
        rehearsal.does(new AnnouncementOperation.Announce("london", Networks.prefixes("10.12.0.0/16")));
        assertThat(rehearsal.paths("hub.gateway1", "10.12.0.0/16")).isEqualTo("12076 64520 65020");
        rehearsal.does(new AnnouncementOperation.Withdraw("london", Networks.prefixes("10.12.0.0/16")));
        assertThat(rehearsal.paths("hub.gateway1", "10.12.0.0/16")).isEmpty();
    }

    @Test
    void aCloudClosesTheSessionThatBringsItTooMuch() {
        Rehearsal rehearsal = new Rehearsal(network(ipvpn(false, false, false))
                .put(cloud(4))
                .put(new WanLink("to-aws", "dx1", "pe1", 10, Durations.millis(1), "", ""))
                .build());
        assertThat(rehearsal.paths("hub.gateway1", "172.31.0.0/16")).isEqualTo("12076 64520 64512");
        assertThat(rehearsal.isUp("to-aws.ipv4")).isTrue();
        rehearsal.does(new AnnouncementOperation.Announce("london", Networks.prefixes("10.12.0.0/16")));
        assertThat(rehearsal.isUp("to-aws.ipv4")).isFalse();
        rehearsal.does(new AnnouncementOperation.Withdraw("london", Networks.prefixes("10.12.0.0/16")));
        assertThat(rehearsal.isUp("to-aws.ipv4")).isTrue();
    }

    /**
     * <pre>
     * amsterdam - ce1 - pe3 -+- pe1 - er-ams.primary   - hub
     * london    - lon1 - pe3 +- pe2 - er-ams.secondary -
     * </pre>
     */
    private static HybridNetworkBuilder network(IpVpn ipvpn) {
        return HybridNetwork.EMPTY.toBuilder()
                .put(Networks.site("amsterdam", 65010, "10.10.0.0/16", "ce1"))
                .put(Networks.site("london", 65020, "10.11.0.0/16", "lon1"))
                .put(ipvpn)
                .put(new WanLink(
                        "access-ams",
                        "ce1",
                        "pe3",
                        10,
                        Durations.millis(1),
                        "",
                        "",
                        Optional.of(Prefix.parse("10.255.0.0/30"))))
                .put(new WanLink("access-lon", "lon1", "pe3", 10, Durations.millis(1), "", ""))
                .put(Networks.circuit("er-ams", "Amsterdam", "192.168.100.128/29", "pe1", "pe2"))
                .put(Networks.vnet("hub", "West Europe", "10.20.0.0/16"))
                .put(new Connection("hub-ams", "hub", "er-ams", 0));
    }

    private static HybridNetwork secondCircuit(IpVpn ipvpn) {
        return network(ipvpn)
                .put(Networks.circuit("er-lon", "London", "192.168.200.0/29", "pe3", "pe3"))
                .build();
    }

    private static IpVpn ipvpn(boolean overridesAs, boolean reflectsAzure, boolean announcesLinks) {
        return new IpVpn(
                "mpls",
                new Asn(64520),
                routers("pe1", "pe2", "pe3"),
                Durations.millis(4),
                overridesAs,
                reflectsAzure,
                announcesLinks);
    }

    private static ForeignCloud cloud(int maximumPrefix) {
        return new ForeignCloud(
                "aws",
                new Asn(64512),
                Networks.prefixes("172.31.0.0/16"),
                routers("dx1"),
                OptionalInt.of(maximumPrefix),
                Optional.empty());
    }

    private static ImmutableMap<String, EdgeRouter> routers(String... names) {
        return Arrays.stream(names)
                .collect(ImmutableMap.toImmutableMap(
                        name -> name, name -> new EdgeRouter(name, 1, Durations.millis(50))));
    }
}
