package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Durations;
import coldpotato.sim.net.CarrierDelay;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.Link;
import coldpotato.sim.net.LinkFault;
import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A tunnel from a to c, whose packets cross b, or d if b has no route.
 *
 * <pre>
 *          b
 *        /   \
 *      a       c        a 192.0.2.1 == tunnel == 192.0.2.2 c
 *        \   /
 *          d
 * </pre>
 */
class CarriedLinkTest {
    private static final CarrierDelay NOTICED = new CarrierDelay(Durations.seconds(45), Durations.seconds(2));

    private final Lab lab = new Lab()
            .nodes("a", "b", "c", "d")
            .link("ab", "a 10.0.0.1/30", "b 10.0.0.2/30")
            .link("bc", "b 10.0.0.5/30", "c 10.0.0.6/30")
            .link("ad", "a 10.0.0.9/30", "d 10.0.0.10/30")
            .link("dc", "d 10.0.0.13/30", "c 10.0.0.14/30")
            .loopback("a", "192.0.2.1")
            .loopback("c", "192.0.2.2")
            .staticsInOrder("a", "192.0.2.2/32 via 10.0.0.2 10.0.0.10", "198.51.100.2/32 via 10.9.9.2")
            .staticsInOrder("c", "192.0.2.1/32 via 10.0.0.5 10.0.0.13")
            .statics("b", "192.0.2.1/32 via 10.0.0.1", "192.0.2.2/32 via 10.0.0.6")
            .statics("d", "192.0.2.1/32 via 10.0.0.9", "192.0.2.2/32 via 10.0.0.14");

    @BeforeEach
    void digTunnel() {
        Link tunnel = new Link("tunnel", "a", "c", 0, true, NOTICED, 1);
        lab.network.addLink(tunnel, end("10.9.9.1"), end("10.9.9.2"));
        lab.network.carry("tunnel", IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.2"));
        lab.start();
    }

    @Test
    void isAsSlowAsItsWay() {
        assertThat(passes()).isTrue();
        assertThat(tunnel().delayNanos(Direction.A_TO_B)).isEqualTo(2 * Lab.LINK_DELAY);
    }

    @Test
    void takesAnotherWayWhereThereIsOne() {
        lab.failLoud("ab").failLoud("bc").run("1s");
        assertThat(passes()).isTrue();
    }

    @Test
    void vanishesWhereItsPacketsVanish() {
        lab.failSilent("bc").run("1s");
        assertThat(passes()).isFalse();
        assertThat(lab.network.router("a").isUp("tunnel")).isTrue();
    }

    @Test
    void isSeenToBeDeadByItsEndsAfterTheirTimeOnly() {
        lab.failSilent("bc").run("44s");
        assertThat(lab.network.router("a").isUp("tunnel")).isTrue();
        lab.run("2s");
        assertThat(lab.network.router("a").isUp("tunnel")).isFalse();
        lab.repair("bc").run("3s");
        assertThat(lab.network.router("a").isUp("tunnel")).isTrue();
    }

    @Test
    void forgivesWhatIsOverBeforeItsEndsNotice() {
        lab.failSilent("bc").run("40s").repair("bc").run("1s").failSilent("bc").run("10s");
        assertThat(lab.network.router("a").isUp("tunnel")).isTrue();
    }

    @Test
    void losesWhatItsWayLoses() {
        lab.network.links().link("bc").fail("test", LinkFault.loss(0.25).only(Direction.A_TO_B));
        lab.run("1s");
        assertThat(tunnel().lossFraction(Direction.A_TO_B)).isEqualTo(0.25);
        assertThat(tunnel().lossFraction(Direction.B_TO_A)).isZero();
    }

    @Test
    void cannotCarryItself() {
        lab.statics("a", "192.0.2.2/32 via 10.9.9.2").run("1s");
        assertThat(passes()).isFalse();
    }

    @Test
    void carriesAnotherAndTakesItWithIt() {
        carryInner().run("1s");
        assertThat(inner().delayNanos(Direction.A_TO_B)).isEqualTo(2 * Lab.LINK_DELAY);
        assertThat(passes(inner())).isTrue();
        lab.failSilent("bc").run("1s");
        assertThat(passes(inner())).isFalse();
        lab.repair("bc").run("10s");
        assertThat(passes(inner())).isTrue();
    }

    @Test
    void twoCannotCarryEachOther() {
        carryInner()
                .statics("a", "192.0.2.2/32 via 10.8.8.2")
                .statics("c", "192.0.2.1/32 via 10.8.8.1")
                .run("1m");
        assertThat(passes()).isFalse();
        assertThat(passes(inner())).isFalse();
    }

    /** A second one, inside the first. */
    private Lab carryInner() {
        Link link = new Link("inner", "a", "c", 0, true, NOTICED, 1);
        lab.network.addLink(link, end("10.8.8.1"), end("10.8.8.2"));
        lab.network.carry("inner", IpAddress.parse("10.9.9.1"), IpAddress.parse("10.9.9.2"));
        return lab;
    }

    private Link inner() {
        return lab.network.links().link("inner");
    }

    private static boolean passes(Link link) {
        return link.deliversAll(Direction.A_TO_B) && link.deliversAll(Direction.B_TO_A);
    }

    private boolean passes() {
        return tunnel().deliversAll(Direction.A_TO_B) && tunnel().deliversAll(Direction.B_TO_A);
    }

    private Link tunnel() {
        return lab.network.links().link("tunnel");
    }

    private static ImmutableList<Interface.Address> end(String address) {
        return ImmutableList.of(new Interface.Address(IpAddress.parse(address), 30));
    }
}
