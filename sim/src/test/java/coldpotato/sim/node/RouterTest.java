package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.sim.net.Link;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.node.Step.Kind;
import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

class RouterTest {
    //              left 192.0.2.0/30
    //  hosts ce <                      > far 10.0.0.0/8
    //              right 192.0.2.4/30
    private final Lab lab = new Lab()
            .nodes("ce", "far")
            .link("left", "ce 192.0.2.1/30", "far 192.0.2.2/30")
            .link("right", "ce 192.0.2.5/30", "far 192.0.2.6/30")
            .attach("far", "10.0.0.0/8")
            .staticsInOrder("ce", "10.0.0.0/8 via 192.0.2.2 192.0.2.6");

    @Test
    void ofTwoRebootsTheLaterStartCounts() {
        lab.start();
        lab.network.router("ce").reboot(lab.simulation.nowNanos(), 60_000_000_000L);
        lab.run("30s");
        lab.network.router("ce").reboot(lab.simulation.nowNanos(), 60_000_000_000L);
        lab.run("59s");
        assertThat(step()).isEqualTo(Kind.NODE_DOWN);
        lab.run("2s");
        assertThat(exit()).isEqualTo("left");
    }

    @Test
    void aLinkThatIsTakenAwayIsNotUsedAnyMore() {
        lab.start().network.removeLink("left");
        assertThat(step()).isEqualTo(Kind.NO_INTERFACE);
        lab.run("50ms");
        assertThat(exit()).isEqualTo("right");
    }

    @Test
    void aLinkThatIsLaidDarkIsDownUntilItsLightComes() {
        Link dark = new Link("dark", "ce", "far", Lab.LINK_DELAY, true, 1);
        dark.fail("test", LinkFault.loud());
        lab.network.addLink(
                dark, ImmutableList.of(new Interface.Address(IpAddress.parse("192.0.2.9"), 30)), ImmutableList.of());
        lab.start();
        assertThat(lab.forwarding("ce", "192.0.2.10")).isEqualTo("none");
        lab.repair("dark").run("1m");
        assertThat(lab.forwarding("ce", "192.0.2.10")).startsWith("192.0.2.8/30 FORWARD");
    }

    @Test
    void programsAStaticRouteAfterTheProgrammingDelay() {
        lab.network.start();
        lab.run("49ms");
        assertThat(step()).isEqualTo(Kind.NO_ROUTE);
        lab.run("1ms");
        assertThat(exit()).isEqualTo("left");
    }

    @Test
    void knowsItsOwnAddressesAndSubnetsAtOnce() {
        lab.network.start();
        lab.run("0s");
        assertThat(lab.forwarding("ce", "192.0.2.1")).startsWith("192.0.2.1/32 DELIVER");
        assertThat(lab.forwarding("ce", "192.0.2.2")).startsWith("192.0.2.0/30 FORWARD");
        assertThat(lab.forwarding("far", "10.1.1.1")).startsWith("10.0.0.0/8 DELIVER");
    }

    @Test
    void skipsALinkThatItKnowsToBeDownAndUsesTheNextOnceProgrammed() {
        lab.start().failLoud("left").run("9ms");
        assertThat(exit()).isEqualTo("left");
        lab.run("1ms");
        assertThat(step()).isEqualTo(Kind.NO_INTERFACE);
        lab.run("50ms");
        assertThat(exit()).isEqualTo("right");
    }

    @Test
    void anEqualNextHopTakesOverAtOnceWhenALinkIsKnownToBeDown() {
        lab.statics("ce", "10.0.0.0/8 via 192.0.2.2 192.0.2.6")
                .start()
                .failLoud("left")
                .run("10ms");
        assertThat(exit()).isEqualTo("right");
    }

    @Test
    void comesBackToTheFirstLinkWhenItsLightIsBack() {
        lab.start().failLoud("left").run("1s").repair("left").run("1s");
        assertThat(exit()).isEqualTo("left");
    }

    @Test
    void aSilentFailureChangesNothing() {
        lab.start().failSilent("left").run("1h");
        assertThat(exit()).isEqualTo("left");
    }

    @Test
    void isDownWhileItRebootsAndIsItselfAgainAfterwards() {
        lab.start();
        lab.network.router("ce").reboot(lab.simulation.nowNanos(), 60_000_000_000L);
        assertThat(step()).isEqualTo(Kind.NODE_DOWN);
        lab.run("59s");
        assertThat(lab.network.router("far").isUp("left")).isFalse();
        lab.run("2s");
        assertThat(exit()).isEqualTo("left");
        assertThat(lab.network.router("far").isUp("left")).isTrue();
    }

    @Test
    void changedStaticsReplaceTheOldOnes() {
        lab.start().statics("ce", "10.1.0.0/16 via 192.0.2.6").run("1s");
        assertThat(lab.route("ce", "10.0.0.0/8")).isEqualTo("none");
        assertThat(lab.route("ce", "10.1.0.0/16")).isEqualTo("static 192.0.2.6 on right");
    }

    @Test
    void bgpsOwnPacketsFollowTheForwardingTables() {
        lab.start();
        var route = lab.network.route("ce", IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.2"), 1);
        assertThat(route.orElseThrow().node()).isEqualTo("far");
        assertThat(route.orElseThrow().crossings()).hasSize(1);
    }

    @Test
    void bgpsOwnPacketsDoNotArriveWhereNobodyHasTheAddress() {
        lab.start();
        IpAddress source = IpAddress.parse("192.0.2.1");
        assertThat(lab.network.route("ce", source, IpAddress.parse("192.0.2.3"), 1))
                .isEmpty();
        assertThat(lab.network.route("ce", source, IpAddress.parse("203.0.113.1"), 9))
                .isEmpty();
    }

    private Kind step() {
        return lab.network
                .router("ce")
                .step(Lab.key("10.9.9.9", 1024, "10.1.1.1"))
                .kind();
    }

    private String exit() {
        return lab.network
                .router("ce")
                .step(Lab.key("10.9.9.9", 1024, "10.1.1.1"))
                .exit()
                .link()
                .name();
    }
}
