package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.Middlebox.Ruling;
import coldpotato.sim.node.Middlebox.Verdict;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceNatTest {
    private static final FlowKey OUT = Lab.key("10.1.1.1", 1024, "203.0.113.1");

    private static final Prefix POOL = Prefix.parse("192.0.2.0/30");

    private final FlowStates states = new FlowStates();
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
        assertThat(states.size()).isZero();
        assertThat(nat.arriving(after.reversed()).passes()).isFalse();
    }
}
