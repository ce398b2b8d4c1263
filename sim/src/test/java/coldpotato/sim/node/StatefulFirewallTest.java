package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.FlowKey;
import coldpotato.sim.node.StatefulFirewall.States;
import coldpotato.sim.node.StatefulFirewall.Verdict;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;

class StatefulFirewallTest {
    private static final FlowKey OUT = Lab.key("10.1.1.1", 1024, "203.0.113.1");

    private final States states = new States();
    private final StatefulFirewall firewall = new StatefulFirewall(config("fw1", false), states);

    @Test
    void letsAFlowBeOpenedFromInsideOnly() {
        assertThat(firewall.judge(OUT, "lan", "wan", true)).isEqualTo(Verdict.OPENED);
        assertThat(firewall.judge(OUT, "wan", "lan", true)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void letsAFlowBeOpenedFromOutsideWhereThatIsAllowed() {
        assertThat(new StatefulFirewall(config("fw2", true), states).judge(OUT, "wan", "", true))
                .isEqualTo(Verdict.OPENED);
    }

    @Test
    void passesBothDirectionsOfAFlowThatItRemembers() {
        firewall.remember(OUT);
        assertThat(firewall.judge(OUT, "lan", "wan", false)).isEqualTo(Verdict.PASSED);
        assertThat(firewall.judge(OUT.reversed(), "wan", "lan", false)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void dropsTheAnswerToAPacketThatItNeverSaw() {
        assertThat(firewall.judge(OUT.reversed(), "wan", "lan", false)).isEqualTo(Verdict.NO_STATE);
    }

    @Test
    void doesNotSeeWhatStaysOnOneSide() {
        assertThat(firewall.judge(OUT, "lan", "", false)).isEqualTo(Verdict.PASSED);
        assertThat(firewall.judge(OUT, "wan", "wan2", false)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void firewallsOfOneGroupShareTheirStateAndKeepItWhenOneFails() {
        StatefulFirewall twin = new StatefulFirewall(config("fw2", false), states);
        firewall.remember(OUT);
        firewall.lostPower();
        assertThat(twin.judge(OUT.reversed(), "wan", "lan", false)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aFirewallByItselfForgetsEverythingWithoutPower() {
        firewall.remember(OUT);
        firewall.lostPower();
        assertThat(firewall.judge(OUT, "lan", "wan", false)).isEqualTo(Verdict.NO_STATE);
    }

    private static FirewallConfig config(String name, boolean opensFromOutside) {
        return new FirewallConfig(name, ImmutableSet.of("wan", "wan2"), "group", opensFromOutside);
    }
}
