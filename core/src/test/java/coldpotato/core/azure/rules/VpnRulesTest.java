package coldpotato.core.azure.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PointToSite;
import coldpotato.core.azure.PointToSite.Protocol;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnConnection.BgpAddresses;
import coldpotato.core.azure.VpnConnection.Over;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.operations.OperationResult;
import coldpotato.core.azure.operations.VpnOperation;
import coldpotato.core.net.Asn;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VpnRulesTest {
    private static final VpnGateway USUAL = VpnGateway.builder("VpnGw1").build();
    private static final VpnConnection BACKUP =
            VpnConnection.toRouter("backup", "hub", PeeringLink.builder("ce1").build(), Over.BEST_ROUTE);

    @Test
    void hasNothingAgainstABackup() {
        assertThat(refusals(USUAL, BACKUP)).isEmpty();
        assertThat(Consistency.check(network(USUAL, BACKUP))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "70000, has more than 16 bits",
        "65517, is reserved by Azure",
        "8075, is reserved by Azure",
        "12076, is reserved by Azure",
        "23456, is reserved by IANA",
        "64500, is reserved by IANA",
        "65535, is reserved by IANA"
    })
    void refusesAnAsThatIsTakenOrTooLong(long asn, String why) {
        assertThat(refusals(USUAL.withAsn(new Asn(asn)), BACKUP)).contains("AS " + asn + " " + why);
    }

    @Test
    void refusesTheSameAsAtBothEnds() {
        assertThat(refusals(USUAL.withAsn(new Asn(65010)), BACKUP))
                .containsExactly("both ends are AS 65010, so that they cannot exchange routes");
    }

    @Test
    void refusesTwoGatewaysOfTheSameAs() {
        HybridNetwork network = network(USUAL).toBuilder()
                .put(VirtualNetwork.builder("spoke", "West Europe")
                        .prefixes(Models.prefixes("10.30.0.0/16"))
                        .vpnGateway(Optional.of(USUAL))
                        .build())
                .put(VpnConnection.builder("between", "hub")
                        .otherGateway(Optional.of("spoke"))
                        .build())
                .build();
        assertThat(Validity.check(network)).singleElement().satisfies(refusal -> assertThat(refusal.source())
                .isEqualTo(Document.INTEROPERABILITY));
    }

    @Test
    void refusesBasicBesideExpressRouteAndWithBgp() {
        assertThat(refusals(VpnGateway.builder("Basic").build()))
                .contains("Basic does not speak BGP", "Basic does not stand beside an ExpressRoute gateway");
    }

    @Test
    void refusesAPolicyBasedGatewayBesideExpressRoute() {
        VpnGateway policyBased =
                VpnGateway.builder("VpnGw1").bgp(false).routeBased(false).build();
        assertThat(refusals(policyBased)).containsExactly("beside an ExpressRoute gateway it must be route-based");
    }

    @Test
    void countsTunnelsOfBothInstances() {
        VpnConnection[] sixteen = IntStream.rangeClosed(1, 16)
                .mapToObj(i -> VpnConnection.toRouter(
                        "c" + i, "hub", PeeringLink.builder("ce1").build(), Over.BEST_ROUTE))
                .toArray(VpnConnection[]::new);
        assertThat(refusals(USUAL, sixteen)).isEmpty();
        assertThat(refusals(USUAL.withActiveActive(true), sixteen))
                .containsExactly("32 tunnels, while VpnGw1 takes 30");
        assertThat(refusals(USUAL.withActiveActive(true).withSku("VpnGw4"), sixteen))
                .isEmpty();
    }

    @Test
    void aSizeIsOneOfTheListWhateverTheCaseOfItsLetters() {
        HybridNetwork after = new VpnOperation.SetSku("hub", "vpngw2").change(network(USUAL));
        assertThat(after.vpnGateway("hub").orElseThrow().sku()).isEqualTo("VpnGw2");
        assertThatThrownBy(() -> new VpnOperation.SetSku("hub", "VpnGw9").change(network(USUAL)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesIpv6OverAVpnGateway() {
        VpnConnection dualStack = VpnConnection.builder("backup", "hub")
                .customer(BACKUP.customer())
                .bgp(false)
                .prefixes(Models.prefixes("10.10.0.0/16", "2001:db8:10::/48"))
                .build();
        assertThat(refusals(USUAL, dualStack))
                .containsExactly("2001:db8:10::/48 is IPv6; VPN gateways carry IPv4 only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.20.255", "169.254.23.0", "10.1.1.1"})
    void refusesACustomBgpAddressOfAnotherRange(String address) {
        VpnConnection custom = VpnConnection.builder("backup", "hub")
                .customer(BACKUP.customer())
                .bgpAddresses(Optional.of(new BgpAddresses(IpAddress.parse(address), IpAddress.parse("169.254.21.1"))))
                .build();
        assertThat(refusals(USUAL, custom))
                .containsExactly("BGP address " + address + " is not from 169.254.21.0 to 169.254.22.255");
    }

    @Test
    void refusesSstpBesideOpenVpn() {
        assertThat(refusals(with(Protocol.SSTP, Protocol.OPENVPN)))
                .containsExactly("SSTP and OpenVPN do not go together");
        assertThat(refusals(with(Protocol.SSTP, Protocol.IKEV2))).isEmpty();
        assertThat(refusals(with(Protocol.IKEV2, Protocol.OPENVPN))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VpnGw1", "VpnGw2AZ", "VpnGw5"})
    void refusesThe129thSstpClientWhateverTheSize(String sku) {
        OperationResult result = new VpnOperation.ConnectClients("hub", Protocol.SSTP, 129)
                .apply(network(with(Protocol.SSTP, Protocol.IKEV2).withSku(sku)));
        assertThat(result.refusals()).singleElement().satisfies(refusal -> assertThat(refusal.reason())
                .startsWith("1 of 129 sstp clients refused: SSTP ends at 128"));
        assertThat(clients(result).connected(Protocol.SSTP)).isEqualTo(128);
    }

    @Test
    void sharesOneQuotaBetweenIkev2AndOpenVpnButNotWithSstp() {
        HybridNetwork network = network(with(Protocol.IKEV2, Protocol.OPENVPN));
        network = new VpnOperation.ConnectClients("hub", Protocol.IKEV2, 200)
                .apply(network)
                .network();
        OperationResult result = new VpnOperation.ConnectClients("hub", Protocol.OPENVPN, 51).apply(network);
        assertThat(result.isRefused()).isTrue();
        assertThat(clients(result).connected(Protocol.OPENVPN)).isEqualTo(50);
    }

    private static PointToSite clients(OperationResult result) {
        return result.network().vpnGateway("hub").orElseThrow().pointToSite().orElseThrow();
    }

    private static VpnGateway with(Protocol... protocols) {
        return USUAL.withPointToSite(new PointToSite(ImmutableSet.copyOf(protocols), Prefix.parse("172.16.0.0/22")));
    }

    private static HybridNetwork network(VpnGateway gateway, VpnConnection... connections) {
        VirtualNetwork hub = Models.usual().virtualNetworks().get("hub");
        HybridNetworkBuilder network = Models.usual().toBuilder()
                .put(hub.toBuilder().vpnGateway(Optional.of(gateway)).build());
        ImmutableList.copyOf(connections).forEach(network::put);
        return network.build();
    }

    private static ImmutableList<String> refusals(VpnGateway gateway, VpnConnection... connections) {
        return texts(network(gateway, connections));
    }

    private static ImmutableList<String> texts(HybridNetwork network) {
        return Validity.check(network).stream().map(Refusal::reason).collect(ImmutableList.toImmutableList());
    }
}
