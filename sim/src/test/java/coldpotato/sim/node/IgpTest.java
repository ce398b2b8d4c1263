package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.LinkFault;
import java.util.List;
import org.junit.jupiter.api.Test;

class IgpTest {
    //        b 2.2.2.2
    //   ab /   \ bc           every link costs 10
    //  a ------- c
    //  1.1.1.1    3.3.3.3 and 10.3.0.0/16
    //       ac
    private final Lab lab = new Lab()
            .nodes("a", "b", "c")
            .link("ab", "a 192.0.2.1/30", "b 192.0.2.2/30")
            .link("bc", "b 192.0.2.5/30", "c 192.0.2.6/30")
            .link("ac", "a 192.0.2.9/30", "c 192.0.2.10/30")
            .loopback("a", "1.1.1.1")
            .loopback("b", "2.2.2.2")
            .loopback("c", "3.3.3.3")
            .attach("c", "10.3.0.0/16")
            .igp();

    @Test
    void bothEndsTurnAwayFromALinkThatIsSilentInOneDirection() {
        lab.start().network.links().link("ac").fail("test", LinkFault.silent().only(Direction.A_TO_B));
        lab.run("41s");
        assertThat(lab.route("a", "3.3.3.3/32")).isEqualTo("igp 192.0.2.2 on ab");
        assertThat(lab.route("c", "1.1.1.1/32")).isEqualTo("igp 192.0.2.5 on bc");
    }

    @Test
    void reachesAnIpv6PrefixOnlyOverLinksThatHaveIpv6() {
        Lab dual = new Lab()
                .nodes("a", "b", "c")
                .link("ab", "a 192.0.2.1/30 2001:db8::1/64", "b 192.0.2.2/30 2001:db8::2/64")
                .link("bc", "b 192.0.2.5/30", "c 192.0.2.6/30")
                .attach("b", "2001:db8:b::/48")
                .igp()
                .start();
        assertThat(dual.route("a", "2001:db8:b::/48")).isEqualTo("igp 2001:db8::2 on ab");
        assertThat(dual.route("c", "2001:db8:b::/48")).isEqualTo("none");
    }

    @Test
    void goesAroundALinkThatIsTakenAway() {
        lab.start().network.removeLink("ac");
        lab.run("50ms");
        assertThat(lab.route("a", "3.3.3.3/32")).isEqualTo("igp 192.0.2.2 on ab");
        assertThat(lab.route("b", "192.0.2.8/30")).isEqualTo("igp 192.0.2.1 on ab, 192.0.2.6 on bc");
        lab.run("51ms");
        assertThat(lab.route("b", "192.0.2.8/30")).isEqualTo("none");
    }

    @Test
    void forgetsAPrefixWhoseHostsAreGone() {
        lab.start().network.router("c").detach(Prefix.parse("10.3.0.0/16"));
        lab.run("1s");
        assertThat(lab.route("a", "10.3.0.0/16")).isEqualTo("none");
    }

    @Test
    void goesTheShortestWayToLoopbacksAndAttachedPrefixes() {
        lab.start();
        assertThat(lab.route("a", "3.3.3.3/32")).isEqualTo("igp 192.0.2.10 on ac");
        assertThat(lab.route("a", "10.3.0.0/16")).isEqualTo("igp 192.0.2.10 on ac");
        assertThat(lab.route("c", "1.1.1.1/32")).isEqualTo("igp 192.0.2.9 on ac");
    }

    @Test
    void sharesOverWaysOfEqualCost() {
        lab.start();
        assertThat(lab.route("a", "192.0.2.4/30")).isEqualTo("igp 192.0.2.2 on ab, 192.0.2.10 on ac");
    }

    @Test
    void turnsAwayFromADarkLinkAfterDetectionAndSpf() {
        lab.start().failLoud("ac").run("59ms");
        assertThat(lab.route("a", "3.3.3.3/32")).isEqualTo("igp 192.0.2.10 on ac");
        lab.run("1ms");
        assertThat(lab.route("a", "3.3.3.3/32")).isEqualTo("igp 192.0.2.2 on ab");
    }

