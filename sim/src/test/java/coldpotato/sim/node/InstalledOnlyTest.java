package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import org.junit.jupiter.api.Test;

/** A router that says nothing of routes that it does not forward by yet; its forwarding table takes 50 ms. */
class InstalledOnlyTest {
    //  hosts --vnet-- gateway 65515 ------er------ ce 65010 originates 10.10.0.0/16
    //                         10.255.0.1      10.255.0.2
    //                    `------lan------ far 65020
    //                      10.255.0.5   10.255.0.6
    private final Lab lab = new Lab()
            .nodes("hosts", "gateway", "ce", "far")
            .link("er", "gateway 10.255.0.1/30", "ce 10.255.0.2/30")
            .link("lan", "gateway 10.255.0.5/30", "far 10.255.0.6/30")
            .link("vnet", "hosts 10.20.0.1/30", "gateway 10.20.0.2/30")
            .attach("ce", "10.10.0.0/16")
            .between(
                    "gateway",
                    65515,
                    Lab.peer(65515, "er", "10.255.0.1", "10.255.0.2", 65010),
                    Lab.peer(65515, "lan", "10.255.0.5", "10.255.0.6", 65020))
            .ebgp("ce", 65010, "er", "10.255.0.2", "10.255.0.1", 65515)
            .ebgp("far", 65020, "lan", "10.255.0.6", "10.255.0.5", 65515)
            .start()
            .run("1m");

    InstalledOnlyTest() {
        lab.network.addFeed("feed", "gateway", "hosts", FeedTerms.via(IpAddress.parse("10.20.0.2"), 0));
    }

    @Test
    void neighboursAndFeedsHearOfARouteWhenPacketsFollowIt() {
        lab.originate("ce", "10.10.0.0/16").run("40ms");
        assertThat(lab.route("gateway", "10.10.0.0/16")).isEqualTo("ebgp 10.255.0.2 on er");
        assertThat(lab.route("far", "10.10.0.0/16")).isEqualTo("none");
        assertThat(lab.route("hosts", "10.10.0.0/16")).isEqualTo("none");
        lab.run("15ms");
        assertThat(lab.route("far", "10.10.0.0/16")).isEqualTo("ebgp 10.255.0.5 on lan");
        assertThat(lab.route("hosts", "10.10.0.0/16")).isEqualTo("fed 10.20.0.2 on vnet");
    }

    @Test
    void neighboursAndFeedsHearAtOnceThatARouteIsGone() {
        lab.originate("ce", "10.10.0.0/16").run("1s");
        lab.network.speaker("ce").withdraw(Prefix.parse("10.10.0.0/16"));
        lab.run("10ms");
        assertThat(lab.route("far", "10.10.0.0/16")).isEqualTo("none");
        assertThat(lab.route("hosts", "10.10.0.0/16")).isEqualTo("none");
        assertThat(lab.forwarding("gateway", "10.10.1.1")).startsWith("10.10.0.0/16 FORWARD");
    }

    @Test
    void aFeedThatSendsPastTheRouterDoesNotWaitForIt() {
        lab.network.addFeed(
                "past", "gateway", "hosts", new FeedTerms(java.util.Optional.empty(), 0, FeedTerms.Scope.ALL, 0));
        lab.originate("ce", "10.10.0.0/16").run("10ms");
        assertThat(lab.network.router("hosts").table().candidates(Prefix.parse("10.10.0.0/16")))
                .extracting(CandidateRoute::origin)
                .containsExactly("past");
    }

    @Test
    void aRouteThatStaysOutOfTheForwardingTableIsToldAllTheSame() {
        lab.statics("gateway", "10.10.0.0/16").run("1s");
        lab.originate("ce", "10.10.0.0/16").run("10ms");
        assertThat(lab.route("far", "10.10.0.0/16")).isEqualTo("ebgp 10.255.0.5 on lan");
    }

    @Test
    void whatIsWaitedForIsForgottenWithThePower() {
        lab.originate("ce", "10.10.0.0/16").run("10ms");
        lab.network.router("gateway").reboot(lab.simulation.nowNanos(), 1_000_000_000L);
        lab.run("3m");
        assertThat(lab.route("far", "10.10.0.0/16")).isEqualTo("ebgp 10.255.0.5 on lan");
    }

    @Test
    void whatNeighboursHearLeadsBackToTheForwardingEntry() {
        lab.originate("ce", "10.10.0.0/16").run("1s");
        TraceEvent heard = lab.trace.events().stream()
                .filter(event ->
                        event.kind() == TraceKind.BEST_PATH && event.node().equals("far"))
                .findFirst()
                .orElseThrow();
        TraceEvent cause = lab.trace.event(heard.cause());
        assertThat(cause.kind()).isEqualTo(TraceKind.FIB_CHANGED);
        assertThat(cause.node()).isEqualTo("gateway");
    }
}
