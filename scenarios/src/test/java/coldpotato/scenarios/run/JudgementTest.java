package coldpotato.scenarios.run;

import static coldpotato.scenarios.run.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.check.Verdict;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of expectation on one silent failure of the primary link, once true and once false. */
class JudgementTest {
    private static final String STORY = """
            vnets: {hub: {community: 12076:20001}}
            timeline:
              cut:  {at: 10m, fail: er-ams.primary, how: silent}
              mend: {at: 30m, repair: er-ams.primary}
            expect:
              yes delivered:       {at: 9m, flow: app, delivered: 100%}
              no delivered:        {at: 11m, flow: app, delivered: 100%}
              yes at every time:   {between: [20m, 40m], flow: app, delivered: 100%}
              no at every time:    {between: [9m, 20m], flow: app, delivered: 100%}
              yes one direction:   {at: 11m, flow: app, delivered-to-site: 30..70%, delivered-to-azure: 30..70%}
              yes after its event: {at: cut, flow: app, delivered: 30..70%}
              yes shares:          {at: 9m, flow: app, to-site: {er-ams.primary: 30..70%}, to-azure: {er-ams.secondary: 30..70%}}
              no shares:           {at: 29m, flow: app, to-site: {er-ams.primary: 30..70%}}
              yes hit:             {flow: app, hit: 60..90%, outage: 120s..240s}
              no hit:              {flow: app, hit: 100%}
              no outage:           {flow: app, outage: < 60s}
              yes no outage:       {between: [20m, 25m], flow: app, hit: 0%, outage: 0s}
              yes path:            {at: 29m, flow: app, via-to-site: [hub.gateway, er-ams.msee2, ce2]}
              no path:             {at: 9m, flow: app, via-to-site: [er-ams.msee2]}
              no whole path:       {at: 29m, flow: app, path-to-site: [hub.hosts, hub.gateway1, er-ams.msee2.private, ce2, amsterdam.hosts]}
              yes outcome:         {at: 29m, flow: app, outcome: delivered}
              no outcome:          {at: 11m, flow: app, outcome: link-down-unnoticed at er-ams.primary}
              yes asymmetric:      {at: 9m, flow: app, symmetric: false}
              no symmetric:        {at: 9m, flow: app, symmetric: true}
              yes moved:           {between: [9m, 29m], flow: app, moved-to-site: 30..70%, path-changes-to-site: 0..1}
              no moved:            {between: [20m, 29m], flow: app, moved: 1%..}
              no move once:        {between: [9m, 50m], flow: app, path-changes-to-site: 0..1}
              yes to and fro:      {between: [9m, 50m], flow: app, path-changes-to-site: 0..2, moved-to-azure: 30..70%}
              yes interface:       {at: 9m, interface: er-ams.primary.private, node: ce1, addresses: [192.168.100.129/30], vlan: 200}
              no address:          {at: 9m, interface: er-ams.primary.private, node: ce1, addresses: [192.168.100.129/29]}
              no vlan:             {at: 9m, interface: er-ams.primary.private, node: er-ams.msee1, vlan: 201}
              no end there:        {at: 9m, interface: er-ams.primary.private, node: ce2, vlan: 200}
              yes neighbour:       {at: 9m, session: er-ams.primary.private.ipv4, node: ce1, neighbour: 192.168.100.130, neighbour-as: 12076}
              no neighbour:        {at: 9m, session: er-ams.primary.private.ipv4, node: ce1, neighbour: 192.168.100.129}
              no neighbour AS:     {at: 9m, session: er-ams.primary.private.ipv4, node: ce1, neighbour-as: 65010}
              yes keepalive:       {at: 9m, session: er-ams.primary.private.ipv4, keepalive: 60s}
              no keepalive:        {at: 9m, session: er-ams.primary.private.ipv4, keepalive: 10s}
              yes down:            {session: er-ams.primary.private.ipv4, down: 120s..180s after cut, because: hold timer}
              no other reason:     {session: er-ams.primary.private.ipv4, down: 120s..180s after cut, because: bfd}
              no sooner:           {session: er-ams.primary.private.ipv4, down: < 100s after cut}
              no other session:    {session: er-ams.secondary.private.ipv4, down: < 300s after cut}
              yes up:              {session: er-ams.primary.private.ipv4, up: < 5m after mend}
              no up:               {session: er-ams.primary.private.ipv4, up: < 5m after cut}
              yes state:           {at: 9m, session: er-ams.primary.private.ipv4, state: established}
              no state:            {at: 20m, session: er-ams.primary.private.ipv4, state: established}
              yes stays up:        {session: er-ams.secondary.private.ipv4, stays: up}
              no stays up:         {session: er-ams.primary.private.ipv4, stays: up}
              yes stays down:      {between: [20m, 29m], session: er-ams.primary.private.ipv4, stays: down}
              yes hold time:       {at: 9m, session: er-ams.primary.private.ipv4, hold-time: 180s}
              no hold time:        {at: 9m, session: er-ams.primary.private.ipv4, hold-time: 30s}
              yes received:        {at: 9m, session: er-ams.primary.private.ipv4, received: 1, receiver: ce1}
              no received:         {at: 20m, session: er-ams.primary.private.ipv4, received: 1, receiver: ce1}
              yes route:           {at: 9m, route: 10.20.0.0/16, node: ce1, via: er-ams.primary, as-path: "12076", next-hop: 192.168.100.130, from-session: er-ams.primary.private.ipv4}
              yes other route:     {at: 20m, route: 10.20.0.0/16, node: ce1, via: ce2, from-session: ibgp.ce1-ce2.ipv4}
              no route via:        {at: 20m, route: 10.20.0.0/16, node: ce1, via: er-ams.primary}
              no route always:     {between: [9m, 20m], route: 10.20.0.0/16, node: ce1, via: er-ams.primary}
              no preference:       {at: 9m, route: 10.20.0.0/16, node: ce1, local-preference: 150}
              yes announced:       {at: 9m, route: 10.10.0.0/16, node: ce1, to-session: er-ams.primary.private.ipv4, as-path: "65010", next-hop: 192.168.100.129}
              no other path told:  {at: 9m, route: 10.10.0.0/16, node: ce1, to-session: er-ams.primary.private.ipv4, as-path: 65010 65010}
              yes bare route:      {at: 9m, route: 10.10.0.0/16, node: ce1, to-session: er-ams.primary.private.ipv4, as-path: "65010", communities: []}
              no empty path:       {at: 9m, route: 10.20.0.0/16, node: ce1, as-path: ""}
              yes empty path:      {at: 9m, route: 10.20.0.0/16, node: hub.gateway1, as-path: ""}
              yes communities:     {at: 9m, route: 10.20.0.0/16, node: ce1, communities: [12076:20001]}
              no community else:   {at: 9m, route: 10.20.0.0/16, node: ce1, communities: [12076:20001, 12076:51002]}
              no bare route:       {at: 9m, route: 10.20.0.0/16, node: ce1, communities: []}
              yes not announced:   {at: 9m, route: 10.20.0.0/16, node: ce1, to-session: er-ams.primary.private.ipv4, present: false}
              no announcement:     {at: 20m, route: 10.10.0.0/16, node: ce1, to-session: er-ams.primary.private.ipv4}
              yes absent:          {at: 9m, route: 10.99.0.0/16, node: ce1, present: false}
              no absent:           {at: 9m, route: 10.20.0.0/16, node: ce1, present: false}
              yes same:            {at: 40m, same-as: 9m}
              no same:             {at: 20m, same-as: 9m}
              yes converges:       {converges: true}
              no diverges:         {converges: false}
            """;

