package coldpotato.bgp.rib;

import static coldpotato.bgp.rib.PathSample.from;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.LargeCommunity;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static final LargeCommunity MAIN = new LargeCommunity(65000, 0, 1);
    private static final LargeCommunity SPARE = new LargeCommunity(65000, 0, 2);
    private static final DecisionProcess PROCESS = new DecisionProcess(
            "sticky",
            ImmutableList.of(
                    new Succession("spare that stepped in", ImmutableSet.of(SPARE)),
                    CommunityRank.carriers("main before spare", MAIN),
                    Preference.AS_PATH_LENGTH),
            DecisionProcess.RFC4271.tieBreaks(),
            Multipath.NONE);

    private static final Path MAIN1 = from(1).group("main").marks(MAIN).path();
    private static final Path MAIN2 = from(2).group("main").marks(MAIN).path();
    private static final Path SPARE1 = from(3).group("spare").marks(SPARE).path();
    private static final Path SPARE2 = from(4).group("spare").marks(SPARE).path();

    @Test
    void whoIsFirstHasNoAdvantage() {
        assertBest(MAIN1, decide(decide(Decision.NONE, SPARE1), SPARE1, MAIN1));
    }

    @Test
    void whoSteppedInStays() {
        assertBest(SPARE1, decide(outage(), SPARE1, MAIN1));
    }

    @Test
    void staysOverSeveralDecisions() {
        assertBest(SPARE1, decide(decide(outage(), SPARE1, MAIN1), SPARE1, MAIN1, MAIN2));
    }

    @Test
    void groupsStepInAndNotSessions() {
        assertBest(SPARE2, decide(decide(outage(), SPARE1, SPARE2, MAIN1), SPARE2, MAIN1));
        assertBest(MAIN1, decide(decide(decide(Decision.NONE, MAIN1, MAIN2, SPARE1), MAIN2, SPARE1), MAIN1, SPARE1));
    }

    @Test
    void aShorterPathTakesItsPlaceBack() {
        Path shorter = from(1).group("main").marks(MAIN).asPath().path();

        assertBest(shorter, decide(outage(), SPARE1, shorter));
    }

    @Test
    void aLossOfTheSuccessorEndsIt() {
        Decision back = decide(decide(outage(), SPARE1, MAIN1), MAIN1);

        assertBest(MAIN1, decide(back, SPARE1, MAIN1));
    }

    /** The main path is lost, and the spare one steps in. */
    private static Decision outage() {
        return decide(decide(Decision.NONE, MAIN1, SPARE1), SPARE1);
    }

    private static Decision decide(Decision before, Path... candidates) {
        return PROCESS.decide(candidates, before, nextHop -> 0);
    }

    private static void assertBest(Path expected, Decision decision) {
        assertThat(decision.best()).contains(expected);
    }
}
