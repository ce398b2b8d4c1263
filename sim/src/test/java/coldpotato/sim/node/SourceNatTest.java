package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.ClusterTerms;
import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.Middlebox.Ruling;
import coldpotato.sim.node.Middlebox.Verdict;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SourceNatTest {
    private static final FlowKey OUT = Lab.key("10.1.1.1", 1024, "203.0.113.1");

    private static final Prefix POOL = Prefix.parse("192.0.2.0/30");

    private final Cluster states = new Cluster(ClusterTerms.ALONE);
    private final SourceNat nat = nat("nat", false);

    private SourceNat nat(String name, boolean inbound) {
        return new SourceNat(
                new SourceNatConfig(name, Boundary.of(ImmutableSet.of("wan")), POOL, inbound, "group"), states);
    }

    private FlowKey translated(FlowKey key) {
        FlowKey after = nat.crossing(key, "lan", true).key();
        nat.remember(key, after, "lan");
        return after;
    }

    @Test
    void givesAnAddressOfThePoolAndKeepsThePort() {
        FlowKey after = translated(OUT);
        assertThat(POOL.contains(after.source())).isTrue();
        assertThat(after.sourcePort()).isEqualTo(1024);
        assertThat(after.destination()).isEqualTo(OUT.destination());
    }

    @Test
    void translatesAnswersBack() {
        FlowKey after = translated(OUT);
        assertThat(nat.arriving(after.reversed()))
                .isEqualTo(new Ruling(Verdict.PASSED, OUT.reversed(), Optional.empty()));
    }

    @Test
    void twoHostsWithOnePortAreToldApart() {
        FlowKey first = translated(OUT);
        FlowKey second = translated(Lab.key("10.1.1.5", 1024, "203.0.113.1"));
        assertThat(second.source()).isEqualTo(first.source());
        assertThat(second.sourcePort()).isNotEqualTo(first.sourcePort());
    }

    @Test
    void dropsWhatBelongsToNoFlow() {
        assertThat(nat.crossing(OUT, "lan", false).verdict()).isEqualTo(Verdict.NO_STATE);
        assertThat(nat.arriving(Lab.key("203.0.113.1", 443, "192.0.2.1")).passes())
                .isFalse();
    }

    @Test
    void leavesAloneWhatIsOpenedAgainstItsDirectionAndItsAnswers() {
        FlowKey in = OUT.reversed();
        assertThat(nat.crossing(in, "wan", true).key()).isEqualTo(in);
        nat.remember(in, in, "wan");
        assertThat(nat.crossing(OUT, "lan", false)).isEqualTo(new Ruling(Verdict.PASSED, OUT, Optional.empty()));
    }

    @Test
    void answersToWhatWasOpenedFromOutsideKnowTheirLink() {
        SourceNat inbound = nat("inbound", true);
        FlowKey after = inbound.crossing(OUT, "wan", true).key();
        inbound.remember(OUT, after, "wan");
        assertThat(inbound.arriving(after.reversed()))
                .isEqualTo(new Ruling(Verdict.PASSED, OUT.reversed(), Optional.of("wan")));
    }

    @Test
    void natsOfOneGroupShareTheirStateAndKeepItWhenOneFails() {
        SourceNat twin = nat("twin", false);
        FlowKey after = translated(OUT);
        nat.lostPower();
        assertThat(twin.arriving(after.reversed()).passes()).isTrue();
        assertThat(nat.retire()).isFalse();
        twin.lostPower();
        assertThat(twin.arriving(after.reversed()).passes()).isFalse();
    }

    @Test
    void forgetsAFlow() {
        FlowKey after = translated(OUT);
        nat.forget(OUT);
        assertThat(states.states().size()).isZero();
        assertThat(nat.arriving(after.reversed()).passes()).isFalse();
    }

    private SourceNat small(String pool, String... reserved) {
        return new SourceNat(
                new SourceNatConfig(
                        "small",
                        Boundary.of(ImmutableSet.of("wan")),
                        Prefix.parse(pool),
                        List.of(reserved).stream().map(IpAddress::parse).collect(ImmutableSet.toImmutableSet()),
                        2,
                        true,
                        false,
                        "group"),
                states);
    }

    private Ruling opened(SourceNat box, String from, int port, String to) {
        FlowKey key = Lab.key(from, port, to);
        Ruling ruling = box.crossing(key, "lan", true);
        if (ruling.passes()) {
            box.remember(key, ruling.key(), "lan");
        }
        return ruling;
    }

    @Test
    void opensNoFlowWhenEveryPortIsTakenUntilOneIsFree() {
        SourceNat small = small("192.0.2.0/32");
        opened(small, "10.1.1.1", 5000, "203.0.113.1");
        opened(small, "10.1.1.2", 5000, "203.0.113.1");
        assertThat(opened(small, "10.1.1.3", 5000, "203.0.113.2").verdict()).isEqualTo(Verdict.EXHAUSTED);
        small.forget(Lab.key("10.1.1.1", 5000, "203.0.113.1"));
        assertThat(opened(small, "10.1.1.3", 5000, "203.0.113.2").verdict()).isEqualTo(Verdict.OPENED);
    }

    @Test
    void whoSendsToManyKeepsOnePort() {
        SourceNat small = small("192.0.2.0/32");
        FlowKey first = opened(small, "10.1.1.1", 5000, "203.0.113.1").key();
        FlowKey second = opened(small, "10.1.1.1", 5000, "203.0.113.2").key();
        assertThat(second.sourcePort()).isEqualTo(first.sourcePort());
        assertThat(opened(small, "10.1.1.2", 5000, "203.0.113.1").passes()).isTrue();
    }

    @Test
    void takesTheNextAddressOfThePoolButNoReservedOne() {
        SourceNat small = small("192.0.2.0/30", "192.0.2.0", "192.0.2.3");
        Set<IpAddress> given = new TreeSet<>();
        for (int port = 5000; port < 5004; port++) {
            given.add(opened(small, "10.1.1.1", port, "203.0.113.1").key().source());
        }
        assertThat(given).containsExactly(IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.2"));
        assertThat(opened(small, "10.1.1.1", 5004, "203.0.113.1").passes()).isFalse();
    }

    @Test
    void hasThePortsOfEachProtocolAndOfPingsByThemselves() {
        SourceNat small = small("192.0.2.0/32");
        FlowKey ping = new FlowKey(IpProtocol.ICMP, IpAddress.parse("10.1.1.1"), 0, IpAddress.parse("203.0.113.1"), 0);
        FlowKey other = new FlowKey(IpProtocol.ICMP, IpAddress.parse("10.1.1.2"), 0, IpAddress.parse("203.0.113.1"), 0);
        small.remember(ping, small.crossing(ping, "lan", true).key(), "lan");
        small.remember(other, small.crossing(other, "lan", true).key(), "lan");
        assertThat(small.arriving(small.crossing(ping, "lan", false).key().reversed())
                        .key())
                .isEqualTo(ping.reversed());
        assertThat(opened(small, "10.1.1.3", 5000, "203.0.113.2").passes()).isTrue();
    }
}