    private static RehearsalResult result;

    @BeforeAll
    static void rehearse(@TempDir Path folder) {
        result = Story.run(folder, Story.ONE_CIRCUIT, STORY);
    }

    @TestFactory
    Stream<DynamicTest> judgesEachAsItsNameSays() {
        return result.verdicts().stream()
                .map(verdict -> DynamicTest.dynamicTest(verdict.name(), () -> assertThat(verdict.holds())
                        .as(verdict.toString())
                        .isEqualTo(verdict.name().startsWith("yes"))));
    }

    @Test
    void judgesEveryExpectationAndSaysWhereItIsWritten() {
        assertThat(result.verdicts()).hasSameSizeAs(result.scenario().expectations());
        assertThat(result.verdicts())
                .allMatch(verdict -> verdict.place().orElseThrow().provenance().startsWith("story.yaml:"));
    }

    @Test
    void tellsTheChainFromTheFaultToTheEndOfTheSession() {
        assertThat(verdict(result, "yes down").why().get(0))
                .startsWith("10:00.000 er-ams.primary fails silently -> 12:")
                .contains("takes session er-ams.primary.private.ipv4 down: hold timer");
    }

    @Test
    void tellsWhatBecomesOfTheFlowsThatAreLost() {
        Verdict lost = verdict(result, "no delivered");
        assertThat(lost.found()).contains("to-site").contains("delivered");
        assertThat(lost.why())
                .anyMatch(line -> line.contains("of 100 go amsterdam.hosts - ce1")
                        && line.contains("vanishes on er-ams.primary.private")
                        && line.endsWith("not noticed yet by ce1 and er-ams.msee1.private"));
    }

