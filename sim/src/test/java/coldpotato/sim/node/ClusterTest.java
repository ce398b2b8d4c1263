package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.ClusterTerms;
import coldpotato.core.net.ClusterTerms.Mode;
import coldpotato.core.net.FlowKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterTest {
    private static final FlowKey OUT = Lab.key("10.1.1.1", 1024, "203.0.113.1");

    @Test
    void nobodyServesUntilThePassiveUnitTakesOver() {
        Cluster pair = pair(Mode.ACTIVE_PASSIVE, true, false);
        pair.fail(1);
        assertThat(pair.serving(OUT)).isEmpty();
        pair.takeOver(1);
        assertThat(pair.active()).isEqualTo(2);
        assertThat(pair.serving(OUT)).isPresent();
    }

    @Test
    void theUnitThatTakesOverKnowsTheFlowsOnlyWhereStateIsShared() {
        Cluster shared = pair(Mode.ACTIVE_PASSIVE, true, false);
        Cluster unshared = pair(Mode.ACTIVE_PASSIVE, false, false);
        List.of(shared, unshared).forEach(pair -> {
            pair.states().keepUntouched(OUT);
            pair.fail(1);
            pair.takeOver(1);
        });
        assertThat(shared.states().passes(OUT)).isTrue();
        assertThat(unshared.states().passes(OUT)).isFalse();
    }

    @Test
    void theUnitThatIsBackWaitsUnlessItPreempts() {
        Cluster patient = pair(Mode.ACTIVE_PASSIVE, true, false);
        Cluster preempting = pair(Mode.ACTIVE_PASSIVE, true, true);
        List.of(patient, preempting).forEach(pair -> {
            pair.fail(1);
            pair.takeOver(1);
            pair.restore(1);
        });
        assertThat(patient.active()).isEqualTo(2);
        assertThat(preempting.active()).isEqualTo(1);
    }

    @Test
    void theLastUnitTakesEverythingWithIt() {
        Cluster pair = pair(Mode.ACTIVE_PASSIVE, true, false);
        pair.states().keepUntouched(OUT);
        pair.fail(1);
        pair.fail(2);
        pair.takeOver(1);
        assertThat(pair.serving(OUT)).isEmpty();
        pair.restore(2);
        assertThat(pair.serving(OUT))
                .hasValueSatisfying(states -> assertThat(states.passes(OUT)).isFalse());
    }

    @Test
    void bothDirectionsOfAFlowHaveTheSameUnit() {
        Cluster pair = pair(Mode.ACTIVE_ACTIVE, false, false);
        assertThat(keys())
                .allSatisfy(key -> assertThat(pair.serving(key.reversed()).orElseThrow())
                        .isSameAs(pair.serving(key).orElseThrow()));
    }

    @Test
    void aUnitThatFailsLosesItsOwnFlowsOnly() {
        Cluster pair = pair(Mode.ACTIVE_ACTIVE, false, false);
        open(pair);
        pair.fail(1);
        pair.takeOver(1);
        assertThat(keys().stream().filter(key -> knows(pair, key)).count()).isBetween(400L, 600L);
    }

    @Test
    void flowsStayWithTheUnitThatKnowsThemWhenAnotherIsBackUnlessItPreempts() {
        Cluster patient = pair(Mode.ACTIVE_ACTIVE, false, false);
        Cluster preempting = pair(Mode.ACTIVE_ACTIVE, false, true);
        List.of(patient, preempting).forEach(pair -> {
            pair.fail(1);
            pair.takeOver(1);
            open(pair);
            pair.restore(1);
        });
        assertThat(keys()).allMatch(key -> knows(patient, key));
        assertThat(keys().stream().filter(key -> knows(preempting, key)).count())
                .isBetween(400L, 600L);
    }

    @Test
    void theWorkOfAUnitThatFailedAMomentAgoIsNotTakenOverWithAnothers() {
        Cluster three = new Cluster(new ClusterTerms(Mode.ACTIVE_ACTIVE, 3, false, 0, false));
        three.fail(1);
        three.fail(2);
        three.takeOver(1);
        assertThat(keys()).anyMatch(key -> three.serving(key).isEmpty());
        three.takeOver(2);
        assertThat(keys()).allMatch(key -> three.serving(key).isPresent());
    }

    @Test
    void aPassiveUnitThatIsBackWaitsForItsTimeToTakeOver() {
        Cluster pair = pair(Mode.ACTIVE_PASSIVE, true, true);
        pair.fail(2);
        pair.fail(1);
        pair.restore(2);
        assertThat(pair.serving(OUT)).isEmpty();
        pair.takeOver(1);
        assertThat(pair.active()).isEqualTo(2);
    }

    @Test
    void aUnitThatIsBackWhenAllAreDownDoesTheWorkWhoseTimeToBeTakenOverHasPassed() {
        Cluster pair = pair(Mode.ACTIVE_ACTIVE, false, false);
        List.of(1, 2).forEach(pair::fail);
        List.of(1, 2).forEach(pair::takeOver);
        assertThat(pair.serving(OUT)).isEmpty();
        pair.restore(2);
        assertThat(keys()).allMatch(key -> pair.serving(key).isPresent());
    }

    private static void open(Cluster pair) {
        keys().forEach(key -> pair.serving(key).orElseThrow().keepUntouched(key));
    }

    private static boolean knows(Cluster pair, FlowKey key) {
        return pair.serving(key).orElseThrow().passes(key);
    }

    private static List<FlowKey> keys() {
        return IntStream.range(0, 1000)
                .mapToObj(port -> Lab.key("10.1.1.1", 1024 + port, "203.0.113.1"))
                .toList();
    }

    private static Cluster pair(Mode mode, boolean sharesState, boolean preempts) {
        return new Cluster(new ClusterTerms(mode, 2, sharesState, 0, preempts));
    }
}
