package coldpotato.scenarios.run;

import static coldpotato.scenarios.run.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.check.Judgement;
import coldpotato.scenarios.check.RunOutcome;
import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.Mistake;
import coldpotato.sim.engine.Simulation;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rehearsal does with the timeline, with refusals and with routing that never settles. */
class RehearsalTest {
    @TempDir
    Path folder;

    private RehearsalResult run(String text) {
        return Story.run(folder, Story.ONE_CIRCUIT, text);
    }

    private void holds(String text) {
        assertThat(run(text).verdicts()).isNotEmpty().allMatch(Verdict::holds);
    }

    @Test
    void tellsBothEndsOfALoudFailureAtOnce() {
        holds("""
                timeline: {cut: {at: 10m, fail: er-ams.primary, how: loud}}
                expect: {seen: {session: er-ams.primary.private.ipv4, down: < 1s after cut, because: interface down}}
                """);
    }

    @Test
    void opensTheWayToTheInternetAgainWhenTheDefaultRouteGoes() {
        holds("""
                sites: {web: {asn: 65040, prefixes: [10.40.0.0/16], public-prefixes: [198.51.100.0/24], routers: [i1]}}
                internet-links: {isp: {router: i1}}
                flows: {out: {from: 10.20.1.4, to: 198.51.100.7, count: 20}}
                timeline:
                  forced: {at: 10m, announce: 0.0.0.0/0, from: amsterdam}
                  free: {at: 20m, withdraw: 0.0.0.0/0, from: amsterdam}
                expect:
                  open: {at: 9m, flow: out, delivered-to-site: 100%}
                  system: {at: 9m, effective-route: 0.0.0.0/0, node: hub.hosts, next-hop-type: Internet}
                  shut: {at: 15m, flow: out, delivered-to-site: 0%}
                  open again: {at: 25m, flow: out, delivered-to-site: 100%}
                """);
    }

    @Test
    void losesOneDirectionOnly() {
        holds("""
                timeline: {cut: {at: 10m, fail: er-ams.primary, how: silent, direction: to-azure}}
                expect: {half: {at: cut + 1s, flow: app, delivered-to-site: 100%, delivered-to-azure: 30..70%}}
                """);
    }

    @Test
    void takesTheOpenersSideForADirection() {
        holds("""
                flows: {backup: {from: 10.10.1.5, to: 10.20.1.4, count: 100}}
                timeline: {cut: {at: 10m, fail: er-ams.primary, how: silent, direction: to-azure}}
                expect: {half: {at: cut + 1s, flow: backup, delivered-to-site: 100%, delivered-to-azure: 30..70%}}
                """);
    }

    @Test
    void judgesFlowsAlsoBeforeTheyWouldBeOpened() {
        RehearsalResult result = run("expect: {too early: {at: 1ms, flow: app, delivered: 100%}}");
        assertThat(verdict(result, "too early").found()).contains("0% delivered");
    }

    @Test
    void countsALossyLinkAsAFractionOfThePackets() {
        holds("""
                timeline: {worn: {at: 10m, fail: er-ams.primary, loss: 20%}}
                expect: {some: {at: worn + 1s, flow: app, delivered: 85..95%, hit: 0%}}
                """);
    }

    @Test
    void repairsWhatALargerGroupBroke() {
        holds("""
                timeline:
                  cut:  {at: 10m, fail: er-ams, how: silent}
                  mend: {at: 10m30s, repair: er-ams.primary}
                expect:
                  dead:  {at: cut, flow: app, delivered: 0%}
                  alive: {at: mend, flow: app, delivered: 20..80%}
                """);
    }

    @Test
    void flaps() {
        holds("""
                timeline: {flap: {at: 10m, flap: er-ams.primary, how: loud, every: 1m, down-for: 10s, times: 3}}
                expect:
                  down:  {session: er-ams.primary.private.ipv4, down: < 1s after flap}
                  again: {session: er-ams.primary.private.ipv4, up: 10s..60s after flap}
                  third: {at: flap + 2m5s, session: er-ams.primary.private.ipv4, stays: down}
                  over:  {at: end, same-as: flap - 1m}
                """);
    }

