package coldpotato.bgp.rib;

import static coldpotato.bgp.rib.PathSample.from;
import static coldpotato.bgp.rib.PathSample.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

class MultipathTest {

    private static ImmutableList<Path> chosen(Multipath multipath, Path... candidates) {
        return DecisionProcess.RFC4271
                .withMultipath(multipath)
                .decide(candidates, Decision.NONE, nextHop -> 0)
                .multipath();
    }

    @Test
    void equalPathsAreUsedTogetherTheBestFirst() {
        Path one = from(1).path();
        Path two = from(2).path();

        assertThat(chosen(Multipath.of(4, 1, false), two, one)).containsExactly(one, two);
        assertThat(chosen(Multipath.NONE, two, one)).containsExactly(one);
    }

    @Test
    void aPathThatAStagePrefersAnotherToIsNotEqual() {
        Path shorter = from(2).path();

        assertThat(chosen(Multipath.of(4, 4, true), from(1).asPath(1, 2).path(), shorter))
                .containsExactly(shorter);
    }

    @Test
    void theLimitsOfEbgpAndIbgpAreApart() {
        Path[] external = {from(1).path(), from(2).path(), from(3).path()};
        Path[] internal = {from(1).ibgp().path(), from(2).ibgp().path()};

        assertThat(chosen(Multipath.of(2, 1, false), external)).hasSize(2);
        assertThat(chosen(Multipath.of(2, 1, false), internal)).hasSize(1);
    }

    @Test
    void pathsOfOtherNeighbourAsesAreEqualOnlyWhenRelaxed() {
        Path one = from(1).asPath(65001).path();
        Path other = from(2).asPath(65002).path();

        assertThat(chosen(Multipath.of(4, 4, false), one, other)).containsExactly(one);
        assertThat(chosen(Multipath.of(4, 4, true), one, other)).containsExactly(one, other);
    }

    @Test
    void aNextHopIsUsedOnce() {
        Path one = from(1).ibgp().via("10.9.0.1").path();
        Path reflected = from(2).ibgp().via("10.9.0.1").path();

        assertThat(chosen(Multipath.of(4, 4, true), one, reflected)).containsExactly(one);
    }

    @Test
    void pathsComeFromAFewGroupsAtMost() {
        Path[] twoCircuits = {
            from(1).group("er-a").path(),
            from(2).group("er-b").path(),
            from(3).group("er-a").path()
        };

        assertThat(chosen(new Multipath(8, 8, true, 1), twoCircuits)).containsExactly(twoCircuits[0], twoCircuits[2]);
    }

    @Test
    void ourOwnRouteIsUsedAlone() {
        assertThat(chosen(Multipath.of(4, 4, true), local(), from(1).asPath().path()))
                .containsExactly(local());
    }

    @Test
    void whoIsLeftOutKeepsTheTieBreakThatBeatIt() {
        Path[] three = {from(1).path(), from(2).path(), from(3).path()};

        Decision decision = DecisionProcess.RFC4271
                .withMultipath(Multipath.of(2, 2, false))
                .decide(three, Decision.NONE, nextHop -> 0);

        assertThat(decision.losers()).containsExactly(new Decision.Loser(three[2], Preference.IDENTIFIER));
    }

    @Test
    void aLimitIsAtLeastOne() {
        assertThatThrownBy(() -> Multipath.of(0, 1, true)).hasMessage("a limit on paths is at least 1");
    }
}
