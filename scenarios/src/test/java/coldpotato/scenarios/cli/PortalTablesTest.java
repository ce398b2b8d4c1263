package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Azure's own checks show of a network. */
class PortalTablesTest {
    @TempDir
    private Path folder;

    private Path silent;

    @BeforeEach
    void writeScenario() {
        silent = CommandLineRun.silent(folder);
    }

    private String show(String node, String at, String what, String... more) {
        Object[] words = new Object[7 + more.length];
        System.arraycopy(new Object[] {"show", silent, "--node", node, "--at", at, what}, 0, words, 0, 7);
        System.arraycopy(more, 0, words, 7, more.length);
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    @Test
    void arpHasBothEndsOfALinkThatIsWell() {
        assertThat(show("er-ams", "cut - 1m", "arp"))
                .contains("er-ams, private peering, primary at 04:00.000\n\nAge  InterfaceProperty  IpAddress ")
                .containsPattern("\n +4  On-Prem            192.168.100.129  02..\\.....\\.....\n")
                .containsPattern("\n +0  Microsoft          192.168.100.130  02..\\.....\\.....\n");
    }

    @Test
    void arpIsIncompleteWhereNobodyAnswers() {
        assertThat(show("er-ams.primary", "cut", "arp")).contains("On-Prem            192.168.100.129  Incomplete\n");
        String wrong = "circuits.er-ams.private-peering.secondary.";
        assertThat(show("er-ams.secondary", "4m", "arp", "--set", wrong + "vlan=201"))
                .contains("Incomplete");
        assertThat(show("er-ams.secondary", "4m", "arp", "--set", wrong + "swap-addresses=on"))
                .contains("On-Prem            192.168.100.133  Incomplete\n");
    }

    @Test
    void aPeeringThatIsNotThereHasNoTable() {
        CommandLineRun run = CommandLineRun.of("show", silent, "--node", "er-ams.primary.microsoft", "arp");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("there is no such peering, or it is not configured");
    }

    @Test
    void theEdgeMarksTheRouteThatItUses() {
        assertThat(show("er-ams.msee1", "cut", "route-table"))
                .contains("Network       NextHop           LocPrf  Weight  Path\n")
                .contains("10.10.0.0/16  192.168.100.129*     100       0  65010 I\n")
                .containsPattern("10.20.0.0/16  169\\.254\\.[0-9.]+\\* +100 +0  65515 I\n");
        assertThat(show("er-ams.primary", "cut + 4m", "route-table-summary"))
                .containsPattern("192.168.100.129  4  65010  00:0\\d:\\d\\d +(Active|Idle|Connect)\n");
    }

    @Test
    void aGatewayTellsWhatItLearnedAndWhatItTold() {
        assertThat(show("hub.gateway1", "cut", "learned-routes"))
                .contains("Network       NextHop         Origin   SourcePeer      AsPath       Weight\n")
                .containsPattern("10.10.0.0/16 +169\\S+ +EBgp +169\\S+ +12076-65010 +0\n")
                .containsPattern("10.20.0.0/16 + Network +169\\S+ +32768\n");
        assertThat(show("hub", "cut", "advertised-routes"))
                .contains("hub.gateway1 to peer ", "hub.gateway2 to peer ")
                .containsPattern("10.20.0.0/16 +169\\S+ +Igp +65515 +0\n");
        assertThat(show("hub.gateway", "cut", "bgp-peer-status"))
                .containsPattern("169\\S+ +12076 +Connected +00:04:\\S+ +1 +\\d+ +\\d+\n");
    }

    @Test
    void effectiveRoutesSayWhoGaveThem() {
        assertThat(show("hub", "cut", "effective-routes"))
                .contains("Source                 State   Address Prefix  Next Hop Type          Next Hop IP\n")
                .containsPattern("VirtualNetworkGateway +Active +10.10.0.0/16 +VirtualNetworkGateway +169")
                .containsPattern("Default +Active +10.20.0.0/16 +VnetLocal\n");
    }

    /** virtual-networks-udr-overview.md: the default routes of every subnet. */
    @Test
    void everySubnetHasTheDefaultRoutesOfTheSystem() {
        assertThat(show("hub", "cut", "effective-routes"))
                .containsPattern("Default +Active +0.0.0.0/0 +Internet\\n")
                .containsPattern("Default +Active +10.0.0.0/8 +None\\n")
                .containsPattern("Default +Active +100.64.0.0/10 +None\\n");
    }

    @Test
    void aHubIsAPeerAndGivesAVirtualNetworkItsOwnSpaceNotBack() throws IOException {
        Path hubs = Files.writeString(folder.resolve("hubs.yaml"), """
                name: hubs
                vnets:
                  v1: {region: West Europe, prefixes: [10.21.0.0/16]}
                  v2: {region: West Europe, prefixes: [10.22.0.0/16]}
                hubs:
                  h1: {region: West Europe, prefix: 10.100.0.0/23}
                hub-connections:
                  c1: {hub: h1, vnet: v1}
                  c2: {hub: h1, vnet: v2}
                """);
        assertThat(CommandLineRun.of("show", hubs, "--at", "5m", "--node", "v1", "effective-routes")
                        .out())
                .containsPattern("Default +Active +10.100.0.0/23 +VNetPeering\\n")
                .containsPattern("VirtualNetworkGateway +Active +10.22.0.0/16 ")
                .containsPattern("Default +Active +192.168.0.0/16 +None\\n")
                .doesNotContainPattern("VirtualNetworkGateway +\\w+ +10.21.0.0/16");
    }

    @Test
    void aHubShowsWhoHasTheNextHopOfItsRoutes() throws IOException {
        Path hubs = Files.writeString(folder.resolve("wan.yaml"), """
                extends: silent.yaml
                vnets:
                  v1: {region: West Europe, prefixes: [10.21.0.0/16]}
                  v2: {region: West Europe, prefixes: [10.22.0.0/16]}
                hubs:
                  h1: {region: West Europe, prefix: 10.100.0.0/23, gateway: {}}
                  h2: {region: West Europe, prefix: 10.101.0.0/23}
                hub-connections:
                  c1: {hub: h1, vnet: v1}
                  c2: {hub: h2, vnet: v2}
                connections: {h1-ams: {hub: h1, circuit: er-ams}}
                """);
        assertThat(CommandLineRun.of("show", hubs, "--at", "4m", "--node", "h1", "effective-routes")
                        .out())
                .contains("Address Prefix  Next Hop Type               Next Hops   AS Path\n")
                .contains("10.10.0.0/16    ExpressRouteGateway         h1.gateway  12076-65010\n")
                .contains("10.21.0.0/16    Virtual Network Connection  v1\n")
                .contains("10.22.0.0/16    Remote Hub                  h2          65520-65520\n")
                .doesNotContain("10.100.0.0/23");
    }

    @Test
    void whatAUserDefinedRouteBeatsIsInvalidAndAnAppliancesAddressIsItsOwn() throws IOException {
        Path subnets = Files.writeString(folder.resolve("subnets.yaml"), """
                extends: silent.yaml
                route-tables:
                  to-nva: {routes: [{prefix: 10.10.0.0/16, next-hop: 10.20.9.4}]}
                appliances:
                  nva: {vnet: hub, address: 10.20.9.4}
                vnets:
                  hub: {subnets: {app: {prefixes: [10.20.1.0/24], route-table: to-nva}}}
                """);
        assertThat(CommandLineRun.of("show", subnets, "--at", "cut", "--node", "hub.app", "effective-routes")
                        .out())
                .containsPattern("User +Active +10.10.0.0/16 +VirtualAppliance +10.20.9.4\n")
                .containsPattern(
                        "VirtualNetworkGateway +Invalid +10.10.0.0/16 +VirtualNetworkGateway +169\\S+, 169\\S+\n")
                .doesNotContain("10.20.9.4/32");
    }

    @Test
    void aPeeringOfIpv6OnlyHasNoArpToBeAvailable() throws IOException {
        Path six = Files.writeString(folder.resolve("six.yaml"), """
                extends: silent.yaml
                sites: {amsterdam: {prefixes: [2001:db8:a::/48]}}
                vnets: {hub: {prefixes: [10.20.0.0/16, 2001:db8:b::/48]}}
                circuits: {er-ams: {private-peering: {subnet: ~, ipv6-subnet: 2001:db8:0:1::/125}}}
                flows: {app: ~}
                expect: ~
                """);
        assertThat(CommandLineRun.of("show", six, "--at", "4m", "metrics").out())
                .contains("BgpAvailability")
                .doesNotContain("ArpAvailability");
    }

    @Test
    void metricsAreOfExpressRouteGatewaysAndNotOfOthers() throws IOException {
        Path vpn = Files.writeString(folder.resolve("vpn.yaml"), """
                extends: silent.yaml
                vnets: {hub: {vpn-gateway: {sku: VpnGw1}}}
                """);
        assertThat(CommandLineRun.of("show", vpn, "--at", "cut", "metrics").out())
                .contains("hub.gateway1")
                .doesNotContain("hub.vpn-gateway1");
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "name: empty\nuntil: 5m\n");
        assertThat(CommandLineRun.of("show", empty, "--at", "1m", "metrics").err())
                .contains("nothing in this network has metrics");
    }