    @Test
    void resetsASessionThatComesBack() {
        holds("""
                timeline: {reset: {at: 10m, reset-session: er-ams.primary.private.ipv4}}
                expect:
                  told:  {session: er-ams.primary.private.ipv4, down: < 1s after reset, because: admin}
                  again: {session: er-ams.primary.private.ipv4, up: < 2m after reset}
                """);
    }

    @Test
    void doesNotAskAnEndThatHasNoPowerWhyItsSessionEnded() {
        holds("""
                timeline: {dark: {at: 10m, reboot: ce1, takes: 2m}}
                expect:
                  seen:  {session: er-ams.primary.private.ipv4, down: < 1s after dark, because: interface down}
                  again: {at: end, same-as: dark - 1m}
                """);
    }

    /** With the acknowledgements lost, TCP holds the NOTIFICATION back, and the other end has to notice by itself. */
    @Test
    void countsTheEndThatLearnsLast() {
        RehearsalResult result = run("""
                timeline: {cut: {at: 10m, fail: er-ams.primary, how: silent, direction: to-site}}
                expect:
                  too strict: {session: er-ams.primary.private.ipv4, down: 100s..180s after cut}
                  both ends:  {session: er-ams.primary.private.ipv4, down: 100s..240s after cut, because: hold timer}
                """);
        assertThat(verdict(result, "too strict").holds()).isFalse();
        assertThat(verdict(result, "both ends").holds()).isTrue();
    }

    @Test
    void changesTheModelWhileAFaultIsOnALink() {
        holds("""
                timeline:
                  cut:  {at: 10m, fail: er-ams.primary, how: silent}
                  typo: {at: 20m, misconfigure: er-ams.secondary.private, vlan: 201}
                  fix:  {at: 30m, correct: er-ams.secondary.private}
                  mend: {at: 40m, repair: er-ams.primary}
                expect:
                  one leg:    {at: typo - 1s, flow: app, delivered: 100%, to-site: {er-ams.secondary: 100%}}
                  no leg:     {at: fix - 1s, flow: app, delivered: 0%}
                  as before:  {at: end, same-as: cut - 1s}
                """);
    }

    @Test
    void pushesAPolicy() {
        holds("""
                timeline:
                  push: {at: 10m, set-policy: er-ams.primary.private, import: prefer}
                expect:
                  before: {at: push - 1s, route: 10.20.0.0/16, node: ce2, from-session: er-ams.secondary.private.ipv4}
                  after:  {at: push + 1m, route: 10.20.0.0/16, node: ce2, from-session: ibgp.ce1-ce2.ipv4, local-preference: 150}
                """);
    }

    @Test
    void connectsAndDisconnectsAGateway() {
        holds("""
                vnets: {spoke: {region: West Europe, prefixes: [10.21.0.0/16], gateway: {sku: ErGw1AZ}}}
                timeline:
                  join:  {at: 10m, connect: spoke-ams, vnet: spoke, circuit: er-ams}
                  leave: {at: 20m, disconnect: spoke-ams}
                expect:
                  no way before: {at: join - 1s, route: 10.21.0.0/16, node: ce1, present: false}
                  then a way:    {at: join + 5m, route: 10.21.0.0/16, node: ce1, via: er-ams.primary}
                  and none:      {at: leave + 5m, route: 10.21.0.0/16, node: ce1, present: false}
                  as before:     {at: end, same-as: join - 1s}
                """);
    }

    @Test
    void announcesAndWithdraws() {
        holds("""
                timeline:
                  more: {at: 10m, announce: [10.10.128.0/17], from: er-ams.primary.private}
                  less: {at: 20m, withdraw: [10.10.128.0/17], from: er-ams.primary.private}
                expect:
                  there: {at: more + 1m, route: 10.10.128.0/17, node: hub.gateway1, as-path: 12076 65010}
                  gone:  {at: less + 1m, route: 10.10.128.0/17, node: hub.gateway1, present: false}
                """);
    }

    @Test
    void expectsARefusalOnTheTimeline() {
        RehearsalResult result = run("""
                timeline: {downgrade: {at: 10m, set-sku: er-ams, sku: Local, expect: refused}}
                expect: {still there: {at: end, flow: app, delivered: 100%}}
                """);
        assertThat(result.holds()).as(result.verdicts().toString()).isTrue();
        assertThat(result.rejections()).hasSize(1);
    }

