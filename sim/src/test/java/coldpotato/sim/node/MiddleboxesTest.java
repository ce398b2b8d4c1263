package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.ClusterTerms;
import coldpotato.core.net.FirewallTerms;
import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiddleboxesTest {
    private static final FlowKey OUT = Lab.key("10.1.1.1", 1024, "203.0.113.1");
    private static final Boundary WAN = Boundary.of(ImmutableSet.of("wan"));

    private final Lab lab = new Lab().nodes("inner", "middle", "outer");
    private final Middleboxes all = lab.network.middleboxes();

    @Test
    void aFlowIsForgottenBehindEveryTranslationOnItsWay() {
        lab.network.fit("inner", ImmutableList.of(nat("nat1", "192.0.2.0/30")));
        lab.network.fit("middle", ImmutableList.of(new FirewallConfig("fw", WAN, "fw", false)));
        lab.network.fit("outer", ImmutableList.of(nat("nat2", "198.51.100.0/30")));
        lab.start();
        opened(opened(opened(OUT, "nat1"), "fw"), "nat2");
        all.forget(OUT);
        assertThat(ImmutableList.of("nat1", "fw", "nat2"))
                .allSatisfy(box -> assertThat(all.get(box).states().size()).isZero());
    }

    @Test
    void aFlowIsForgottenByAFirewallBehindDestinationNatToo() {
        DestinationNatConfig.Rule rule = new DestinationNatConfig.Rule(
                OUT.destination(), DestinationNatConfig.ANY_PORT, IpAddress.parse("10.9.9.9"), 8080);
        lab.network.fit("inner", ImmutableList.of(new FirewallConfig("fw", WAN, "fw", true)));
        lab.network.fit("outer", ImmutableList.of(new DestinationNatConfig("nat", WAN, ImmutableList.of(rule), true)));
        lab.start();
        FlowKey inside = all.get("nat").arriving(OUT).key();
        List<Runnable> ways = List.of(() -> all.forget(OUT), () -> all.forgetAt(all.get("fw"), OUT));
        assertThat(ways).allSatisfy(way -> {
            opened(inside, "fw");
            way.run();
            assertThat(all.get("fw").states().size()).isZero();
        });
    }

    @Test
    void aFirewallThatGetsAnotherClusterHasItsUnits() {
        lab.network.fit("inner", ImmutableList.of(new FirewallConfig("fw", WAN, "fw", false)));
        lab.start();
        ClusterTerms pair = new ClusterTerms(ClusterTerms.Mode.ACTIVE_PASSIVE, 2, true, 0, false);
        FirewallTerms terms = new FirewallTerms(false, ImmutableList.of(), false, FirewallTerms.NEVER, pair);
        lab.network.fit("inner", ImmutableList.of(new FirewallConfig("fw", WAN, "fw", terms)));
        assertThat(all.firewalls("fw").terms()).isEqualTo(pair);
        assertThat(all.uses("fw", all.firewalls("fw"))).isTrue();
    }

    @Test
    void aNatThatStopsForgetsItsFlowsAndDropsWhatItWouldTranslate() {
        lab.network.fit("inner", ImmutableList.of(nat("nat1", "192.0.2.0/30")));
        lab.start();
        FlowKey after = opened(OUT, "nat1");
        SourceNatConfig stopped = new SourceNatConfig(
                "nat1", WAN, Prefix.parse("192.0.2.0/30"), ImmutableSet.of(), 1024, false, false, "nat1");
        lab.network.fit("inner", ImmutableList.of(stopped));
        assertThat(all.get("nat1").crossing(OUT, "lan", true).verdict()).isEqualTo(Middlebox.Verdict.STOPPED);
        lab.network.fit("inner", ImmutableList.of(nat("nat1", "192.0.2.0/30")));
        assertThat(all.get("nat1").arriving(after.reversed()).passes()).isFalse();
    }

    /** Lets a packet open a flow across a middlebox; what becomes of it. */
    private FlowKey opened(FlowKey key, String box) {
        FlowKey after = all.get(box).crossing(key, "lan", true).key();
        all.remember(box, key, after, "lan");
        return after;
    }

    private static SourceNatConfig nat(String name, String pool) {
        return new SourceNatConfig(name, WAN, Prefix.parse(pool), false, name);
    }
}