    @Test
    void tracerouteFromASiteSeesTheEdgeAndFromAVirtualNetworkTheGatewayOnly() {
        assertThat(show("app", "cut - 1m", "traceroute"))
                .containsPattern("app forward, \\d+ of 10 flows at 04:00.000\n")
                .containsPattern(
                        "1 +169\\S+ +\\S+ +hub.gateway\\d\n2 +\\* +er-ams.msee\\d.private\n3 +\\* +ce\\d\n4 +10.10.1.5 +\\S+ +amsterdam.hosts")
                .containsPattern(
                        "1 +169\\S+ +\\S+ +ce1\n2 +192.168.100.130 +\\S+ +er-ams.msee1.private\n3 +\\* +hub.gateway\\d\n4 +10.20.1.4 +\\S+ +hub.hosts");
    }

    @Test
    void tracerouteOfIpv6ShowsAddressesOfIpv6() throws IOException {
        Path both = Files.writeString(folder.resolve("both.yaml"), """
                extends: silent.yaml
                sites: {amsterdam: {prefixes: [10.10.0.0/16, 2001:db8:a::/48]}}
                vnets: {hub: {prefixes: [10.20.0.0/16, 2001:db8:b::/48]}}
                circuits: {er-ams: {private-peering: {ipv6-subnet: 2001:db8:0:1::/125}}}
                flows: {six: {from: 2001:db8:a::5, to: 2001:db8:b::4}}
                """);
        assertThat(CommandLineRun.of("show", both, "--at", "4m", "--node", "six", "traceroute")
                        .out())
                .containsPattern("2 +2001:db8:0:1::[26] +\\S+ +er-ams.msee\\d.private\n");
    }

    @ParameterizedTest
    @CsvSource({
        "ce1, arp, no circuit",
        "ce1, learned-routes, no gateway",
        "ce1, effective-routes, 'no virtual network, subnet or virtual hub'"
    })
    void aTableOfTheWrongThingIsRefused(String node, String what, String because) {
        CommandLineRun run = CommandLineRun.of("show", silent, "--node", node, what);
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("\"" + node + "\" is " + because);
    }

    @ParameterizedTest
    @CsvSource({
        "arp, age-minutes",
        "route-table, as-path",
        "route-table-summary, prefixes-received",
        "learned-routes, weight",
        "advertised-routes, as-path",
        "bgp-peer-status, routes-received",
        "effective-routes, next-hop-type",
        "stats, bytes-in",
        "metrics, aggregation",
        "traceroute, hop"
    })
    void everyCheckIsThereForPrograms(String what, String key) {
        CommandLineRun run = CommandLineRun.of("show", silent, "--json", what);
        assertThat(run.err()).isEmpty();
        assertThat(run.jsonValues(key)).isPositive();
        assertThat(run.out()).contains("\"format\" : \"coldpotato-show\"");
    }
}