    @Test
    void turnsAwayFromASilentLinkAfterTheDeadInterval() {
        lab.start().failSilent("ac").run("40s");
        assertThat(lab.route("a", "3.3.3.3/32")).isEqualTo("igp 192.0.2.10 on ac");
        lab.run("50ms");
        assertThat(lab.route("a", "3.3.3.3/32")).isEqualTo("igp 192.0.2.2 on ab");
        assertThat(lab.route("c", "1.1.1.1/32")).isEqualTo("igp 192.0.2.5 on bc");
    }

    @Test
    void doesNotNoticeASilenceThatIsShorterThanTheDeadInterval() {
        lab.start().failSilent("ac").run("39s").repair("ac").run("60s");
        assertThat(lab.trace.events())
                .noneMatch(event -> event.kind() == TraceKind.ROUTE_CHANGED && event.timeNanos() > 2_000_000_000L);
    }

    @Test
    void comesBackToALinkThatIsMended() {
        lab.start().failSilent("ac").run("60s").repair("ac").run("9s");
        assertThat(lab.route("a", "3.3.3.3/32")).isEqualTo("igp 192.0.2.2 on ab");
        lab.run("2s");
        assertThat(lab.route("a", "3.3.3.3/32")).isEqualTo("igp 192.0.2.10 on ac");
    }

    @Test
    void learnsWhatHappenedOnTheOtherSideWhenTwoHalvesMeetAgain() {
        lab.start().failLoud("ab").failLoud("ac").run("1s");
        lab.loopback("c", "4.4.4.4").failLoud("bc").run("1s").repair("bc").run("1s");
        assertThat(lab.route("a", "4.4.4.4/32")).isEqualTo("none");
        lab.repair("ab").run("1s");
        assertThat(lab.route("a", "4.4.4.4/32")).isEqualTo("igp 192.0.2.2 on ab");
    }

    @Test
    void goesRoundARouterThatRebootsAndTakesItBack() {
        lab.start();
        lab.network.router("c").reboot(lab.simulation.nowNanos(), 5_000_000_000L);
        lab.run("1s");
        assertThat(lab.route("a", "3.3.3.3/32")).isEqualTo("none");
        lab.run("5s");
        assertThat(lab.route("a", "3.3.3.3/32")).isEqualTo("igp 192.0.2.10 on ac");
        assertThat(lab.route("c", "1.1.1.1/32")).isEqualTo("igp 192.0.2.9 on ac");
    }

    @Test
    void everyChangeOfRouteLeadsBackToTheFault() {
        lab.start().trace.because(0);
        lab.trace.because(lab.trace.record(lab.simulation.nowNanos(), "test", TraceKind.INJECTED));
        lab.failLoud("ac").run("1s");
        List<TraceEvent> events = lab.trace.events();
        TraceEvent last = events.get(events.size() - 1);

        assertThat(lab.trace.causesOf(last).get(0).kind()).isEqualTo(TraceKind.INJECTED);
    }

    // Links come up in the order of their names, and the one in the middle last.
    @Test
    void everybodyHearsOfEverybodyThoughAllLinksComeUpAtOnce() {
        Lab line = new Lab()
                .nodes("a", "b", "c", "d")
                .link("1", "a 192.0.2.1/30", "b 192.0.2.2/30")
                .link("3", "b 192.0.2.5/30", "c 192.0.2.6/30")
                .link("2", "c 192.0.2.9/30", "d 192.0.2.10/30")
                .loopback("a", "1.1.1.1")
                .loopback("d", "4.4.4.4")
                .igp()
                .start();
        assertThat(line.route("a", "4.4.4.4/32")).isEqualTo("igp 192.0.2.2 on 1");
        assertThat(line.route("d", "1.1.1.1/32")).isEqualTo("igp 192.0.2.9 on 2");
    }

    @Test
    void hearsAfterAShortSilenceWhatWasSaidMeanwhile() {
        lab.start().failLoud("ac").run("1s").failSilent("ab").run("5s");
        lab.failLoud("bc").run("5s").repair("ab").run("1s");
        assertThat(lab.route("a", "3.3.3.3/32")).isEqualTo("none");
    }
}
