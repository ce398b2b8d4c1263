package coldpotato.scenarios.review;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.outage.Outage;
import coldpotato.scenarios.outage.Phase;
import coldpotato.scenarios.review.Harm.Episode;
import coldpotato.scenarios.review.Harm.Losses;
import coldpotato.scenarios.run.Story;
import com.google.common.collect.Iterables;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a run afterwards. */
class ReviewTest {
    private static final long CUT = Durations.parse("10m");

    @TempDir
    private Path folder;

    private Review review(String text) {
        return Review.of(Story.run(folder, Story.ONE_CIRCUIT, text));
    }

    private Incident only(String text) {
        return Iterables.getOnlyElement(review(text).incidents());
    }

    @Test
    void tellsOfALoudFailureFromTheFirstLostPacketToTheLast() {
        Incident incident = only("timeline: {cut: {at: 10m, fail: er-ams.primary, how: loud}}\n");
        assertThat(incident.trigger())
                .isEqualTo(new Trigger(CUT, Trigger.Kind.DEED, "er-ams.primary fails, and the light goes out"));
        assertThat(incident.fromNanos()).isEqualTo(CUT);
        assertThat(incident.untilNanos()).isEqualTo(CUT + incident.longestNanos());
        assertThat(incident.end()).isEqualTo(Incident.End.WELL);
        assertThat(incident.ending()).isEmpty();
        assertThat(incident.steps()).anyMatch(step -> step.contains("sees er-ams.primary.private go down"));
    }

    @Test
    void tellsEachDirectionsOutcomesInTheirOrder() {
        Incident incident = only("timeline: {cut: {at: 10m, fail: er-ams.primary, how: loud, direction: both}}\n");
        Losses toSite = incident.harms().get(0).losses().stream()
                .filter(losses -> losses.direction().equals("to-site"))
                .findFirst()
                .orElseThrow();
        assertThat(toSite.episodes().stream().map(Episode::outcome))
                .containsExactly(
                        "link-down-unnoticed at er-ams.primary.private",
                        "next-hop-down at er-ams.msee1.private",
                        "no-route at er-ams.msee1.private");
    }

    @Test
    void countsAFlowOnceThatLosesBothDirections() {
        Harm harm = only("timeline: {cut: {at: 10m, fail: er-ams.primary, how: loud}}\n")
                .harms()
                .get(0);
        int lost = harm.losses().stream().mapToInt(Losses::flows).sum();
        assertThat(harm.hit()).isLessThan(lost).isLessThan(harm.flows());
    }

    @Test
    void namesWhatEndedItWhereTheNetworkDidNotComeRound() {
        Incident incident = only("""
                timeline:
                  cut: {at: 10m, fail: er-ams, how: loud}
                  mend: {at: 20m, repair: er-ams}
                """);
        assertThat(incident.ending().map(Trigger::what)).contains("er-ams is repaired");
        assertThat(incident.hit()).isEqualTo(incident.flows());
    }

    @Test
    void saysSoWhereItNeverEnded() {
        Incident incident = only("timeline: {cut: {at: 10m, fail: er-ams, how: loud}}\n");
        assertThat(incident.end()).isEqualTo(Incident.End.NEVER);
        assertThat(incident.untilNanos()).isEqualTo(Durations.parse("20m"));
    }

    @Test
    void blamesTheNetworkAsTheFileHasItForWhatNeverWorked() {
        Incident incident = only("""
                sites: {away: {asn: 65040, prefixes: [10.40.0.0/16], routers: [a1]}}
                flows: {lost: {from: 10.20.1.4, to: 10.40.1.5}}
                timeline: {idle: {at: 5m, repair: er-ams}}
                """);
        assertThat(incident.trigger().kind()).isEqualTo(Trigger.Kind.BEGINNING);
        assertThat(incident.harms()).extracting(Harm::flow).containsExactly("lost");
    }

    @Test
    void lossOfSomePacketsIsAnIncidentWithoutAnOutage() {
        Incident incident = only("timeline: {ill: {at: 10m, fail: er-ams.primary, loss: 1%, how: silent}}\n");
        assertThat(incident.hit()).isZero();
        assertThat(incident.harms().get(0).impaired()).isPositive();
    }

