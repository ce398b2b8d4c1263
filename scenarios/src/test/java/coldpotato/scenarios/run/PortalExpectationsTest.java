package coldpotato.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.check.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations of what Azure shows, on a circuit whose primary link dies silently after five minutes. */
class PortalExpectationsTest {
    private static final String STORY =
            "timeline: {cut: {at: 5m, fail: er-ams.primary, how: silent}}\nuntil: 9m\nexpect:\n  it: {%s}\n";

    @TempDir
    private Path folder;

    private Verdict verdict(String expectation) {
        return Story.verdict(Story.run(folder, Story.ONE_CIRCUIT, STORY.formatted(expectation)), "it");
    }

    @Test
    void saysWhyThereIsNoArpTable() {
        Verdict verdict = Story.verdict(Story.run(folder, Story.ONE_CIRCUIT, """
                        timeline: {taken: {at: 5m, set-provisioning: er-ams, provisioning: NotProvisioned}}
                        expect: {it: {at: 6m, arp: er-ams, on-prem: no-table}}
                        """), "it");
        assertThat(verdict).matches(Verdict::holds);
        assertThat(verdict.found()).contains("the provider has the circuit NotProvisioned");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at: cut - 1m, metric: BgpAvailability, of: er-ams, is: 100%",
                "at: cut + 10s, metric: BgpAvailability, of: er-ams, is: 100%",
                "at: cut + 10s, metric: ArpAvailability, of: er-ams, peer: primary, is: 0%",
                "at: end, metric: BgpAvailability, of: er-ams, peering: private, peer: primary, is: 0%",
                "between: [cut + 1s, end], metric: ArpAvailability, of: er-ams, peer: secondary, is: 100%",
                "at: end, metric: Count of routes learned from peer, of: hub.gateway, is: 1",
                "at: end, metric: Active flows, of: hub.gateway1, is: 1..99",
                "at: cut - 1m, arp: er-ams, on-prem: answers",
                "at: end, arp: er-ams.primary.private, on-prem: incomplete",
                "at: end, effective-route: 10.10.0.0/16, node: hub.hosts, next-hop-type: VirtualNetworkGateway",
                "at: end, effective-route: 10.20.0.0/16, node: hub.hosts, source: Default, next-hop-type: VnetLocal",
                "at: end, effective-route: 10.99.0.0/16, node: hub.hosts, present: false",
                "at: end, learned-routes: hub.gateway, routes: 1",
                "at: end, node: hub.gateway1, route: 10.10.0.0/16, weight: 0",
                "at: end, advertised-routes: hub.gateway2, routes: 1.."
            })
    void holds(String expectation) {
        assertThat(verdict(expectation)).matches(Verdict::holds, "holds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at: end, metric: BgpAvailability, of: er-ams, is: 100%",
                "between: [cut - 1m, end], metric: ArpAvailability, of: er-ams, peer: primary, is: 100%",
                "at: end, metric: BitsInPerSecond, of: hub.gateway1, is: 0",
                "at: end, arp: er-ams, on-prem: answers",
                "at: end, arp: er-ams, peer: secondary, on-prem: incomplete",
                "at: end, effective-route: 10.10.0.0/16, node: hub.hosts, active: off",
                "at: end, effective-route: 10.10.0.0/16, node: hub.hosts, source: User",
                "at: end, learned-routes: hub.gateway, routes: 2",
                "at: end, node: hub.gateway1, route: 10.10.0.0/16, weight: 32769",
                "at: end, advertised-routes: hub.gateway1, routes: 0"
            })
    void failsAndSaysWhatWasFound(String expectation) {
        assertThat(verdict(expectation)).matches(verdict -> !verdict.holds(), "fails");
        assertThat(verdict(expectation).found()).isNotEmpty();
    }

    @Test
    void whatGoesPastTheGatewayIntoAzureIsStillCountedAsIn() {
        RehearsalResult result = Story.run(folder, Story.ONE_CIRCUIT, """
                vnets: {hub: {gateway: {sku: UltraPerformance}}}
                connections: {hub-ams: {fastpath: on}}
                flows: {app: {rate: 2Mbps, answer-rate: 3Mbps}}
                until: 9m
                expect:
                  in: {at: end, metric: BitsInPerSecond, of: hub-ams, is: 3Mbps}
                  out: {at: end, metric: BitsOutPerSecond, of: hub-ams, is: 2Mbps}
                """);
        assertThat(result.verdicts()).hasSize(2).allMatch(Verdict::holds);
    }

    @Test
    void globalReachIsCountedByTheCircuitThatItJoins() {
        RehearsalResult result = Story.run(folder, Story.ONE_CIRCUIT, """
                sites:
                  london: {asn: 65020, prefixes: [10.30.0.0/16], routers: [lon1]}
                  paris: {asn: 65030, prefixes: [10.40.0.0/16], routers: [par1]}
                circuits:
                  er-lon: {location: London, private-peering: {subnet: 192.168.200.0/29, vlan: 200, primary: {router: lon1}, secondary: {router: lon1}}}
                  er-par: {location: Paris, private-peering: {subnet: 192.168.210.0/29, vlan: 200, primary: {router: par1}, secondary: {router: par1}}}
                global-reach:
                  lon: {between: [er-ams, er-lon], subnet: 192.168.250.0/29}
                  par: {between: [er-ams, er-par], subnet: 192.168.251.0/29}
                flows: {far: {from: 10.30.1.5, to: 10.10.1.5, rate: 2Mbps}}
                until: 9m
                expect:
                  lon: {at: end, metric: GlobalReachBitsInPerSecond, of: er-ams, peered-circuit: er-lon, is: 2Mbps}
                  par: {at: end, metric: GlobalReachBitsInPerSecond, of: er-ams, peered-circuit: er-par, is: 0bps}
                  both: {at: end, metric: GlobalReachBitsInPerSecond, of: er-ams, is: 2Mbps}
                """);
        assertThat(result.verdicts()).extracting(Verdict::holds).containsExactly(true, true, false);
    }
}
