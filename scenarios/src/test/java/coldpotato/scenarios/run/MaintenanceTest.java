package coldpotato.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.Scenario;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work of Microsoft's on its devices, from its beginning to its end. */
class MaintenanceTest {
    @TempDir
    Path folder;

    private void holds(String text) {
        assertThat(Story.run(folder, Story.ONE_CIRCUIT, text).verdicts())
                .isNotEmpty()
                .allMatch(Verdict::holds);
    }

    private Scenario scenario(String text) {
        return Story.scenario(folder, Story.ONE_CIRCUIT, text);
    }

    @Test
    void pathsAreEightLongerInBothDirectionsWhileItLasts() {
        holds("""
                sites: {amsterdam: {interconnected: off}}
                timeline: {work: {at: 10m, maintain: er-ams.msee1, takes: 10m}}
                expect:
                  at the customer: {at: work + 1m, route: 10.20.0.0/16, node: ce1, as-path: "12076 12076 12076 12076 12076 12076 12076 12076 12076"}
                  at the gateway: {at: work + 1m, route: 10.10.0.0/16, node: hub.gateway1, from-session: hub-ams.msee2.gateway1.ipv4}
                  short again: {at: work + 11m, route: 10.20.0.0/16, node: ce1, as-path: "12076"}
                """);
    }

    @Test
    void aDeviceThatIsTakenOutOfServiceLosesItsSessions() {
        holds("""
                timeline: {work: {at: 10m, maintain: er-ams.msee1, takes: 20m, offline-after: 5m}}
                expect:
                  drained first: {between: [work, work + 4m59s], session: er-ams.primary.private.ipv4, stays: up}
                  then gone: {session: er-ams.primary.private.ipv4, down: 5m..9m after work, up: 15m..18m after work}
                """);
    }

    @Test
    void instancesOfAGatewayAreWorkedOnOneAfterTheOther() {
        holds("""
                timeline: {work: {at: 10m, maintain: hub.gateway, takes: 40m}}
                expect:
                  no outage: {between: [work, work + 50m], flow: app, delivered: 100%}
                  the second later: {session: hub-ams.msee1.gateway2.ipv4, down: 20m..25m after work}
                """);
    }

    @Test
    void withoutDrainingAnInstanceLosesWhatItCarries() {
        holds("""
                assume: {gateway-drain-time: 0s}
                timeline: {work: {at: 10m, maintain: hub.gateway1}}
                expect: {lost: {at: work + 1s, flow: app, delivered-to-azure: 40..60%}}
                """);
    }

    @Test
    void twoEdgeRoutersAreNotWorkedOnInOneWindow() {
        Scenario both = scenario("timeline: {work: {at: 10m, maintain: location.Amsterdam}}\n");
        assertThat(Rehearsal.mistakes(both))
                .extracting(Mistake::message)
                .singleElement()
                .asString()
                .contains("each has a window of its own");
    }

    @Test
    void workIsDoneOnWhatThereIsWhenItsTimeComes() {
        assertThat(workedOn("""
                vnets: {hub: {vpn-gateway: {sku: VpnGw2AZ}}}
                timeline:
                  second: {at: 5m, set-vpn-gateway: hub, active-active: on}
                  work: {at: 20m, maintain: hub.vpn-gateway, takes: 40m}
                """)).containsExactly("hub.vpn-gateway1", "hub.vpn-gateway2");
    }

    @Test
    void aRouteServerThatTheTimelineMakesIsWorkedOnInstanceByInstance() {
        assertThat(workedOn("""
                timeline:
                  deploy: {at: 5m, deploy-route-server: hub}
                  work: {at: 40m, maintain: hub.route-server, takes: 40m}
                """)).containsExactly("hub.route-server1", "hub.route-server2");
    }

    @Test
    void gatewaysAndRouterOfAVirtualHubAreWorkedOn() {
        assertThat(workedOn("""
                hubs: {wan: {region: West Europe, prefix: 10.100.0.0/23, gateway: {scale-units: 1}, vpn-gateway: {}}}
                timeline:
                  one: {at: 20m, maintain: wan.gateway, takes: 40m}
                  two: {at: 70m, maintain: wan.vpn-gateway, takes: 40m}
                  three: {at: 120m, maintain: wan.router}
                """))
                .containsExactly("wan.gateway1", "wan.gateway2", "wan.vpn-gateway1", "wan.vpn-gateway2", "wan.router");
    }

    /** The devices that lose their power, in the order of time. */
    private List<String> workedOn(String text) {
        return Course.of(scenario(text), ImmutableSet.of()).deeds().stream()
                .map(Deed::action)
                .filter(Action.Reboot.class::isInstance)
                .map(reboot -> ((Action.Reboot) reboot).node())
                .toList();
    }

    @Test
    void whatComesLaterCannotBeWorkedOnYet() {
        Scenario early = scenario("""
                timeline:
                  work: {at: 5m, maintain: hub.route-server, takes: 10m}
                  deploy: {at: 20m, deploy-route-server: hub}
                """);
        assertThat(Rehearsal.mistakes(early))
                .extracting(Mistake::message)
                .singleElement()
                .asString()
                .contains("at this time");
    }

    @Test
    void aCustomersRouterIsNotMicrosoftsToWorkOn() {
        assertThat(Rehearsal.mistakes(scenario("timeline: {work: {at: 10m, maintain: ce1}}\n")))
                .extracting(Mistake::message)
                .singleElement()
                .asString()
                .startsWith("ce1 is ");
    }
}