    @Test
    void tellsWhatBrokeNothing() {
        Review review = review("timeline: {drain: {at: 10m, set-prepend: er-ams.primary.private, prepend: 5}}\n");
        assertThat(review.incidents()).isEmpty();
        assertThat(review.calm()).singleElement().matches(calm -> calm.moved() > 0);
    }

    @Test
    void tellsHowManyFlowsADeedMendsWhereOthersAreOutToTheEnd() {
        Review review = review("""
                sites: {amsterdam: {firewalls: {f1: {links: [er-ams.primary], idle-timeout: 1m}}}}
                policies: {avoid: [{set: {local-preference: 50}}, accept]}
                circuits: {er-ams: {private-peering: {secondary: {import: avoid, prepend: 3}}}}
                flows:
                  app: {from: 10.10.1.5, to: 10.20.1.4, count: 100, reopen-after: 5s}
                  hung: {from: 10.10.1.6, to: 10.20.1.4, count: 100}
                timeline:
                  cut: {at: 10m, fail: er-ams, how: loud}
                  mend: {at: 20m, repair: er-ams.primary}
                """);
        assertThat(review.calm()).singleElement().matches(calm -> calm.mended() == 100 && calm.moved() == 0);
    }

    @Test
    void saysWhatTheLongestOutageWentByWith() {
        Incident incident = only("timeline: {cut: {at: 10m, fail: er-ams.primary, how: silent}}\n");
        Outage slowest = incident.slowest().orElseThrow();
        assertThat(slowest.nanos()).isEqualTo(incident.longestNanos());
        assertThat(slowest.budget().longest().phase()).isEqualTo(Phase.DETECTION);
    }

    @Test
    void saysWhyTheWaysDifferedWhereThatMadeAFailureWorse() {
        Incident incident = only("""
                circuits: {er-ams: {private-peering: {primary: {import: prefer}}}}
                timeline:
                  drain: {at: 10m, set-prepend: er-ams.primary.private, prepend: 5}
                  cut: {at: 20m, fail: er-ams.primary, how: silent}
                """);
        assertThat(incident.detours())
                .singleElement()
                .matches(reason -> reason.forward().detail().startsWith("shortest AS_PATH"))
                .matches(reason -> reason.reverse().detail().startsWith("highest LOCAL_PREF"));
    }

    @Test
    void hashesThatPartTheWaysAreNoReason() {
        assertThat(only("timeline: {cut: {at: 10m, fail: er-ams.primary, how: loud}}\n")
                        .detours())
                .isEmpty();
    }

    @Test
    void saysWhatTheSurvivorHasToCarry() {
        Incident incident = only("""
                circuits: {er-ams: {bandwidth: 200Mbps}}
                flows: {app: {from: 10.20.1.4, to: 10.10.1.5, rate: 300Mbps, protocol: udp, port: 4000, count: 100}}
                timeline: {cut: {at: 10m, fail: er-ams.primary, how: loud}}
                """);
        assertThat(incident.overload().burdens())
                .anyMatch(burden -> burden.lane().wire().equals("er-ams.secondary") && burden.isTooMuch());
        assertThat(incident.overload().squeezed())
                .singleElement()
                .matches(squeezed -> squeezed.direction().equals("to-site") && squeezed.flows() == 100);
    }

    @Test
    void moreThanEverFittedIsAnIncidentFromTheBeginning() {
        Incident incident = only("""
                flows: {app: {from: 10.20.1.4, to: 10.10.1.5, rate: 3Gbps, protocol: udp, port: 4000, count: 100}}
                timeline: {idle: {at: 5m, repair: er-ams}}
                """);
        assertThat(incident.trigger().kind()).isEqualTo(Trigger.Kind.BEGINNING);
        assertThat(incident.harms()).isEmpty();
        assertThat(incident.end()).isEqualTo(Incident.End.NEVER);
    }

    @Test
    void advisesWhatWouldHaveShortenedIt() {
        Incident incident = only("timeline: {cut: {at: 10m, fail: er-ams.primary, how: silent}}\n");
        assertThat(incident.advice()).isNotEmpty();
        assertThat(incident.advice().get(0).text()).contains("turn BFD on");
    }

