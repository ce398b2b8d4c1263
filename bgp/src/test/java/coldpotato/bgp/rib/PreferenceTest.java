package coldpotato.bgp.rib;

import static coldpotato.bgp.rib.PathSample.from;
import static coldpotato.bgp.rib.PathSample.local;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.Origin;
import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

/** One test for each stage: the winner is worse in all stages that come later. */
class PreferenceTest {
    private static final NextHopCosts NEAR = nextHop -> 0;

    private static void assertBeats(DecisionStage by, Path winner, Path loser) {
        assertBeats(DecisionProcess.RFC4271, NEAR, by, winner, loser);
    }

    private static void assertBeats(
            DecisionProcess process, NextHopCosts costs, DecisionStage by, Path winner, Path loser) {
        Decision decision = process.decide(new Path[] {loser, winner}, Decision.NONE, costs);

        assertThat(decision.best()).contains(winner);
        assertThat(decision.losers()).containsExactly(new Decision.Loser(loser, by));
    }

    @Test
    void refusedPathsAreNeverChosen() {
        assertBeats(
                Eligibility.ACCEPTED,
                from(2).localPref(1).path(),
                from(1).localPref(500).refused());
    }

    @Test
    void pathsWithoutReachableNextHopAreNeverChosen() {
        NextHopCosts costs = nextHop -> nextHop.toInt() == 0x0a00_0001 ? NextHopCosts.UNREACHABLE : 10;

        assertBeats(
                DecisionProcess.RFC4271,
                costs,
                Eligibility.NEXT_HOP,
                from(2).path(),
                from(1).localPref(500).path());
    }

    @Test
    void aSinglePathMustBeEligibleToo() {
        Path refused = from(1).refused();

        Decision decision = DecisionProcess.RFC4271.decide(new Path[] {refused}, Decision.NONE, NEAR);

        assertThat(decision.best()).isEmpty();
        assertThat(decision.losers()).containsExactly(new Decision.Loser(refused, Eligibility.ACCEPTED));
    }

    @Test
    void higherWeightWinsWhereWeightCounts() {
        Path heavy = from(2).weight(10).localPref(50).path();

        assertBeats(
                DecisionProcess.WEIGHT_FIRST,
                NEAR,
                Preference.WEIGHT,
                heavy,
                from(1).localPref(200).path());
        assertBeats(Preference.LOCAL_PREF, from(1).localPref(200).path(), heavy);
    }

    @Test
    void higherLocalPreferenceWins() {
        assertBeats(
                Preference.LOCAL_PREF, from(2).localPref(150).asPath(1, 2, 3).path(), from(1).path());
    }

    @Test
    void anAbsentLocalPreferenceIsOneHundred() {
        assertBeats(
                Preference.LOCAL_PREF,
                from(2).asPath(1, 2, 3).path(),
                from(1).localPref(99).path());
    }

    @Test
    void ourOwnRouteWins() {
        assertBeats(Preference.LOCAL_ORIGIN, local(), from(1).asPath().path());
    }

    @Test
    void shorterPathWins() {
        assertBeats(
                Preference.AS_PATH_LENGTH,
                from(2).origin(Origin.INCOMPLETE).path(),
                from(1).asPath(12076, 12076).path());
    }

    @Test
    void lowerOriginWins() {
        assertBeats(
                Preference.ORIGIN,
                from(2).origin(Origin.IGP).med(50).path(),
                from(1).origin(Origin.EGP).path());
    }

    @Test
    void lowerMedOfTheSameNeighbourAsWins() {
        assertBeats(
                MedStage.RFC4271, from(2).med(10).ibgp().path(), from(1).med(20).path());
    }

    @Test
    void ebgpWinsOverIbgp() {
        NextHopCosts costs = nextHop -> nextHop.toInt() == 0x0a00_0002 ? 50 : 10;

        assertBeats(
                DecisionProcess.RFC4271,
                costs,
                Preference.EBGP,
                from(2).path(),
                from(1).ibgp().path());
    }

    @Test
    void nearerNextHopWins() {
        NextHopCosts costs = nextHop -> nextHop.toInt() == 0x0a00_0002 ? 5 : 10;

        assertBeats(
                DecisionProcess.RFC4271,
                costs,
                Preference.IGP_COST,
                from(2).ibgp().path(),
                from(1).ibgp().path());
    }

    @Test
    void lowerIdentifierWins() {
        assertBeats(
                Preference.IDENTIFIER,
                from(2).identifier("1.1.1.1").clusters(1, 2).path(),
                from(1).identifier("1.1.1.2").path());
    }

    @Test
    void theOriginatorStandsForTheIdentifier() {
        assertBeats(
                Preference.IDENTIFIER,
                from(2).ibgp().originator("0.0.0.9").path(),
                from(1).ibgp().path());
    }

    @Test
    void identifiersAreUnsigned() {
        assertBeats(
                Preference.IDENTIFIER,
                from(2).identifier("9.9.9.9").path(),
                from(1).identifier("200.9.9.9").path());
    }

    @Test
    void shorterClusterListWinsAfterTheIdentifier() {
        assertBeats(
                Preference.CLUSTER_LIST,
                from(2).ibgp().originator("9.9.9.9").clusters(1).path(),
                from(1).ibgp().originator("9.9.9.9").clusters(1, 2).path());
    }

    @Test
    void lowerNeighbourAddressWins() {
        assertBeats(
                Preference.PEER_ADDRESS,
                from(2).identifier("9.9.9.9").address("10.0.0.1").path(),
                from(1).identifier("9.9.9.9").address("10.0.0.2").path());
    }

    @Test
    void theSessionNameLeavesExactlyOne() {
        assertBeats(
                Preference.SESSION_NAME,
                from(1).identifier("9.9.9.9").address("10.0.0.1").path(),
                from(2).identifier("9.9.9.9").address("10.0.0.1").path());
    }

    @Test
    void anExternalPathThatIsBestStaysBestWhereHistoryCounts() {
        Path old = from(2).path();
        Decision before = new Decision(ImmutableList.of(old), ImmutableList.of());
        Path[] candidates = {from(1).path(), old};

        assertThat(DecisionProcess.CISCO.decide(candidates, before, NEAR).best())
                .contains(old);
        assertThat(DecisionProcess.CISCO.decide(candidates, Decision.NONE, NEAR).best())
                .contains(candidates[0]);
        assertThat(DecisionProcess.RFC4271.decide(candidates, before, NEAR).best())
                .contains(candidates[0]);
    }

    @Test
    void anInternalPathDoesNotStayBest() {
        Path old = from(2).ibgp().path();
        Decision before = new Decision(ImmutableList.of(old), ImmutableList.of());
        Path lower = from(1).ibgp().path();

        assertThat(DecisionProcess.CISCO
                        .decide(new Path[] {lower, old}, before, NEAR)
                        .best())
                .contains(lower);
    }

    @Test
    void costsOfOurOwnRoutesAreNeverAsked() {
        NextHopCosts noneKnown = nextHop -> {
            throw new AssertionError("asked for " + nextHop);
        };

        assertThat(DecisionProcess.RFC4271
                        .decide(new Path[] {local()}, Decision.NONE, noneKnown)
                        .best())
                .contains(local());
    }
}