    @Test
    void failsOnARefusalThatNobodyExpected() {
        RehearsalResult result = run("""
                timeline: {downgrade: {at: 10m, set-sku: er-ams, sku: Local}}
                expect: {still there: {at: end, flow: app, delivered: 100%}}
                """);
        assertThat(verdict(result, "still there").holds()).isTrue();
        assertThat(verdict(result, "downgrade").holds()).isFalse();
        assertThat(verdict(result, "downgrade").found()).startsWith("Azure refuses");
    }

    @Test
    void failsOnAnExpectedRefusalThatDoesNotCome() {
        RehearsalResult result = run("timeline: {upgrade: {at: 10m, set-sku: er-ams, sku: Premium, expect: refused}}");
        assertThat(result.verdicts()).singleElement().matches(verdict -> !verdict.holds());
    }

    @Test
    void judgesARefusalOnlyIfTheRunCameToIt() {
        Rehearsal rehearsal = new Rehearsal(Story.scenario(folder, Story.ONE_CIRCUIT, """
                timeline:
                  early: {at: 5m, set-sku: er-ams, sku: Local, expect: refused}
                  raise: {at: 6m, set-sku: er-ams, sku: Premium, expect: refused}
                  late:  {at: 10m, set-sku: er-ams, sku: Local, expect: refused}
                """), RunChoices.USUAL);
        Simulation simulation = rehearsal.console().network().network().simulation();
        simulation.schedule(Durations.parse("7m"), "", now -> simulation.stop());
        assertThat(rehearsal.run().verdicts())
                .extracting(Verdict::judgement)
                .containsExactly(Judgement.HOLDS, Judgement.FAILED, Judgement.NOT_JUDGED);
    }

    @Test
    void runsNothingThatAzureRefuses() {
        RehearsalResult result = run("""
                vnets: {hub: {region: East US}}
                expect: {reaches: {at: 1m, flow: app, delivered: 100%}}
                """);
        assertThat(result.outcome()).isInstanceOf(RunOutcome.NotStarted.class);
        assertThat(verdict(result, "reaches").found()).startsWith("not judged");
        assertThat(verdict(result, "the network as the file has it").found()).contains("East US");
        assertThat(result.divergedUnexpectedly()).isFalse();
    }

    @Test
    void letsTheNetworkBeExpectedToBeRefused() {
        holds("""
                vnets: {hub: {region: East US}}
                expect: refused
                """);
    }

    @Test
    void announcesAPartOfAnotherSitesPrefix() {
        holds("""
                sites: {london: {asn: 65010, prefixes: [10.12.0.0/16], routers: [lon]}}
                wan-links: {wan: {between: [ce1, lon]}}
                circuits:
                  er-lon:
                    location: London
                    private-peering:
                      subnet: 192.168.101.0/29
                      vlan: 200
                      primary:   {router: lon, advertise: [10.10.0.0/17, 10.12.0.0/16]}
                      secondary: {router: lon, advertise: [10.10.0.0/17, 10.12.0.0/16]}
                connections: {hub-lon: {vnet: hub, circuit: er-lon}}
                expect:
                  there:   {at: 5m, route: 10.10.0.0/17, node: hub.gateway1, as-path: 12076 65010}
                  by it:   {at: 5m, flow: app, delivered: 100%, to-site: {er-lon: 100%}}
                  not him: {at: 5m, route: 10.10.0.0/17, node: ce1, to-session: er-ams.primary.private.ipv4, present: off}
                """);
    }

    @Test
    void endsAnOscillationThatNobodyExpected() {
        RehearsalResult result = Story.run(folder, Story.BAD_GADGET, "");
        assertThat(result.outcome().toString()).contains("10.20.0.0/16").contains("a, b, c");
        assertThat(result.divergedUnexpectedly()).isTrue();
        assertThat(verdict(result, "the run").why()).anyMatch(line -> line.startsWith("a changes its path to"));
    }

