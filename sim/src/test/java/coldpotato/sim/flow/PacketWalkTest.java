package coldpotato.sim.flow;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.node.Boundary;
import coldpotato.sim.node.DestinationNatConfig;
import coldpotato.sim.node.FirewallConfig;
import coldpotato.sim.node.Interface;
import coldpotato.sim.node.Lab;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PacketWalkTest {
    private static final FlowKey KEY = Lab.key("10.10.1.1", 1024, "10.20.1.1");

    //          left          up
    //   site ------- ce1 ---------- msee
    //  10.10/16                   10.20/16
    private final Lab lab = new Lab()
            .nodes("site", "ce1", "msee")
            .link("left", "site 192.0.2.1/30", "ce1 192.0.2.2/30")
            .link("up", "ce1 192.0.2.5/30", "msee 192.0.2.6/30")
            .attach("site", "10.10.0.0/16")
            .attach("msee", "10.20.0.0/16")
            .statics("site", "0.0.0.0/0 via 192.0.2.2")
            .statics("ce1", "10.20.0.0/16 via 192.0.2.6", "10.10.0.0/16 via 192.0.2.1")
            .statics("msee", "0.0.0.0/0 via 192.0.2.5")
            .start();

    @Test
    void isDeliveredWhereTheHostIs() {
        Walk walk = walk();
        assertThat(walk.outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(walk).hasToString("site -left- ce1 -up- msee");
        assertThat(walk.deliveredFraction()).isEqualTo(1);
    }

    @Test
    void endsWhereNoRouteIs() {
        lab.statics("ce1").run("1s");
        assertThat(walk().sentence()).isEqualTo("dropped: ce1 has no route to it");
    }

    @Test
    void endsInANullRoute() {
        lab.statics("ce1", "10.0.0.0/8").run("1s");
        assertThat(walk().summary()).isEqualTo("null-route at ce1");
    }

    @Test
    void vanishesOnASilentLinkAndSaysWhoHasNotNoticed() {
        lab.failSilent("up");
        assertThat(walk().sentence())
                .isEqualTo("vanishes on up, which delivers nothing; not noticed yet by ce1 and msee");
        assertThat(walk().links()).containsExactly("left", "up");
    }

    @Test
    void isDroppedWhileTheOnlyLinkIsKnownToBeDown() {
        lab.failLoud("up").run("10ms");
        assertThat(walk().summary()).isEqualTo("next-hop-down at ce1");
        lab.run("50ms");
        assertThat(walk().summary()).isEqualTo("no-route at ce1");
    }

    @Test
    void namesTheMembersOfALoop() {
        lab.statics("ce1", "10.20.0.0/16 via 192.0.2.1").run("1s");
        assertThat(walk().sentence()).isEqualTo("loops: site > ce1 > site");
    }

    @Test
    void findsNobodyAtAMixedUpAddress() {
        Interface.Address mixedUp = new Interface.Address(IpAddress.parse("192.0.2.5"), 30);
        lab.network.router("msee").readdress("up", ImmutableList.of(mixedUp));
        assertThat(walk().sentence()).isEqualTo("dropped: nobody on up has the next hop 192.0.2.6");
    }

    @Test
    void endsAtANodeWithoutPower() {
        lab.network.router("msee").stop(lab.simulation.nowNanos());
        assertThat(walk().summary()).isEqualTo("node-down at msee");
    }

    @Test
    void losesWhatTheLinksOnItsWayLose() {
        lab.network.links().link("left").fail("dirt", LinkFault.loss(0.5));
        lab.network.links().link("up").fail("dirt", LinkFault.loss(0.2));
        assertThat(walk().outcome()).isEqualTo(Outcome.LOSSY);
        assertThat(walk().sentence()).isEqualTo("delivered at msee in part: 40.0 % of the packets arrive");
    }

    @Test
    void meetsAFirewallThatKnowsItNot() {
        lab.network.fit(
                "ce1", ImmutableList.of(new FirewallConfig("fw", Boundary.of(ImmutableSet.of("up")), "fw", false)));
        assertThat(walk().summary()).isEqualTo("no-firewall-state at fw");
        assertThat(PacketWalk.walk(lab.network, "site", KEY, true).firewalls()).containsExactly("fw");
        assertThat(PacketWalk.walk(lab.network, "msee", KEY.reversed(), true).summary())
                .isEqualTo("refused-by-policy at fw");
    }

    @Test
    void crossesAFirewallBeforeTheRouterBehindItHasNoRoute() {
        lab.network.fit(
                "ce1",
                ImmutableList.of(new FirewallConfig("fw", Boundary.around(ImmutableSet.of("left")), "fw", false)));
        lab.statics("ce1").run("1s");
        Walk walk = PacketWalk.walk(lab.network, "site", KEY, true);
        assertThat(walk.summary()).isEqualTo("no-route at ce1");
        assertThat(walk.firewalls()).containsExactly("fw");
    }

    @Test
    void findsNobodyAtAPublishedAddressWhosePortIsNotPublished() {
        IpAddress published = KEY.destination();
        lab.network.router("ce1").attach(Prefix.host(published));
        lab.network.fit("ce1", ImmutableList.of(publishing(published, KEY.destinationPort() + 1)));
        lab.run("1s");
        assertThat(walk().summary()).isEqualTo("no-nat-binding at nat");
        lab.network.fit("ce1", ImmutableList.of(publishing(published, KEY.destinationPort())));
        assertThat(walk().summary()).isEqualTo("delivered");
    }

    private static DestinationNatConfig publishing(IpAddress published, int port) {
        DestinationNatConfig.Rule rule =
                new DestinationNatConfig.Rule(published, port, IpAddress.parse("10.20.1.25"), 8443);
        return new DestinationNatConfig("nat", Boundary.of(ImmutableSet.of("left")), ImmutableList.of(rule), true);
    }

    // A ring of eight nodes, each with a link to the next and one to the one after; every entry points anywhere.
    @Property(tries = 100)
    void everyWalkEnds(@ForAll @Size(8) List<@IntRange(max = 3) Integer> choices, @ForAll boolean hasHost) {
        Lab ring = ring();
        for (int i = 0; i < 8; i++) {
            ring.statics("n" + i, "203.0.113.0/24 via " + neighbour(i, choices.get(i)));
        }
        if (hasHost) {
            ring.network.router("n5").attach(Prefix.parse("203.0.113.0/24"));
        }
        ring.start();
        Walk walk = PacketWalk.walk(ring.network, "n0", Lab.key("192.0.2.1", 1024, "203.0.113.1"), true);

        assertThat(walk.outcome()).isIn(Outcome.DELIVERED, Outcome.LOOP);
        assertThat(walk.hops()).hasSizeLessThanOrEqualTo(8);
        assertThat(hasHost || walk.outcome() == Outcome.LOOP).isTrue();
    }

    private static Lab ring() {
        Lab ring = new Lab().nodes("n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7");
        for (int i = 0; i < 8; i++) {
            ring.link("one" + i, "n" + i + " 10.1." + i + ".1/30", "n" + (i + 1) % 8 + " 10.1." + i + ".2/30");
            ring.link("two" + i, "n" + i + " 10.2." + i + ".1/30", "n" + (i + 2) % 8 + " 10.2." + i + ".2/30");
        }
        return ring;
    }

    private static String neighbour(int node, int choice) {
        return switch (choice) {
            case 0 -> "10.1." + node + ".2";
            case 1 -> "10.2." + node + ".2";
            case 2 -> "10.1." + (node + 7) % 8 + ".1";
            default -> "10.2." + (node + 6) % 8 + ".1";
        };
    }

    private Walk walk() {
        return PacketWalk.walk(lab.network, "site", KEY, false);
    }
}
