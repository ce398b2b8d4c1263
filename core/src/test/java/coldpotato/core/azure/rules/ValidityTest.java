package coldpotato.core.azure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PrivatePeering;
import coldpotato.core.azure.Provider;
import coldpotato.core.azure.RouteFilter;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidityTest {

    @Test
    void hasNothingAgainstAnOrdinaryNetwork() {
        assertThat(Validity.check(Models.usual())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {65515, 65520, 12076})
    void refusesAnAsThatIsKeptForAzure(long asn) {
        assertRefused(with(Models.site(asn, Models.prefixes("10.10.0.0/16"))), "AS " + asn);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 23456, 65535, 4294967295L})
    void refusesAnAsThatIsNobodys(long asn) {
        assertRefused(with(Models.site(asn, Models.prefixes("10.10.0.0/16"))), "AS " + asn + " is reserved by IANA");
    }

    @Test
    void refusesADocumentationAsOnMicrosoftPeeringOnly() {
        HybridNetwork network = with(Models.site(64500, Models.prefixes("10.10.0.0/16")));
        assertThat(Validity.check(network)).hasSize(2).allMatch(refusal -> refusal.modelPath()
                .startsWith("circuits.er.microsoft-peering."));
    }

    @Test
    void refusesTheSameVlanOnBothPeerings() {
        assertRefused(with(usualCircuit().withPeering(Models.privatePeering("192.168.100.128/29", 300))), "VLAN 300");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4095})
    void refusesAVlanThatDoesNotExist(int vlan) {
        assertRefused(
                with(usualCircuit().withPeering(Models.privatePeering("192.168.100.128/29", vlan))), "VLAN " + vlan);
    }

    @Test
    void refusesLinkSubnetsOfAnotherSize() {
        assertRefused(
                with(usualCircuit().withPeering(Models.privatePeering("192.168.100.128/28", 200))), "needs a /30");
    }

    @Test
    void refusesALinkSubnetInsideAVirtualNetwork() {
        assertRefused(with(usualCircuit().withPeering(Models.privatePeering("10.20.5.0/29", 200))), "VNet hub");
    }

    @Test
    void refusesTheSameLinkSubnetOnBothPeerings() {
        assertRefused(with(usualCircuit().withPeering(Models.privatePeering("198.51.100.0/29", 200))), "overlap");
    }

    @Test
    void refusesTheSameLinkSubnetOnMicrosoftPeeringsOfTwoCircuits() {
        Circuit other = Models.circuit("er2", Sku.STANDARD).withPeering(Models.microsoftPeering());
        assertRefused(with(other), "is in use by Microsoft peering of circuit er");
    }

    @Test
    void refusesPrivateLinkAddressesOnMicrosoftPeering() {
        assertRefused(
                with(usualCircuit().withPeering(Models.microsoftPeering("192.168.1.0/29", "203.0.113.0/24"))),
                "192.168.1.0/30 is not public");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0/0,default route", "10.0.0.0/8,not public", "172.16.5.0/24,not public", "fd00::/48,not public"})
    void refusesToAdvertiseWhatIsNotPublicOnMicrosoftPeering(String prefix, String reason) {
        assertRefused(with(usualCircuit().withPeering(Models.microsoftPeering("198.51.100.0/29", prefix))), reason);
    }

    @Test
    void refusesMicrosoftPeeringWithoutAdvertisedPrefixes() {
        assertRefused(
                with(usualCircuit().withPeering(Models.microsoftPeering("198.51.100.0/29"))), "no advertised public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefghijklmnopqrstuvwxyz", "with-hyphen"})
    void refusesAnMd5KeyThatIsTooLongOrHasOtherSigns(String key) {
        assertRefused(with(usualCircuit().withPeering(withMd5(key))), "MD5");
    }

    @Test
    void takesAnMd5KeyOfTwentyFiveLettersAndDigits() {
        assertThat(Validity.check(with(usualCircuit().withPeering(withMd5("abcdefghijklmnopqrstuvw12")))))
                .isEmpty();
    }

    @Test
    void cannotRefuseTimersOfTheCustomersOwnRouter() {
        PeeringLink link = PeeringLink.builder("ce1")
                .timers(Durations.seconds(3), Durations.seconds(1))
                .build();
        HybridNetwork network = with(usualCircuit()
                .withPeering(Models.privatePeering("192.168.100.128/29", 200).withLink(Leg.PRIMARY, link)));
        assertThat(Validity.check(network)).isEmpty();
    }

    @Test
    void refusesABandwidthThatIsNotOffered() {
        assertRefused(with(circuit("Amsterdam", Sku.STANDARD, 300)), "300 Mbps");
    }

    @Test
    void refusesLocalWhereThereIsNoLocalRegion() {
        assertRefused(with(circuit("Dallas", Sku.LOCAL, 1000)), "Local is not offered");
    }

    @ParameterizedTest
    @CsvSource({
        "LOCAL,UK South,true",
        "LOCAL,West Europe,false",
        "STANDARD,West Europe,true",
        "STANDARD,East US,false",
        "PREMIUM,East US,true",
        "PREMIUM,US Gov Virginia,false"
    })
    void letsACircuitReachAsFarAsItsSkuGoes(Sku sku, String region, boolean reached) {
        HybridNetwork network = Models.usual().toBuilder()
                .put(circuit("London", sku, 1000))
                .put(Models.vnet("hub", region, "ErGw1AZ", "10.20.0.0/16"))
                .build();
        assertThat(Validity.check(network)).hasSize(reached ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 32001})
    void refusesAWeightOutOfRange(int weight) {
        assertRefused(with(new Connection("hub-er", "hub", "er", weight)), "weight " + weight);
    }

    @Test
    void refusesAConnectionToACircuitWithoutPrivatePeering() {
        Circuit from = usualCircuit();
        Circuit bare = new Circuit(
                "er",
                "Amsterdam",
                Sku.STANDARD,
                1000,
                from.created(),
                from.provider(),
                Optional.empty(),
                from.microsoftPeering());
        assertRefused(with(bare), "no private peering");
    }

    @Test
    void refusesAConnectionOfAVirtualNetworkWithoutGateway() {
        HybridNetwork network = Models.usual().toBuilder()
                .put(new VirtualNetwork(
                        "hub", "West Europe", Models.prefixes("10.20.0.0/16"), Optional.empty(), Optional.empty()))
                .build();
        assertRefused(network, "no ExpressRoute gateway");
    }

    @Test
    void refusesAVpnGateway() {
        assertRefused(with(Models.vnet("hub", "West Europe", "VpnGw1", "10.20.0.0/16")), "VPN gateway");
    }

    @Test
    void refusesAFifthCircuitOfOneLocation() {
        HybridNetworkBuilder network = Models.usual().toBuilder();
        IntStream.range(0, 4).forEach(i -> network.put(Models.circuit("er" + i, Sku.STANDARD))
                .put(new Connection("hub-er" + i, "hub", "er" + i, 0)));
        assertRefused(network.build(), "5 circuits at Amsterdam");
        assertRefused(network.build(), "ErGw1AZ takes 4");
    }

    @Test
    void refusesAnEleventhConnectionOfAStandardCircuit() {
        HybridNetworkBuilder network = Models.usual().toBuilder();
        IntStream.range(0, 10)
                .forEach(i -> network.put(Models.vnet("spoke" + i, "West Europe", "ErGw1AZ", "10.2" + i + ".0.0/16"))
                        .put(new Connection("spoke-er" + i, "spoke" + i, "er", 0)));
        assertRefused(network.build(), "takes 10");
    }

    @Test
    void refusesASecondConnectionOfTheSamePair() {
        assertRefused(with(new Connection("again", "hub", "er", 0)), "hub-er already");
    }

    @Test
    void refusesADualStackVirtualNetworkOnACircuitOfIpv4Only() {
        assertRefused(with(Models.vnet("hub", "West Europe", "ErGw1AZ", "10.20.0.0/16", "fd20::/48")), "has IPv6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"65001:20001", "12076:50002", "12076:19999"})
    void refusesACustomCommunityOutsideTheRangeForCustomers(String community) {
        VirtualNetwork vnet = new VirtualNetwork(
                "hub",
                "West Europe",
                Models.prefixes("10.20.0.0/16"),
                Optional.of(Community.parse(community)),
                Optional.empty());
        assertRefused(with(vnet), community);
    }

    @Test
    void refusesCommunitiesOfOthersInARouteFilter() {
        HybridNetwork network = Models.usual().toBuilder()
                .put(new RouteFilter("storage", ImmutableSet.of(Community.parse("65001:1"))))
                .build();
        assertRefused(network, "65001:1");
    }

    @Test
    void looksAtTheProvidersAsWhereItWorksOnLayer3() {
        Circuit from = usualCircuit();
        Circuit circuit = new Circuit(
                "er",
                "Amsterdam",
                Sku.STANDARD,
                1000,
                LocalDate.of(2024, 1, 1),
                new Provider("Fabrikam", Optional.of(new Asn(65516)), false, 0),
                from.privatePeering(),
                Optional.empty());
        assertRefused(with(circuit), "AS 65516");
    }

    private static Circuit usualCircuit() {
        return Models.usual().circuits().get("er");
    }

    private static Circuit circuit(String location, Sku sku, long bandwidthMbps) {
        Circuit from = usualCircuit();
        return new Circuit(
                "er",
                location,
                sku,
                bandwidthMbps,
                from.created(),
                from.provider(),
                from.privatePeering(),
                Optional.empty());
    }

    private static PrivatePeering withMd5(String key) {
        PrivatePeering from = Models.privatePeering("192.168.100.128/29", 200);
        return from.toBuilder().md5(Optional.of(key)).build();
    }

    private static HybridNetwork with(Site site) {
        return Models.usual().toBuilder().put(site).build();
    }

    private static HybridNetwork with(Circuit circuit) {
        return Models.usual().toBuilder().put(circuit).build();
    }

    private static HybridNetwork with(VirtualNetwork vnet) {
        return Models.usual().toBuilder().put(vnet).build();
    }

    private static HybridNetwork with(Connection connection) {
        return Models.usual().toBuilder().put(connection).build();
    }

    private static void assertRefused(HybridNetwork network, String reason) {
        assertThat(Validity.check(network)).anyMatch(refusal -> refusal.reason().contains(reason));
    }
}
