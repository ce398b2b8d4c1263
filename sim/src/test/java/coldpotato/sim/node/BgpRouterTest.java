package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BgpRouterTest {
    //  hosts --vnet-- gateway 65515 ------er------ ce 65010 originates 10.10.0.0/16
    //                         10.255.0.1      10.255.0.2
    private final Lab lab = new Lab()
            .nodes("hosts", "gateway", "ce")
            .link("er", "gateway 10.255.0.1/30", "ce 10.255.0.2/30")
            .link("vnet", "hosts 10.20.0.1/30", "gateway 10.20.0.2/30")
            .attach("ce", "10.10.0.0/16")
            .ebgp("gateway", 65515, "er", "10.255.0.1", "10.255.0.2", 65010)
            .ebgp("ce", 65010, "er", "10.255.0.2", "10.255.0.1", 65515)
            .originate("ce", "10.10.0.0/16");

    @Test
    void aFeedThatEndsTakesItsRoutesBack() {
        lab.network.addFeed("feed", "gateway", "hosts", FeedTerms.via(IpAddress.parse("10.20.0.2"), 0));
        lab.start().run("1m").network.removeFeed("feed");
        lab.run("1s");
        assertThat(lab.route("hosts", "10.10.0.0/16")).isEqualTo("none");
    }

    @Test
    void aFeedThatBeginsLateFeedsWhatIsThere() {
        lab.start()
                .run("1m")
                .network
                .addFeed("feed", "gateway", "hosts", FeedTerms.via(IpAddress.parse("10.20.0.2"), 0));
        lab.run("1s");
        assertThat(lab.route("hosts", "10.10.0.0/16")).isEqualTo("fed 10.20.0.2 on vnet");
    }

    @Test
    void whatANeighbourAnnouncesIsForwardedTo() {
        lab.start().run("1m");
        assertThat(lab.route("gateway", "10.10.0.0/16")).isEqualTo("ebgp 10.255.0.2 on er");
        assertThat(lab.forwarding("gateway", "10.10.1.1")).startsWith("10.10.0.0/16 FORWARD");
    }

    @Test
    void aDarkLinkEndsTheSessionAtOnce() {
        lab.start().run("1m").failLoud("er").run("11ms");
        assertThat(lab.route("gateway", "10.10.0.0/16")).isEqualTo("none");
    }

    @Test
    void aSilentLinkIsNoticedByTheHoldTimer() {
        lab.start().run("1m").failSilent("er").run("110s");
        assertThat(lab.route("gateway", "10.10.0.0/16")).isEqualTo("ebgp 10.255.0.2 on er");
        lab.run("80s");
        assertThat(lab.route("gateway", "10.10.0.0/16")).isEqualTo("none");
    }

    @Test
    void aSessionComesBackOverAMendedLink() {
        lab.start().run("1m").failLoud("er").run("5m").repair("er").run("2m");
        assertThat(lab.route("gateway", "10.10.0.0/16")).isEqualTo("ebgp 10.255.0.2 on er");
    }

    @Test
    void aSessionComesBackAfterAReboot() {
        lab.start().run("1m");
        lab.network.router("ce").reboot(lab.simulation.nowNanos(), 120_000_000_000L);
        lab.run("1m");
        assertThat(lab.route("gateway", "10.10.0.0/16")).isEqualTo("none");
        assertThat(lab.network.speaker("ce").speaker()).isEmpty();
        lab.run("3m");
        assertThat(lab.route("gateway", "10.10.0.0/16")).isEqualTo("ebgp 10.255.0.2 on er");
    }

    @Test
    void aPrefixCanBeWithdrawnAndAnnouncedAgain() {
        lab.start().run("1m");
        lab.network.speaker("ce").withdraw(Prefix.parse("10.10.0.0/16"));
        lab.run("1s");
        assertThat(lab.route("gateway", "10.10.0.0/16")).isEqualTo("none");
        lab.originate("ce", "10.10.0.0/16").run("1s");
        assertThat(lab.route("gateway", "10.10.0.0/16")).isEqualTo("ebgp 10.255.0.2 on er");
    }

    @Test
    void aFeedProgramsBestRoutesIntoANodeThatSpeaksNoBgpAndTakesThemBack() {
        lab.network.addFeed("feed", "gateway", "hosts", FeedTerms.via(IpAddress.parse("10.20.0.2"), 1_000_000_000L));
        lab.start().run("1m");
        assertThat(lab.route("hosts", "10.10.0.0/16")).isEqualTo("fed 10.20.0.2 on vnet");
        lab.failLoud("er").run("1s");
        assertThat(lab.route("hosts", "10.10.0.0/16")).isEqualTo("fed 10.20.0.2 on vnet");
        lab.run("100ms");
        assertThat(lab.route("hosts", "10.10.0.0/16")).isEqualTo("none");
    }

    @Test
    void ofTwoFeedsThatOfTheLowerMetricIsUsed() {
        lab.network.addFeed("second", "gateway", "hosts", FeedTerms.via(IpAddress.parse("10.20.0.2"), 0));
        lab.network.addFeed(
                "first",
                "gateway",
                "hosts",
                new FeedTerms(Optional.of(IpAddress.parse("10.255.0.9")), -1, FeedTerms.Scope.LEARNED, 0));
        lab.start().run("1m");
        assertThat(lab.network.router("hosts").table().candidates(Prefix.parse("10.10.0.0/16")))
                .extracting(CandidateRoute::origin)
                .containsExactly("first", "second");
    }

    @Test
    void aFeedWithoutAnAddressSendsToTheNextHopOfTheRoute() {
        lab.network.addFeed(
                "feed", "gateway", "hosts", new FeedTerms(Optional.empty(), 0, FeedTerms.Scope.EXTERNAL, 0));
        lab.start().run("1m");
        assertThat(lab.network.router("hosts").table().candidates(Prefix.parse("10.10.0.0/16")))
                .flatExtracting(CandidateRoute::nextHops)
                .containsExactly(NextHop.via(IpAddress.parse("10.255.0.2")));
    }

    @Test
    void whatIsProgrammedOutlivesARebootOfTheReceiver() {
        lab.network.addFeed("feed", "gateway", "hosts", FeedTerms.via(IpAddress.parse("10.20.0.2"), 5_000_000_000L));
        lab.start().run("1m");
        lab.network.router("hosts").reboot(lab.simulation.nowNanos(), 1_000_000_000L);
        lab.run("1100ms");
        assertThat(lab.route("hosts", "10.10.0.0/16")).isEqualTo("fed 10.20.0.2 on vnet");
    }

    @Test
    void whatIsTakenBackWhileTheReceiverIsDownStaysAway() {
        lab.network.addFeed("feed", "gateway", "hosts", FeedTerms.via(IpAddress.parse("10.20.0.2"), 5_000_000_000L));
        lab.start().run("1m");
        lab.network.router("hosts").reboot(lab.simulation.nowNanos(), 60_000_000_000L);
        lab.failLoud("er").run("61s");
        assertThat(lab.route("hosts", "10.10.0.0/16")).isEqualTo("none");
    }

    @Test
    void aFeedStartsOverWhenEitherEndReboots() {
        lab.network.addFeed("feed", "gateway", "hosts", FeedTerms.via(IpAddress.parse("10.20.0.2"), 0));
        lab.start().run("1m");
        lab.network.router("hosts").reboot(lab.simulation.nowNanos(), 1_000_000_000L);
        lab.run("2s");
        assertThat(lab.route("hosts", "10.10.0.0/16")).isEqualTo("fed 10.20.0.2 on vnet");
        lab.network.router("gateway").reboot(lab.simulation.nowNanos(), 1_000_000_000L);
        lab.run("100ms");
        assertThat(lab.route("hosts", "10.10.0.0/16")).isEqualTo("none");
        lab.run("3m");
        assertThat(lab.route("hosts", "10.10.0.0/16")).isEqualTo("fed 10.20.0.2 on vnet");
    }

    @Test
    void aForwardingEntryLeadsBackAcrossRoutersToWhatWasDone() {
        lab.start().run("1m").trace.because(0);
        lab.trace.because(lab.trace.record(lab.simulation.nowNanos(), "er", TraceKind.INJECTED));
        lab.network.speaker("ce").withdraw(Prefix.parse("10.10.0.0/16"));
        lab.run("1s");
        TraceEvent gone = lab.trace.events().stream()
                .filter(event -> event.kind() == TraceKind.FIB_CHANGED
                        && event.field("prefix").equals("10.10.0.0/16")
                        && event.node().equals("gateway"))
                .reduce((first, second) -> second)
                .orElseThrow();

        assertThat(lab.trace.causesOf(gone))
                .extracting(event -> event.node() + " " + event.kind().text())
                .containsExactly(
                        "er injected",
                        "ce best-path",
                        "gateway best-path",
                        "gateway route-changed",
                        "gateway fib-changed");
    }
}
