package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Connection;
import coldpotato.core.azure.GlobalReach;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.azure.operations.GlobalReachOperation;
import coldpotato.core.net.Prefix;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GlobalReachTest {
    private static final String AMSTERDAM = "10.10.1.5";
    private static final String LONDON = "10.11.1.5";
    private static final String PARIS = "10.12.1.5";

    @Test
    void theFarSiteIsSeenBehindMicrosoftsAsWithItsOwnPrivateAs() {
        Rehearsal rehearsal = new Rehearsal(Networks.globalReach().build());
        assertThat(rehearsal.paths("ce1", "10.11.0.0/16")).isEqualTo("12076 65020");
        assertThat(rehearsal.paths("er-lon.msee1.private", "10.10.0.0/16")).isEqualTo("65010");
        assertThat(rehearsal.delivered(rehearsal.flows(AMSTERDAM, LONDON))).isEqualTo(1);
    }

    @Test
    void virtualNetworksAndTheFarSiteKnowNothingOfEachOther() {
        Rehearsal rehearsal = new Rehearsal(Networks.globalReach().build());
        assertThat(rehearsal.paths("lon1", "10.20.0.0/16")).isEmpty();
        assertThat(rehearsal.paths("hub.gateway1", "10.11.0.0/16")).isEmpty();
        assertThat(rehearsal.paths("hub.gateway1", "10.10.0.0/16")).isEqualTo("12076 65010");
    }

    @Test
    void failsWithTheLinksBehindAnEdgeRouter() {
        NetworkPlan plan = Networks.compile(Networks.globalReach().build());
        assertThat(plan.groups().get("er-ams.msee1.core")).contains("ams-lon.primary", "ams-lon.primary-secondary");
        assertThat(plan.groups().get("er-lon.msee1.core")).contains("ams-lon.primary", "ams-lon.secondary-primary");
    }

    @Test
    void isNotTransitive() {
        Rehearsal rehearsal = new Rehearsal(Networks.globalReach()
                .put(Networks.site("paris", 65030, "10.12.0.0/16", "par1", "par2"))
                .put(Networks.circuit("er-par", "Paris", "192.168.210.0/29", "par1", "par2"))
                .put(Networks.globalReach("lon-par", "er-lon", "er-par", "192.168.251.0/29"))
                .build());
        assertThat(rehearsal.delivered(rehearsal.flows(LONDON, PARIS))).isEqualTo(1);
        GroupFlows across = rehearsal.flows(AMSTERDAM, PARIS);
        assertThat(rehearsal.delivered(across)).isZero();
        rehearsal.does(new GlobalReachOperation.Connect(
                Networks.globalReach("ams-par", "er-ams", "er-par", "192.168.252.0/29")));
        assertThat(rehearsal.delivered(across)).isEqualTo(1);
        rehearsal.does(new GlobalReachOperation.Disconnect("ams-par"));
        assertThat(rehearsal.delivered(across)).isZero();
    }

    @Test
    void carriesIpv6IfItHasASubnetForIt() {
        GlobalReach from = Networks.globalReach("ams-lon", "er-ams", "er-lon", "192.168.250.0/29");
        GlobalReach both = new GlobalReach(
                "ams-lon",
                "er-ams",
                "er-lon",
                from.subnet(),
                Optional.of(Prefix.parse("2001:db8:0:9::/125")),
                ImmutableSet.of(),
                from.delayNanos());
        HybridNetwork network = Networks.globalReach()
                .put(Networks.withIpv6(Networks.circuit("er-ams", "Amsterdam", "192.168.100.128/29", "ce1", "ce2")))
                .put(Networks.withIpv6(Networks.circuit("er-lon", "London", "192.168.200.0/29", "lon1", "lon2")))
                .build();
        assertThat(Networks.compile(network).sessions()).doesNotContainKey("ams-lon.primary.ipv6");
        Rehearsal rehearsal = new Rehearsal(network.toBuilder().put(both).build());
        assertThat(rehearsal.isUp("ams-lon.primary.ipv6")).isTrue();
    }

    @Test
    void sitesOfOneAsRejectEachOther() {
        Rehearsal rehearsal = new Rehearsal(Networks.globalReach()
                .put(Networks.site("london", 65010, "10.11.0.0/16", "lon1", "lon2"))
                .build());
        assertThat(rehearsal.paths("er-ams.msee1.private", "10.11.0.0/16")).isEqualTo("65010");
        assertThat(rehearsal.paths("ce1", "10.11.0.0/16")).isEmpty();
    }

    @Test
    void survivesTheLossOfDifferentLinksAtBothEndsIfItCrosses() {
        Rehearsal crossing = new Rehearsal(Networks.globalReach().build());
        Rehearsal parallel = new Rehearsal(Networks.globalReach()
                .assumptions(new AssumptionValues(ImmutableMap.of("global-reach-crosses-legs", "off")))
                .build());
        assertThat(afterCrossedFailures(crossing)).isEqualTo(1);
        assertThat(afterCrossedFailures(parallel)).isZero();
    }

    private static double afterCrossedFailures(Rehearsal rehearsal) {
        GroupFlows flows = rehearsal.flows(AMSTERDAM, LONDON);
        rehearsal.fails("er-ams.primary");
        rehearsal.fails("er-lon.secondary");
        return rehearsal.delivered(flows);
    }

    @Test
    void aVirtualNetworkOnBothCircuitsStaysReachableFromBothSites() {
        Rehearsal rehearsal = new Rehearsal(Networks.globalReach()
                .put(new Connection("hub-lon", "hub", "er-lon", 0))
                .build());
        assertThat(rehearsal.paths("lon1", "10.20.0.0/16")).isEqualTo("12076");
        assertThat(rehearsal.delivered(rehearsal.flows("10.20.1.4", LONDON))).isEqualTo(1);
    }
}
