package coldpotato.bgp.rib;

import static coldpotato.bgp.rib.PathSample.from;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MedStageTest {
    private static final NextHopCosts NEAR = nextHop -> 0;

    private static Path best(DecisionProcess process, Path... candidates) {
        return process.decide(candidates, Decision.NONE, NEAR).best().orElseThrow();
    }

    @Test
    void medOfDifferentNeighbourAsesIsNotCompared() {
        Path one = from(1).asPath(65001).med(100).path();
        Path other = from(2).asPath(65002).med(0).path();

        assertThat(best(DecisionProcess.RFC4271, one, other)).isEqualTo(one);
        assertThat(best(DecisionProcess.RFC4271.withMed(new MedStage(true, false)), one, other))
                .isEqualTo(other);
    }

    @Test
    void anAbsentMedIsTheLowestUnlessToldOtherwise() {
        Path without = from(2).path();
        Path with = from(1).med(5).path();

        assertThat(best(DecisionProcess.RFC4271, without, with)).isEqualTo(without);
        assertThat(best(DecisionProcess.RFC4271.withMed(new MedStage(false, true)), without, with))
                .isEqualTo(with);
    }

    /**
     * Compared in pairs these three go in a circle (RFC 3345): A beats B by identifier, B beats C by MED, C beats A by IGP
     * cost.
     */
    @Test
    void aCircleOfPairsHasOneWinnerWhateverTheOrder() {
        Path a = from(1).ibgp().asPath(65001).med(0).via("10.9.0.3").path();
        Path b = from(2).ibgp().asPath(65002).med(0).via("10.9.0.3").path();
        Path c = from(3).ibgp().asPath(65002).med(10).via("10.9.0.1").path();
        NextHopCosts costs = nextHop -> nextHop.toInt() & 0xff;

        for (List<Path> order : Collections2.permutations(ImmutableList.of(a, b, c))) {
            Decision decision = DecisionProcess.RFC4271.decide(order.toArray(Path[]::new), Decision.NONE, costs);
            assertThat(decision.best()).contains(a);
        }
    }

    @Test
    void saysHowItCompares() {
        assertThat(MedStage.RFC4271.text()).isEqualTo("lowest MED of its neighbour AS");
        assertThat(new MedStage(true, true).text()).isEqualTo("lowest MED, compared always, missing as worst");
    }
}
