package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.SourceNat.Answer;
import coldpotato.sim.node.SourceNat.States;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceNatTest {
    private static final FlowKey OUT = Lab.key("10.1.1.1", 1024, "203.0.113.1");

    private final States states = new States();
    private final SourceNat nat = nat("nat", false);

    private SourceNat nat(String name, boolean inbound) {
        return new SourceNat(
                new SourceNatConfig(name, ImmutableSet.of("wan"), Prefix.parse("192.0.2.0/30"), inbound, "group"),
                states);
    }

    private FlowKey translated(FlowKey key) {
        FlowKey after = nat.across(key, "lan", true).orElseThrow();
        nat.remember(key, after, "lan");
        return after;
    }

    @Test
    void givesAnAddressOfThePoolAndKeepsThePort() {
        FlowKey after = translated(OUT);
        assertThat(nat.owns(after.source())).isTrue();
        assertThat(after.sourcePort()).isEqualTo(1024);
        assertThat(after.destination()).isEqualTo(OUT.destination());
    }

    @Test
    void translatesAnswersBack() {
        FlowKey after = translated(OUT);
        assertThat(nat.back(after.reversed())).contains(new Answer(OUT.reversed(), Optional.empty()));
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
        assertThat(nat.across(OUT, "lan", false)).isEmpty();
        assertThat(nat.back(Lab.key("203.0.113.1", 443, "192.0.2.1"))).isEmpty();
    }

    @Test
    void leavesAloneWhatIsOpenedAgainstItsDirectionAndItsAnswers() {
        FlowKey in = OUT.reversed();
        assertThat(nat.across(in, "wan", true)).contains(in);
        nat.remember(in, in, "wan");
        assertThat(nat.across(OUT, "lan", false)).contains(OUT);
    }

    @Test
    void answersToWhatWasOpenedFromOutsideKnowTheirLink() {
        SourceNat inbound = nat("inbound", true);
        FlowKey after = inbound.across(OUT, "wan", true).orElseThrow();
        inbound.remember(OUT, after, "wan");
        assertThat(inbound.back(after.reversed())).contains(new Answer(OUT.reversed(), Optional.of("wan")));
    }

    @Test
    void natsOfOneGroupShareTheirStateAndKeepItWhenOneFails() {
        SourceNat twin = nat("twin", false);
        FlowKey after = translated(OUT);
        nat.lostPower();
        assertThat(twin.back(after.reversed())).isPresent();
        assertThat(nat.retire()).isFalse();
        twin.lostPower();
        assertThat(twin.back(after.reversed())).isEmpty();
    }

    @Test
    void forgetsAFlow() {
        FlowKey after = translated(OUT);
        nat.forget(OUT);
        assertThat(nat.size()).isZero();
        assertThat(nat.back(after.reversed())).isEmpty();
    }
}
