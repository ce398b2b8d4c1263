package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.ClusterTerms;
import coldpotato.core.net.FirewallTerms;
import coldpotato.core.net.FlowKey;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FailoverTest {
    private static final FlowKey OUT = Lab.key("10.1.1.1", 1024, "203.0.113.1");

    private final Lab lab = new Lab().nodes("edge");

    @Test
    void othersTakeOverInTheTimeOfTheirClusterWithWhatTheyKnow() {
        Cluster cluster = opened();
        lab.network.failUnit("fw", fault(Optional.empty(), false));
        lab.run("2999ms");
        assertThat(cluster.serving(OUT)).isEmpty();
        lab.run("1ms");
        assertThat(cluster.serving(OUT))
                .hasValueSatisfying(states -> assertThat(states.passes(OUT)).isTrue());
    }

    @Test
    void thoseWhoTakeOverKnowNothingWhereTheFailureSaysSo() {
        Cluster cluster = opened();
        lab.network.failUnit("fw", fault(Optional.of(0L), true));
        lab.run("1ms");
        assertThat(cluster.serving(OUT))
                .hasValueSatisfying(states -> assertThat(states.passes(OUT)).isFalse());
    }

    @Test
    void nothingIsLostWhenTheUnitIsBackBeforeOthersTakeOver() {
        Cluster cluster = opened();
        lab.network.failUnit("fw", fault(Optional.empty(), true, "1s"));
        lab.run("4s");
        assertThat(cluster.active()).isEqualTo(1);
        assertThat(cluster.states().passes(OUT)).isTrue();
    }

    @Test
    void aSecondFailureHasItsOwnTimeToBeTakenOver() {
        Cluster cluster = opened();
        lab.network.failUnit("fw", fault(Optional.empty(), false, "1s"));
        lab.run("2s");
        lab.network.failUnit("fw", fault(Optional.empty(), false, "60s"));
        lab.run("2999ms");
        assertThat(cluster.serving(OUT)).isEmpty();
        lab.run("1ms");
        assertThat(cluster.active()).isEqualTo(2);
    }

    @Test
    void aPassiveUnitThatFailsTakesNoStateWithIt() {
        Cluster cluster = opened();
        lab.network.failUnit("fw", new UnitFault(OptionalInt.of(2), Optional.empty(), true, Optional.empty()));
        lab.run("4s");
        assertThat(cluster.states().passes(OUT)).isTrue();
    }

    @Test
    void aFirewallOfOneUnitIsDownUntilThatIsBack() {
        Cluster cluster = fit(ClusterTerms.ALONE);
        lab.network.failUnit("fw", fault(Optional.empty(), false));
        lab.run("59s");
        assertThat(cluster.serving(OUT)).isEmpty();
        lab.run("1s");
        assertThat(cluster.serving(OUT)).isPresent();
    }

    @Test
    void aFirewallForgetsEveryFlowWhenItIsTold() {
        Cluster cluster = opened();
        lab.network.clearState("fw");
        assertThat(cluster.states().size()).isZero();
    }

    private Cluster opened() {
        Cluster cluster = fit(new ClusterTerms(ClusterTerms.Mode.ACTIVE_PASSIVE, 2, true, Durations.seconds(3), false));
        cluster.states().keepUntouched(OUT);
        return cluster;
    }

    private Cluster fit(ClusterTerms cluster) {
        FirewallTerms terms = new FirewallTerms(true, ImmutableList.of(), false, FirewallTerms.NEVER, cluster);
        lab.network.fit("edge", ImmutableList.of(new FirewallConfig("fw", Boundary.EVERYTHING, "fw", terms)));
        lab.start();
        return lab.network.middleboxes().firewalls("fw");
    }

    private static UnitFault fault(Optional<Long> takeoverNanos, boolean losesState) {
        return fault(takeoverNanos, losesState, "60s");
    }

    private static UnitFault fault(Optional<Long> takeoverNanos, boolean losesState, String backAfter) {
        return new UnitFault(OptionalInt.empty(), takeoverNanos, losesState, Optional.of(Durations.parse(backAfter)));
    }
}
