package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.ClusterTerms;
import coldpotato.core.net.FlowKey;
import coldpotato.sim.node.Middlebox.Verdict;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;

class StatefulFirewallTest {
    private static final FlowKey OUT = Lab.key("10.1.1.1", 1024, "203.0.113.1");

    private final Cluster states = new Cluster(ClusterTerms.ALONE);
    private final StatefulFirewall firewall = new StatefulFirewall(config("fw1", false), states);

    @Test
    void letsAFlowBeOpenedFromInsideOnly() {
        assertThat(verdict(firewall, OUT, "lan", true)).isEqualTo(Verdict.OPENED);
        assertThat(verdict(firewall, OUT, "wan", true)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void letsAFlowBeOpenedFromOutsideWhereThatIsAllowed() {
        assertThat(verdict(new StatefulFirewall(config("fw2", true), states), OUT, "wan", true))
                .isEqualTo(Verdict.OPENED);
    }

    @Test
    void passesBothDirectionsOfAFlowThatItRemembers() {
        firewall.remember(OUT, OUT, "lan");
        assertThat(verdict(firewall, OUT, "lan", false)).isEqualTo(Verdict.PASSED);
        assertThat(verdict(firewall, OUT.reversed(), "wan", false)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void dropsTheAnswerToAPacketThatItNeverSaw() {
        assertThat(verdict(firewall, OUT.reversed(), "wan", false)).isEqualTo(Verdict.NO_STATE);
    }

    @Test
    void doesNotSeeWhatStaysOnOneSide() {
        assertThat(firewall.isCrossed("lan", "")).isFalse();
        assertThat(firewall.isCrossed("wan", "wan2")).isFalse();
    }

    @Test
    void firewallsOfOneGroupShareTheirStateAndKeepItWhenOneFails() {
        StatefulFirewall twin = new StatefulFirewall(config("fw2", false), states);
        firewall.remember(OUT, OUT, "lan");
        firewall.lostPower();
        assertThat(verdict(twin, OUT.reversed(), "wan", false)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void firewallsOfOneGroupForgetEverythingWhenTheLastLosesItsPower() {
        StatefulFirewall twin = new StatefulFirewall(config("fw2", false), states);
        firewall.remember(OUT, OUT, "lan");
        firewall.lostPower();
        twin.lostPower();
        firewall.gotPower();
        assertThat(verdict(firewall, OUT, "lan", false)).isEqualTo(Verdict.NO_STATE);
    }

    @Test
    void aFirewallWithPowerAgainKnowsWhatItsTwinKnows() {
        StatefulFirewall twin = new StatefulFirewall(config("fw2", false), states);
        firewall.lostPower();
        twin.remember(OUT, OUT, "lan");
        firewall.gotPower();
        twin.lostPower();
        assertThat(verdict(firewall, OUT, "lan", false)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aFirewallByItselfForgetsEverythingWithoutPower() {
        firewall.remember(OUT, OUT, "lan");
        firewall.lostPower();
        assertThat(verdict(firewall, OUT, "lan", false)).isEqualTo(Verdict.NO_STATE);
    }

    private static Verdict verdict(StatefulFirewall firewall, FlowKey key, String inLink, boolean opens) {
        return firewall.crossing(key, inLink, opens).verdict();
    }

    private static FirewallConfig config(String name, boolean opensFromOutside) {
        return new FirewallConfig(name, Boundary.of(ImmutableSet.of("wan", "wan2")), "group", opensFromOutside);
    }
}
