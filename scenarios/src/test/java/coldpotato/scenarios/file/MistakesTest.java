package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.run.Rehearsal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakesTest {
    private static final String GOOD = ScenarioFolder.resource("silent.yaml");

    @TempDir
    private Path temporary;

    private ScenarioFolder folder;

    @BeforeEach
    void open() {
        folder = new ScenarioFolder(temporary);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            vlan: 200      # vlann: 200       # 16:7: unknown key "vlann" in private peering; did you mean "vlan"?
            vlan: 200      # vlan: 5000       # 16:13: "5000" is not a whole number 1 to 4094
            vlan: 200      # vlan: []         # 16:13: this should be a whole number 1 to 4094, not a list
            asn: 65010,    # prefix: [],      # 4:15: unknown key "prefix" in a site; did you mean "prefixes"?
            asn: 65010,    # asn: 1.10,       # 4:20: put 1.10 in quotes, or write 65546: other YAML tools take it for a fraction and drop zeros at its end
            asn: 65010,    # asn: 0,          # 4:20: "0" is not an AS number from 1 to 4294967295
            10.10.0.0/16   # 10.300.0.0/16    # 4:38: "10.300.0.0/16" is not a prefix such as 10.10.0.0/16 or 2001:db8::/48
            10.10.0.0/16   # 10.10.0.0        # 4:38: "10.10.0.0" has no length; did you mean 10.10.0.0/32?
            10.10.0.0/16   # 10.10.0.1/16     # 4:38: "10.10.0.1/16" has bits set after its length; did you mean 10.10.0.0/16?
            12076:50002    # 12076:70000      # 7:27: "12076:70000" is not a community; say 65001:30, 65001:1:2, rt:65001:30 or a name such as no-export
            150}           # high}            # 7:65: "high" is not a whole number 0 to 4294967295
            - accept       # - acept          # 8:7: "acept" is none of accept, refuse; did you mean "accept"?
            Amsterdam      # Amsterdm         # 11:15: "Amsterdm" is not the name of a peering location; did you mean "Amsterdam"?
            sku: Standard  # public-peering: {} # 12:5: unknown key "public-peering" in a circuit: public peering was retired on 31 March 2024; microsoft-peering reaches
            Standard       # Basic            # 12:10: "Basic" is none of Local, Standard, Premium
            1Gbps          # 1000             # 13:16: "1000" is not a bandwidth; say 200Mbps or 1Gbps
            128/29         # 128/30           # 15:15: subnet is an IPv4 prefix of length /29, not 192.168.100.128/30
            bfd: off}      # hold-time: 65536s} # 18:43: "65536s" is no hold time; say 0s for none, or whole seconds from 3s to 65535s
            bfd: off}      # hold-time: 2s}   # 18:43: "2s" is no hold time
            bfd: off}      # keepalive: 1ms}  # 18:43: "1ms" is no keepalive interval; say 1s to 65535s
            bfd: off}      # bfd: {interval: 500h}} # 18:48: "500h" is no BFD interval; say 1ms to 1h
            bfd: off}      # bfd: {interval: 1ns}} # 18:48: "1ns" is no BFD interval
            bfd: off, im   # bdf: off, im     # 17:32: unknown key "bdf" in the customer's side of a link; did you mean "bfd"?
            prefer-west-europe} # none-such}  # 17:50: there is no policy "none-such"; there is prefer-west-europe
            router: ce1    # router: ce3      # 17:27: there is no router "ce3"; did you mean "ce1"?
            prefer-west-europe} # prefer-wset-europe} # 17:50: there is no policy "prefer-wset-europe"; did you mean "prefer-west-europe"?
            West Europe    # Wst Europe       # 20:17: "Wst Europe" is not the name of an Azure region; did you mean "West Europe"?
            weight: 0      # weight: -1       # 22:49: "-1" is not a whole number 0 to 1000000
            circuit: er-ams, # circuit: er-amz, # 22:33: there is no circuit "er-amz"; did you mean "er-ams"?
            10.20.1.4      # 10.20.1          # 24:15: "10.20.1" is not an IP address
            10.20.1.4      # 2001:db8::1      # 24:32: 2001:db8::1 and 10.10.1.5 are of different families; a flow is IPv4 or IPv6
            10.20.1.4      # 10.30.1.4        # 24:9: 10.30.1.4 is in no site, virtual network or service, and there is no Internet link
            at: 10m, fail  # at: 10, fail     # 26:14: "10" has no unit; 10s or 10m?
            at: 10m, fail  # at: 10x, fail    # 26:14: the timeline has no entry "10x"; if it should be a duration, say 90s, 10m or 1h30m
            at: 10m, fail  # at: cut, fail    # 26:14: the times go in a circle: cut -> cut
            how: silent,   # takes: 2m,       # 26:41: takes has no meaning here, beside at, fail, direction
            how: silent,   # repair: er-ams,  # 26:49: one entry does one thing, not fail, repair; make one entry of each
            repair: er     # how: er          # 27:9: the entry does not say what happens; say one of fail, repair, flap
            delivered: 100%, to-site: {er-ams.primary # delivered: 100, to-site: {er-ams.primary # 29:54: "100" has no unit; 100%?
            40..60%}, to-a # 60..40%}, to-a   # 29:86: the range runs backwards; did you mean 40%..60%?
            cut - 1m, flow # cut - 11m, flow  # 29:22: "cut - 11m" is 1m before the start of the run
            cut - 1m, flow # cut-1m, flow     # 29:22: the timeline has no entry "cut-1m"; a minus has a space on each side, as in cut - 1m
            cut - 1m, flow # cot - 1m, flow   # 29:22: the timeline has no entry "cot"; did you mean "cut"?
            120s..180s aft # 120..180 aft     # 30:62: "120" has no unit; 120s or 120m?
            because: hold timer} # symmetric: on} # 30:84: symmetric has no meaning here, beside session, down
            flow: app, hit # flow: ap, hit    # 31:24: there is no flow "ap"; did you mean "app"?
            same-as: cut - 1m # flow: app     # 33:40: nothing is expected of it; say one of delivered
            mend:          # cut:             # 27:3: "cut" is here a second time; the first is in line 26
            hub-ams:       # hub:             # 22:3: "hub" is already the name of a virtual network
            hub-ams:       # hub.ams:         # 22:3: "hub.ams" cannot be the name of a connection; take letters, digits, - and _
            """)
    void saysWhatIsWrongAndHowToMendIt(String right, String wrong, String message) {
        assertTold(right, wrong, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            repair: er-ams.primary} # set-gateway-sku: hub, gateway-sku: ErGw4} # 27:54: "ErGw4" is not the name of an ExpressRoute gateway SKU
            repair: er-ams.primary} # set-vpn-gateway: hub, vpn-sku: VpnGw9} # 27:50: "VpnGw9" is not the name of a VPN gateway SKU
            repair: er-ams.primary} # connect-global-reach: g, between: [er-ams, er-ams], subnet: 2001:db8::/29} # 27:79: subnet is an IPv4 /29, not 2001:db8::/29
            repair: er-ams.primary} # connect: new, circuit: er-ams, vnet: hub, hub: hub} # 27:9: a connection is of the gateway of one
            repair: er-ams.primary} # connect-global-reach: g, between: [er-ams, er-ams]} # 27:9: Global Reach needs the key subnet
            repair: er-ams.primary} # peer: p, hub: hub} # 27:9: a VNet peering needs the key spoke
            repair: er-ams.primary} # peer: p, hub: hub, spoke: hub, delay: 3ms} # 27:50: delay has no meaning here
            """)
    void takesNothingInTheTimelineThatItWouldNotTakeAbove(String right, String wrong, String message) {
        assertTold(right, wrong, message);
    }

    private void assertTold(String right, String wrong, String message) {
        assertThat(GOOD).contains(right);
        folder.with("bad.yaml", GOOD.replaceFirst("\\Q" + right + "\\E", wrong));

        assertThat(folder.mistakes(folder.read("bad.yaml")))
                .anySatisfy(mistake -> assertThat(mistake).startsWith("bad.yaml:" + message));
    }

    @Test
    void tellsOfAllMistakesInTheOrderOfTheFile() {
        folder.with(
                "bad.yaml",
                GOOD.replace("asn: 65010", "asn: none")
                        .replace("vlan:", "vlann:")
                        .replace("router: ce2", "router: ce7")
                        .replace("at: 30m", "at: 30"));

        assertThat(folder.mistakes(folder.read("bad.yaml")))
                .containsExactly(
                        "bad.yaml:4:20: \"none\" is not an AS number from 1 to 4294967295",
                        "bad.yaml:15:7: private peering needs the key vlan, such as vlan: 200",
                        "bad.yaml:16:7: unknown key \"vlann\" in private peering; did you mean \"vlan\"?",
                        "bad.yaml:18:27: there is no router \"ce7\"; did you mean \"ce1\"?",
                        "bad.yaml:27:14: \"30\" has no unit; 30s or 30m?");
    }

    @Test
    void tellsTogetherWhatTheNetworkKnowsAndWhatOneLineKnows() {
        folder.with(
                "bad.yaml", GOOD.replace("at: 30m", "at: 30").replaceFirst("er-ams.primary: 40", "er-ams.prmary: 40"));

        assertThat(folder.read("bad.yaml").mistakes(Rehearsal::mistakes))
                .extracting(Mistake::message)
                .containsExactly(
                        "\"30\" has no unit; 30s or 30m?",
                        "there is no node, link, session or group \"er-ams.prmary\"; did you mean \"er-ams.primary\"?");
    }

    @Test
    void doesNotMissWhatAWrongLineWouldHaveMade() {
        folder.with(
                "bad.yaml",
                GOOD.replace("repair: er-ams.primary}", "connect: late, vnet: hub, circuit: er-ams, wait: 3}") + """
                          late: {at: end, session: late.msee1.gateway1.ipv4, state: established}
                        """);

        assertThat(folder.read("bad.yaml").mistakes(Rehearsal::mistakes))
                .extracting(Mistake::message)
                .allMatch(message -> message.startsWith("unknown key \"wait\""));
    }

    @Test
    void refusesToLookForRemediesWithManySeeds() {
        folder.with("bad.yaml", GOOD + """
                          cure: {at: 9m, flow: app, remedy: announce, seeds: 200}
                        """);

        assertThat(folder.read("bad.yaml").mistakes())
                .extracting(Mistake::message)
                .containsExactly("a remedy is found in tables, and luck has no part in it; leave out seeds");
    }

    @Test
    void tellsOfARouterThatIsListedTwiceAndOfDocumentsToCome() {
        folder.with(
                "bad.yaml",
                GOOD.replace("routers: [ce1, ce2]", "routers: [ce1, ce2, ce1]") + "assume: {documents: 2099-01-01}\n");

        assertThat(folder.read("bad.yaml").mistakes())
                .extracting(Mistake::message)
                .satisfiesExactly(
                        router -> assertThat(router).startsWith("\"ce1\" is already the name of a router"),
                        day -> assertThat(day).startsWith("documents of after 2026-12-31 have not been read"));
    }

    @Test
    void doesNotMissASubnetThatIsThereAndWrong() {
        folder.with("bad.yaml", GOOD.replace("128/29", "128/28"));

        assertThat(folder.mistakes(folder.read("bad.yaml")))
                .singleElement()
                .asString()
                .contains("of length /29");
    }

    @Test
    void tellsOfABehaviourThatIsNotDocumented() {
        folder.with("bad.yaml", "behaviours: [S03, S41]\n" + GOOD);

        assertThat(folder.mistakes(folder.read("bad.yaml")))
                .containsExactly(
                        "bad.yaml:1:19: \"S41\" is no documented behaviour; they have the numbers S01 to S40, and"
                                + " scenarios/README.md says what they are");
    }

    @Test
    void tellsOfClaimsThatLackAnEndOrAnInterval() {
        folder.with("bad.yaml", GOOD + """
                          moves: {at: cut, flow: app, moved: 50%}
                          neighbour: {at: cut, session: er-ams.primary.private.ipv4, neighbour: 192.168.100.130}
                          interface: {at: cut, interface: er-ams.primary.private, addresses: [192.168.100.129]}
                        """);

        assertThat(folder.mistakes(folder.read("bad.yaml")))
                .extracting(mistake -> mistake.replaceFirst("bad.yaml:[0-9]+:[0-9]+: ", ""))
                .containsExactly(
                        "nothing moves in an instant; say between, as in between: [cut, mend]",
                        "each end has another neighbour; say whose, as in node: ce1",
                        "a link has two ends; say whose, as in node: ce1",
                        "\"192.168.100.129\" is no address with the length of its subnet, such as 192.168.100.129/30");
    }

    @Test
    void namesOfTheCompiledNetworkAreLeftToTheCaller() {
        folder.with("silent.yaml", GOOD.replace("er-ams.secondary: 100%", "er-ams.secundary: 100%"));
        Scenario scenario = ScenarioFolder.scenario(folder.read("silent.yaml"));

        assertThat(scenario.dangling(kind -> com.google.common.collect.ImmutableSet.of(
                        "er-ams.primary", "er-ams.secondary", "er-ams.primary.private.ipv4")))
                .extracting(Mistake::message)
                .containsExactly(
                        "there is no node, link, session or group \"er-ams.secundary\"; did you mean \"er-ams.secondary\"?");
    }
}