    @Test
    void tellsTheFirstInstantAtWhichSomethingIsWrong() {
        assertThat(verdict(result, "no at every time").found()).contains("wrong at 10:00.000");
    }

    @Test
    void namesTheStageThatRemovedTheOtherRoute() {
        assertThat(verdict(result, "yes route").why())
                .anyMatch(line -> line.startsWith("used: by er-ams.primary.private.ipv4"))
                .anyMatch(line -> line.startsWith("lost at \"eBGP over iBGP\": by ibgp.ce1-ce2.ipv4"));
    }

    @Test
    void listsWhatIsDifferent() {
        Verdict different = verdict(result, "no same");
        assertThat(different.why())
                .contains("ce1 session er-ams.primary.private.ipv4: was Established, is Connect")
                .anyMatch(line -> line.matches("[0-9]+ x flow app forward: .*"));
    }

    @Test
    void picksTheMomentsThatMattered() {
        assertThat(result.moments().toString())
                .contains("10:00.000 er-ams.primary fails silently")
                .contains("30:00.000 er-ams.primary is repaired")
                .contains("sessions are up");
        assertThat(result.moments()).hasSizeBetween(10, 30);
    }

    @Test
    void whatHappensEveryMinuteIsToldOnce(@TempDir Path folder) {
        RehearsalResult limited = Story.run(folder, Story.ONE_CIRCUIT, """
                timeline:
                  many: {at: 10m, announce: {block: 172.16.0.0/12, length: 30, count: 4001}, from: amsterdam}
                  late: {at: 30m, set-weight: hub-ams, weight: 5}
                """);
        assertThat(limited.moments())
                .extracting(Moment::text)
                .anyMatch(text -> text.matches(".* down: prefix limit .* [.]{3} and again 1[0-9] times until 29:.*"))
                .anyMatch(text -> text.endsWith("172.16.0.28/30 and 3993 prefixes more"));
        assertThat(limited.moments()).hasSizeLessThan(60);
    }

    @Test
    void aHubCarriesTheIpv4OfACircuitThatHasBoth(@TempDir Path folder) {
        RehearsalResult result = Story.run(folder, Story.ONE_CIRCUIT, """
                sites: {amsterdam: {prefixes: [10.10.0.0/16, "2001:db8:10::/48"]}}
                circuits: {er-ams: {private-peering: {ipv6-subnet: "2001:db8:1::/125"}}}
                vnets: {hub: {prefixes: [10.20.0.0/16, "2001:db8:20::/48"]}, spoke: {region: West Europe, prefixes: [10.30.0.0/16]}}
                hubs: {we: {region: West Europe, prefix: 10.100.0.0/23, gateway: {scale-units: 1}}}
                hub-connections: {we-spoke: {hub: we, vnet: spoke}}
                connections: {we-ams: {hub: we, circuit: er-ams}}
                flows: {spoke: {from: 10.30.1.4, to: 10.10.1.5, count: 20}}
                expect:
                  four: {at: 5m, flow: spoke, delivered: 100%}
                  six: {at: 5m, node: we.gateway1, route: "2001:db8:10::/48", present: false}
                """);
        assertThat(result.verdicts()).allMatch(Verdict::holds);
    }

    @Test
    void whatWasTakenAwayStillSaysWhatItRestedOn(@TempDir Path folder) {
        RehearsalResult result = Story.run(folder, Story.ONE_CIRCUIT, """
                timeline: {gone: {at: 10m, disconnect: hub-ams}}
                expect: {down: {session: hub-ams.msee1.gateway1.ipv4, down: 0s..1m after gone}}
                """);
        assertThat(verdict(result, "down")).matches(Verdict::holds);
        assertThat(verdict(result, "down").assumptions()).containsKey("gateway-msee-hold-time");
    }
}