    private Incident someHangForEver() {
        return only("""
                sites: {amsterdam: {firewalls: {f1: {links: [er-ams.primary]}, f2: {links: [er-ams.secondary]}}}}
                policies: {avoid: [{set: {local-preference: 50}}, accept]}
                circuits: {er-ams: {private-peering: {secondary: {import: avoid, prepend: 3}}}}
                flows:
                  app: {from: 10.10.1.5, to: 10.20.1.4, count: 100, reopen-after: 1m}
                  hung: {from: 10.10.1.6, to: 10.20.1.4, count: 100}
                timeline:
                  cut: {at: 10m, fail: er-ams.primary, how: loud}
                  idle: {at: 20m, repair: er-ams.secondary}
                """);
    }

    @Test
    void speaksOfTheWorstSufferersWhereSomeAreOutToTheEnd() {
        Incident incident = someHangForEver();
        Outage lasting = incident.lasting().orElseThrow();
        assertThat(lasting.group()).isEqualTo("hung");
        assertThat(lasting.nanos()).isEqualTo(incident.longestNanos());
        assertThat(lasting.budget().longest().phase()).isEqualTo(Phase.LASTING);
        assertThat(incident.advice().get(0).phase()).isEqualTo(Phase.LASTING);
    }

    @Test
    void tellsTheStepsOfTheOutageWhoseTimeIsDivided() {
        Incident incident = someHangForEver();
        Outage slowest = incident.slowest().orElseThrow();
        assertThat(slowest.group()).isEqualTo("app");
        assertThat(incident.steps())
                .isNotEmpty()
                .allMatch(step -> step.startsWith("10:"))
                .noneMatch(step -> step.contains("repaired"));
    }

    @Test
    void overloadIsNotMendedByTheDeathOfItsFlows() {
        Review review = review("""
                flows: {app: {from: 10.20.1.4, to: 10.10.1.5, rate: 3Gbps, protocol: udp, port: 4000, count: 100}}
                timeline: {cut: {at: 10m, fail: er-ams, how: silent}}
                """);
        Incident overloaded = review.incidents().get(0);
        assertThat(overloaded.trigger().kind()).isEqualTo(Trigger.Kind.BEGINNING);
        assertThat(overloaded.end()).isEqualTo(Incident.End.WORSE);
        assertThat(overloaded.untilNanos()).isEqualTo(CUT);
    }

    private Review overloadedAllTheTime() {
        return review("""
                flows: {up: {from: 10.10.1.5, to: 10.20.1.4, rate: 1200Mbps, count: 100}}
                timeline:
                  cut: {at: 10m, fail: er-ams.primary, how: silent}
                  mend: {at: 20m, repair: er-ams.primary}
                """);
    }

    @Test
    void overloadThatReturnsWithARepairIsThatOfTheBeginning() {
        assertThat(overloadedAllTheTime().incidents())
                .filteredOn(incident -> incident.harms().isEmpty())
                .singleElement()
                .matches(incident -> incident.trigger().kind() == Trigger.Kind.BEGINNING)
                .matches(incident -> incident.end() == Incident.End.NEVER);
    }

    @Test
    void aDeadLinkHasNothingToCarry() {
        assertThat(overloadedAllTheTime().incidents())
                .filteredOn(incident -> incident.trigger().atNanos() == CUT)
                .singleElement()
                .matches(incident -> incident.overload().burdens().stream()
                        .noneMatch(burden -> burden.lane().wire().equals("er-ams.primary")));
    }

    @Test
    void deedsOfOneInstantThatHurtTheSameFlowsAreOneIncident() {
        Incident incident = only("""
                timeline:
                  one: {at: 10m, fail: er-ams.primary, how: loud}
                  other: {at: 10m, fail: er-ams.secondary, how: loud}
                """);
        assertThat(incident.trigger().what()).contains("er-ams.primary fails").contains("er-ams.secondary fails");
        assertThat(incident.hit()).isEqualTo(incident.flows());
    }
}
