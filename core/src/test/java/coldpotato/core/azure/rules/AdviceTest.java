package coldpotato.core.azure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.HubGateway;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.LinkSubnets;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PrivatePeering;
import coldpotato.core.azure.RouteServerPeering;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.net.Asn;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 3", "30, 1", "10, 2"})
    void advisesAgainstTimersBelowThoseThatMicrosoftSupports(long hold, long keepalive) {
        assertThat(Advice.on(withTimers(hold, keepalive))).singleElement().satisfies(advice -> {
            assertThat(advice.modelPath()).isEqualTo("circuits.er.private-peering.primary");
            assertThat(advice.source()).isEqualTo(Document.BFD);
        });
    }

    @Test
    void hasNothingAgainstTheLowestTimersThatMicrosoftSupports() {
        assertThat(Advice.on(withTimers(10, 3))).isEmpty();
    }

    @Test
    void tellsThatAVpnGatewayBacksUpIpv4Only() {
        VirtualNetwork dualStack = Models.vnet("hub", "West Europe", "ErGw1AZ", "10.20.0.0/16", "fd20::/48").toBuilder()
                .vpnGateway(Optional.of(VpnGateway.builder("VpnGw1").build()))
                .build();
        assertThat(Advice.on(Models.usual().toBuilder().put(dualStack).build()))
                .extracting(Advice::source)
                .containsExactly(Document.IPV6);
    }

    @Test
    void tellsThatAHubLeavesOutTheIpv6OfACircuit() {
        assertThat(Advice.on(hubOn(Optional.of(LinkSubnets.split(Prefix.parse("2001:db8:1::/125"))))))
                .extracting(Advice::modelPath)
                .containsExactly("connections.we-er");
        assertThat(Advice.on(hubOn(Optional.empty()))).isEmpty();
    }

    private static HybridNetwork hubOn(Optional<LinkSubnets> ipv6) {
        Circuit circuit = Models.usual().circuits().get("er");
        PrivatePeering peering = circuit.privatePeering().orElseThrow();
        return Models.usual().toBuilder()
                .put(circuit.withPeering(peering.toBuilder().ipv6(ipv6).build()))
                .put(VirtualHub.builder("we", "West Europe", Prefix.parse("10.100.0.0/23"))
                        .gateway(Optional.of(new HubGateway(1, false)))
                        .build())
                .put(new Connection("we-er", "we", "er", 0))
                .build();
    }

    @Test
    void advisesAgainstSessionsWithOneInstanceOfRouteServer() {
        Appliance nva = new Appliance("nva", "hub", IpAddress.parse("10.20.9.4"), false, "nva")
                .withBgp(new ApplianceBgp(
                        new Asn(65001),
                        Optional.of(new RouteServerPeering("hub", ImmutableSet.of(2))),
                        ImmutableSet.of(),
                        0,
                        ImmutableSet.of(),
                        "",
                        "",
                        ImmutableMap.of()));
        assertThat(Advice.on(Models.usual().toBuilder().put(nva).build()))
                .extracting(Advice::modelPath)
                .containsExactly("appliances.nva");
    }

    private static HybridNetwork withTimers(long hold, long keepalive) {
        PeeringLink link = PeeringLink.builder("ce1")
                .timers(Durations.seconds(hold), Durations.seconds(keepalive))
                .build();
        Circuit circuit = Models.usual().circuits().get("er");
        Peering peering = circuit.privatePeering().orElseThrow().withLink(Leg.PRIMARY, link);
        return Models.usual().toBuilder().put(circuit.withPeering(peering)).build();
    }
}
