package coldpotato.bgp.rib;

import static coldpotato.bgp.rib.PathSample.PREFIX;
import static coldpotato.bgp.rib.PathSample.from;
import static coldpotato.bgp.rib.PathSample.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RibTest {
    private static final IpAddress NEXT_HOP = IpAddress.parse("10.0.0.1");

    /** Remembers what was asked of it. */
    private static final class Tracking implements NextHopTracking {
        final List<String> calls = new ArrayList<>();

        @Override
        public long track(IpAddress nextHop) {
            calls.add("track " + nextHop);
            return 10;
        }

        @Override
        public void untrack(IpAddress nextHop) {
            calls.add("untrack " + nextHop);
        }
    }

    private final Tracking tracking = new Tracking();
    private final Rib rib = new Rib(AfiSafi.IPV4_UNICAST, DecisionProcess.RFC4271, tracking);

    private RibChange onlyChange() {
        List<RibChange> changes = rib.decide();
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    @Test
    void aFirstPathBecomesBest() {
        Path path = from(1).path(7);
        rib.install(path);

        RibChange change = onlyChange();

        assertThat(change.before()).isEqualTo(Decision.NONE);
        assertThat(change.after().best()).contains(path);
        assertThat(change.cause()).isEqualTo(7);
    }

    @Test
    void aWorsePathChangesNothingButIsKept() {
        rib.install(from(1).path());
        rib.decide();
        Path worse = from(2).asPath(1, 2).path();
        rib.install(worse);

        assertThat(rib.decide()).isEmpty();
        assertThat(rib.decision(PREFIX).losers()).containsExactly(new Decision.Loser(worse, Preference.AS_PATH_LENGTH));
    }

    @Test
    void theSecondBestTakesOverWhenTheBestGoes() {
        rib.install(from(1).path());
        rib.install(from(2).path());
        rib.decide();
        rib.remove(PREFIX, from(1).source(), 9);

        RibChange change = onlyChange();

        assertThat(change.after().best()).contains(from(2).path());
        assertThat(change.cause()).isEqualTo(9);
    }

    @Test
    void aPrefixWithoutPathsLeavesTheTable() {
        rib.install(from(1).path());
        rib.decide();
        rib.remove(PREFIX, from(1).source(), 2);

        assertThat(onlyChange().after().best()).isEmpty();
        assertThat(rib.size()).isZero();
    }

    @Test
    void whatComesAndGoesBetweenTwoPassesIsNoChange() {
        rib.install(from(1).path());
        rib.remove(PREFIX, from(1).source(), 2);

        assertThat(rib.decide()).isEmpty();
        assertThat(rib.size()).isZero();
    }

    @Test
    void theSamePathAgainIsNotEvenDecided() {
        rib.install(from(1).path(1));
        rib.decide();
        rib.install(from(1).path(2));

        assertThat(rib.isDirty()).isFalse();
    }

    @Test
    void otherAttributesOfTheBestPathAreAChange() {
        rib.install(from(1).path());
        rib.decide();
        rib.install(from(1).med(5).path());

        assertThat(onlyChange().bestChanged()).isTrue();
    }

    @Test
    void anotherEqualPathIsAChangeButNotOfTheBest() {
        rib.reconfigure(DecisionProcess.RFC4271.withMultipath(Multipath.of(2, 2, false)), 0);
        rib.install(from(1).path());
        rib.decide();
        rib.install(from(2).path());

        RibChange change = onlyChange();

        assertThat(change.after().multipath()).hasSize(2);
        assertThat(change.bestChanged()).isFalse();
    }

    @Test
    void changesComeInPrefixOrder() {
        for (String prefix : List.of("10.9.0.0/16", "10.1.0.0/16", "10.1.0.0/24")) {
            rib.install(from(1).prefix(prefix).path());
        }

        assertThat(rib.decide())
                .extracting(change -> change.prefix().toString())
                .containsExactly("10.1.0.0/16", "10.1.0.0/24", "10.9.0.0/16");
    }

    @Test
    void aPassCanBeCutIntoSlices() {
        rib.install(from(1).prefix("10.2.0.0/16").path());
        rib.install(from(1).prefix("10.1.0.0/16").path());

        assertThat(rib.decide(1)).extracting(RibChange::prefix).containsExactly(Prefix.parse("10.1.0.0/16"));
        assertThat(rib.isDirty()).isTrue();
        assertThat(rib.decide(1)).extracting(RibChange::prefix).containsExactly(Prefix.parse("10.2.0.0/16"));
        assertThat(rib.isDirty()).isFalse();
    }

    @Test
    void anUnreachableNextHopTakesItsPathsOut() {
        rib.install(from(1).path());
        rib.install(from(2).path());
        rib.decide();
        rib.nextHopChanged(NEXT_HOP, NextHopCosts.UNREACHABLE, 5);

        RibChange change = onlyChange();

        assertThat(change.after().best()).contains(from(2).path());
        assertThat(change.after().losers()).containsExactly(new Decision.Loser(from(1).path(), Eligibility.NEXT_HOP));
        assertThat(change.cause()).isEqualTo(5);
    }

    @Test
    void aNextHopThatComesBackBringsItsPathsBack() {
        rib.install(from(1).path());
        rib.nextHopChanged(NEXT_HOP, NextHopCosts.UNREACHABLE, 1);
        rib.decide();
        rib.nextHopChanged(NEXT_HOP, 3, 2);

        assertThat(onlyChange().after().best()).contains(from(1).path());
    }

    @Test
    void theSameCostAgainMarksNothing() {
        rib.install(from(1).path());
        rib.decide();
        rib.nextHopChanged(NEXT_HOP, 10, 1);
        rib.nextHopChanged(IpAddress.parse("10.77.0.1"), 10, 1);

        assertThat(rib.isDirty()).isFalse();
    }

    @Test
    void nextHopsAreTrackedFromFirstToLastUse() {
        rib.install(from(1).path());
        rib.install(from(1).prefix("10.1.0.0/16").path());
        rib.install(from(2).via("10.0.0.1").path());
        rib.removeAll(from(1).source(), 1);
        assertThat(tracking.calls).containsExactly("track 10.0.0.1");

        rib.remove(PREFIX, from(2).source(), 1);
        assertThat(tracking.calls).containsExactly("track 10.0.0.1", "untrack 10.0.0.1");
    }

    @Test
    void aPathThatMovesToAnotherNextHopIsFollowed() {
        rib.install(from(1).path());
        rib.install(from(1).via("10.0.0.9").path());

        assertThat(tracking.calls).containsExactly("track 10.0.0.1", "track 10.0.0.9", "untrack 10.0.0.1");
    }

    @Test
    void prefixesThatFlapOftenAreFollowedLikeOthers() {
        rib.install(from(1).path());
        for (int i = 0; i < 100; i++) {
            rib.remove(Prefix.parse("10.1.0.0/16"), from(1).source(), 1);
            rib.install(from(1).prefix("10.1.0.0/16").path());
        }
        rib.decide();
        rib.nextHopChanged(NEXT_HOP, NextHopCosts.UNREACHABLE, 5);

        assertThat(tracking.calls).containsExactly("track 10.0.0.1");
        assertThat(rib.decide()).hasSize(2);
    }

    @Test
    void refusedAndOwnPathsTrackNoNextHop() {
        rib.install(from(1).refused());
        rib.install(local());

        assertThat(tracking.calls).isEmpty();
        assertThat(onlyChange().after().best()).contains(local());
    }

    @Test
    void anotherProcessDecidesAnew() {
        rib.install(from(1).path());
        rib.install(from(2).weight(5).path());
        rib.decide();
        rib.reconfigure(DecisionProcess.WEIGHT_FIRST, 4);

        assertThat(onlyChange().after().best()).contains(from(2).weight(5).path());
    }

    @Test
    void pathsStandSortedBySource() {
        rib.install(from(3).path());
        rib.install(local());
        rib.install(from(1).refused());

        assertThat(rib.paths(PREFIX))
                .extracting(path -> path.source().session())
                .containsExactly("local", "peer1", "peer3");
    }

    @Test
    void prefixesOfAnotherFamilyAreOurMistake() {
        assertThatThrownBy(() -> rib.install(from(1).prefix("2001:db8::/32").path()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
