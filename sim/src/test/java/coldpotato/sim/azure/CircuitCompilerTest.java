package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.PrivateAsRemoval;
import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PeeringLink.Bfd;
import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.azure.operations.EdgeOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.PeeringLeg;
import coldpotato.core.azure.operations.PeeringOperation;
import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Durations;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitCompilerTest {
    private static final PeeringLeg PRIMARY = new PeeringLeg("er-ams", Leg.PRIMARY, PeeringKind.PRIVATE);
    private static final String SESSION = "er-ams.primary.private.ipv4";

    @Test
    void givesTheCustomerTheFirstAddressOfALinkAndMicrosoftTheSecond() {
        NetworkPlan plan = Networks.compile(Networks.oneCircuit().build());
        assertThat(addresses(plan, "er-ams.primary.private"))
                .containsExactly("192.168.100.129/30", "192.168.100.130/30");
        assertThat(addresses(plan, "er-ams.secondary.private"))
                .containsExactly("192.168.100.133/30", "192.168.100.134/30");
    }

    @Test
    void putsIpv6OnTheSameLinkAndVlan() {
        NetworkPlan plan = Networks.compile(
                Networks.oneCircuit().put(Networks.withIpv6(circuit())).build());
        assertThat(addresses(plan, "er-ams.primary.private"))
                .containsExactly(
                        "192.168.100.129/30", "2001:db8:0:1::1/126", "192.168.100.130/30", "2001:db8:0:1::2/126");
        assertThat(addresses(plan, "er-ams.secondary.private")).contains("2001:db8:0:1::5/126", "2001:db8:0:1::6/126");
        assertThat(plan.sessions()).containsKeys("er-ams.primary.private.ipv6", "ibgp.ce1-ce2.ipv6");
    }

    @Test
    void runsMicrosoftsTimersOnOneSideAndTheCustomersOnTheOther() {
        NetworkPlan plan = after(new EdgeOperation.SetTimers(PRIMARY, Durations.seconds(30), Durations.seconds(10)));
        assertThat(customer(plan).timers().holdNanos()).isEqualTo(Durations.seconds(30));
        assertThat(msee(plan).timers().holdNanos()).isEqualTo(Durations.seconds(180));
        assertThat(msee(plan).timers().keepaliveNanos()).isEqualTo(Durations.seconds(60));
    }

    @Test
    void configuresBfdOnTheCustomersSideOnlyWhereTheCustomerDid() {
        NetworkPlan without = Networks.compile(Networks.oneCircuit().build());
        assertThat(msee(without).bfd()).contains(BfdTimers.DEFAULT);
        assertThat(customer(without).bfd()).isEmpty();
        NetworkPlan with = after(new EdgeOperation.SetBfd(PRIMARY, Optional.of(new Bfd(Durations.millis(500), 4))));
        assertThat(customer(with).bfd()).contains(new BfdTimers(Durations.millis(500), Durations.millis(500), 4));
    }

    @Test
    void hasNoBfdOnTheMseeOfAnOldPeering() {
        NetworkPlan plan = Networks.compile(Networks.oneCircuit()
                .put(circuit()
                        .withPeering(circuit().privatePeering().orElseThrow().withBfd(false)))
                .build());
        assertThat(msee(plan).bfd()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LOCAL,4000", "STANDARD,4000", "PREMIUM,10000"})
    void limitsPrefixesByTheSku(Sku sku, int max) {
        NetworkPlan plan = Networks.compile(Networks.oneCircuit()
                .put(circuit().toBuilder().sku(sku).build())
                .build());
        assertThat(msee(plan).prefixLimit().orElseThrow().prefixes()).isEqualTo(max);
        assertThat(customer(plan).prefixLimit()).isEmpty();
    }

    @Test
    void limitsPrefixesOfMicrosoftPeeringTo200() {
        NetworkPlan plan = Networks.compile(Networks.everything().build());
        assertThat(plan.sessions()
                        .get("er-ams.primary.microsoft.ipv4")
                        .b()
                        .prefixLimit()
                        .orElseThrow()
                        .prefixes())
                .isEqualTo(200);
    }

    @Test
    void hidesTheGatewaysAsFromTheCustomerAndKeepsTheCustomersForTheGateway() {
        NetworkPlan plan = Networks.compile(Networks.oneCircuit().build());
        assertThat(msee(plan).exportPolicy().rules())
                .flatExtracting(PolicyRule::sets)
                .contains(new SetClause.RemoveAs(65515, 65520));
        assertThat(msee(plan).privateAsOnExport()).isEqualTo(PrivateAsRemoval.KEEP);
        assertThat(msee(plan).privateAsOnReceipt()).isEqualTo(PrivateAsRemoval.KEEP);
        assertThat(plan.sessions().get("hub-ams.msee1.gateway1.ipv4").a().privateAsOnExport())
                .isEqualTo(PrivateAsRemoval.KEEP);
    }

    @Test
    void removesPrivateAsNumbersThatArriveOnMicrosoftPeering() {
        NetworkPlan plan = Networks.compile(Networks.everything().build());
        assertThat(plan.sessions().get("er-ams.primary.microsoft.ipv4").b().privateAsOnReceipt())
                .isEqualTo(PrivateAsRemoval.ALL);
    }

    @Test
    void toleratesMicrosoftsAsInPathsUnlessAssumedOtherwise() {
        assertThat(msee(Networks.compile(Networks.oneCircuit().build())).allowAsIn())
                .isPositive();
        HybridNetwork strict = Networks.oneCircuit()
                .assumptions(new AssumptionValues(ImmutableMap.of("msee-as-loop-tolerance", "off")))
                .build();
        assertThat(msee(Networks.compile(strict)).allowAsIn()).isZero();
    }

    @Test
    void aPeeringThatIsOffHasBothSessionsOff() {
        NetworkPlan plan = after(new PeeringOperation.SetPeeringEnabled("er-ams", PeeringKind.PRIVATE, false));
        assertThat(plan.sessions().get(SESSION).enabled()).isFalse();
        assertThat(plan.sessions().get("er-ams.secondary.private.ipv4").enabled())
                .isFalse();
        assertThat(plan.sessions().get("hub-ams.msee1.gateway1.ipv4").enabled()).isTrue();
    }

    @Test
    void aWrongTagIsOnTheCustomersEndOnly() {
        NetworkPlan plan = after(new EdgeOperation.Misconfigure(PRIMARY, OptionalInt.of(201), Optional.empty(), false));
        LinkPlan link = plan.links().get("er-ams.primary.private");
        assertThat(link.a().vlan()).isEqualTo(201);
        assertThat(link.b().vlan()).isEqualTo(200);
    }

    @Test
    void aWrongKeyIsOnTheCustomersEndOnly() {
        NetworkPlan plan =
                after(new EdgeOperation.Misconfigure(PRIMARY, OptionalInt.empty(), Optional.of("typo"), false));
        assertThat(customer(plan).password()).contains("typo");
        assertThat(msee(plan).password()).isEmpty();
    }

    @Test
    void swappedAddressesPutBothEndsOnTheSameAddress() {
        NetworkPlan plan = after(new EdgeOperation.Misconfigure(PRIMARY, OptionalInt.empty(), Optional.empty(), true));
        LinkPlan link = plan.links().get("er-ams.primary.private");
        assertThat(link.a().addresses()).isEqualTo(link.b().addresses());
        assertThat(customer(plan).localAddress()).isEqualTo(IpAddress.parse("192.168.100.130"));
        assertThat(customer(plan).remoteAddress()).isEqualTo(IpAddress.parse("192.168.100.129"));
    }

    @Test
    void theCarriersSwitchHidesALossOfLight() {
        NetworkPlan plan = Networks.compile(Networks.oneCircuit().build());
        assertThat(plan.links().get("er-ams.primary.private").carrierSeen()).isFalse();
        assertThat(plan.links().get("amsterdam.lan.ce1").carrierSeen()).isTrue();
    }

    @Test
    void putsTheProvidersRouterBetweenOnLayer3() {
        NetworkPlan plan = Networks.compile(Networks.everythingOverLayer3().build());
        assertThat(plan.nodes().get("er-ams.pe1.private").asn()).isEqualTo(64700);
        assertThat(plan.sessions().get(SESSION).nodeA()).isEqualTo("er-ams.pe1.private");
        assertThat(plan.sessions().get("er-ams.primary.customer.private.ipv4").nodeA())
                .isEqualTo("ce1");
        assertThat(addresses(plan, "er-ams.primary.private")).contains("192.168.100.129/30");
        assertThat(plan.groups().get("er-ams.provider")).containsExactly("er-ams.pe1", "er-ams.pe2");
        assertThat(plan.groups().get("er-ams.primary"))
                .contains("er-ams.primary.private", "er-ams.primary.customer.private");
    }

    @Test
    void givesTheCustomersOwnLimitToTheCustomersSide() {
        PeeringLink link =
                PeeringLink.builder("ce1").maximumPrefix(OptionalInt.of(50)).build();
        NetworkPlan plan = Networks.compile(Networks.oneCircuit()
                .put(circuit()
                        .withPeering(circuit().privatePeering().orElseThrow().withLink(Leg.PRIMARY, link)))
                .build());
        assertThat(customer(plan).prefixLimit().orElseThrow().prefixes()).isEqualTo(50);
    }

    private static Circuit circuit() {
        return Networks.oneCircuit().build().circuits().get("er-ams");
    }

    private static NetworkPlan after(Operation operation) {
        return Networks.compile(operation.change(Networks.oneCircuit().build()));
    }

    private static PeerConfig customer(NetworkPlan plan) {
        return plan.sessions().get(SESSION).a();
    }

    private static PeerConfig msee(NetworkPlan plan) {
        return plan.sessions().get(SESSION).b();
    }

    private static Stream<String> addresses(NetworkPlan plan, String link) {
        LinkPlan found = plan.links().get(link);
        return Stream.of(found.a(), found.b())
                .flatMap(end -> end.addresses().stream())
                .map(address -> address.address() + "/" + address.length());
    }
}