    @Test
    void letsAnOscillationBeExpected() {
        RehearsalResult result = Story.run(
                folder,
                Story.BAD_GADGET,
                "expect: {restless: {converges: false}, too late: {at: 9h, route: 10.20.0.0/16, node: a},"
                        + " never: {flow: app, delivered: 100%}, later: {at: 1s, same-as: 9h}}");
        assertThat(result.divergedUnexpectedly()).isFalse();
        assertThat(verdict(result, "restless").holds()).isTrue();
        assertThat(ImmutableList.of("too late", "never", "later"))
                .allSatisfy(name ->
                        assertThat(verdict(result, name).found()).startsWith("not judged: the run did not converge"));
    }

    @Test
    void tellsOfNamesThatLeadNowhereAndOfDirectionsThatMeanNothing() {
        assertThat(Rehearsal.mistakes(Story.scenario(folder, Story.ONE_CIRCUIT, """
                        timeline:
                          cut: {at: 10m, fail: er-ams.primry}
                          one: {at: 11m, fail: amsterdam.ce1-ce2, direction: to-site}
                        expect: {up: {session: er-ams.primary.private.ipv6, stays: up}}
                        """)))
                .extracting(Mistake::message)
                .satisfiesExactly(
                        cut -> assertThat(cut).contains("er-ams.primry").contains("er-ams.primary"),
                        one -> assertThat(one).contains("no end of amsterdam.ce1-ce2"),
                        up -> assertThat(up).contains("er-ams.primary.private.ipv6"));
    }

    @Test
    void letsAScenarioSpeakOfWhatItAddsLater() {
        assertThat(Rehearsal.mistakes(Story.scenario(folder, Story.ONE_CIRCUIT, """
                        vnets: {spoke: {region: West Europe, prefixes: [10.21.0.0/16], gateway: {sku: ErGw1AZ}}}
                        timeline: {join: {at: 10m, connect: spoke-ams, vnet: spoke, circuit: er-ams}}
                        expect: {up: {at: end, session: spoke-ams.msee1.gateway1.ipv4, state: established}}
                        """)))
                .isEmpty();
    }

    @Test
    void handsOutTheNetworkAsItIsAtATime() {
        Rehearsal rehearsal = new Rehearsal(
                Story.scenario(folder, Story.ONE_CIRCUIT, "timeline: {cut: {at: 10m, fail: er-ams.primary}}"),
                RunChoices.USUAL);
        SimulatedNetwork network = rehearsal.upTo(Durations.parse("10m"));
        assertThat(network.nowNanos()).isEqualTo(Durations.parse("10m"));
        assertThat(network.network().links().link("er-ams.primary.private").hasLight())
                .isFalse();
    }

    @Test
    void nodesOfASharedRiskArePowerlessUntilItIsRepaired() {
        RehearsalResult result = Story.run(folder, Story.ONE_CIRCUIT, """
                shared-risks: {fibre-7: [er-ams.primary, ce2]}
                timeline:
                  cut: {at: 10m, fail: fibre-7}
                  mend: {at: 20m, repair: fibre-7}
                expect:
                  dark: {at: mend - 1s, flow: app, delivered: 0%}
                  back: {at: mend + 5m, flow: app, delivered: 100%}
                """);
        assertThat(result.verdicts()).allMatch(Verdict::holds);
    }

    @Test
    void flowsAreJudgedFromTheFirstInstantOn() {
        RehearsalResult result = Story.run(folder, Story.ONE_CIRCUIT, """
                expect:
                  early:   {at: 0s, flow: app, delivered: 0%, via: ce1, symmetric: on, outcome: no-route}
                  along:   {at: 0s, flow: app, path-to-azure: [amsterdam.hosts]}
                  soon:    {at: 10s, flow: app, delivered: 0..100%, to-site: {er-ams: 0..100%}}
                  through: {between: [0s, 5m], flow: app, delivered: 0..100%, hit: 100%, outage: < 1m}
                """);
        assertThat(result.verdicts()).hasSize(4).noneMatch(verdict -> verdict.found()
                .contains("not judged"));
        assertThat(Story.verdict(result, "soon").holds()).isTrue();
        assertThat(Story.verdict(result, "through").holds()).isTrue();
    }
}
