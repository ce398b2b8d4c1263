package coldpotato.bgp.rib;

import static coldpotato.bgp.rib.PathSample.from;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.Advertisement.Announcement;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

class AdjRibOutTest {
    private static final Prefix A = Prefix.parse("10.1.0.0/16");
    private static final Prefix B = Prefix.parse("10.2.0.0/16");
    private static final Prefix C = Prefix.parse("10.3.0.0/16");
    private static final PathAttributes X =
            PathAttributes.builder(IpAddress.parse("10.0.0.1")).build();
    private static final PathAttributes Y =
            PathAttributes.builder(IpAddress.parse("10.0.0.2")).build();
    private static final PathSource PEER1 = from(1).source();
    private static final PathSource PEER2 = from(2).source();

    private AdjRibOut out = new AdjRibOut();

    @BeforeTry
    void emptyTable() {
        out = new AdjRibOut();
    }

    private AdvertisedChanges drain() {
        List<AdvertisedChanges> changes = new ArrayList<>();
        out.drain(Integer.MAX_VALUE, changes::add);
        return changes.get(0);
    }

    private Advertisement drainTo(String session) {
        return drain().to(session);
    }

    /** What a member is told that joins and has room for all of it. */
    private Advertisement joining(String session, Map<Prefix, PathAttributes> told) {
        return out.join(session, told).take(Integer.MAX_VALUE);
    }

    /** What a level member believes. */
    private Map<Prefix, PathAttributes> told(String session) {
        Backlog backlog = out.join(session, ImmutableMap.of());
        backlog.take(Integer.MAX_VALUE);
        return backlog.told();
    }

    @Test
    void prefixesWithTheSameAttributesAreAnnouncedTogether() {
        out.offer(C, X, PEER1, 1);
        out.offer(B, Y, PEER1, 2);
        out.offer(A, X, PEER1, 3);

        assertThat(drainTo("peer3").announced())
                .containsExactly(new Announcement(X, ImmutableList.of(A, C)), new Announcement(Y, ImmutableList.of(B)));
    }

    @Test
    void onlyTheNewestStateIsTold() {
        out.offer(A, X, PEER1, 1);
        out.offer(A, Y, PEER1, 2);

        assertThat(drainTo("peer3").announced())
                .extracting(Announcement::attributes)
                .containsExactly(Y);
    }

    @Test
    void whatComesAndGoesBetweenTwoDrainsCostsNothing() {
        out.offer(A, X, PEER1, 1);
        out.retract(A, 2);

        assertThat(drainTo("peer3").isEmpty()).isTrue();
        assertThat(out.isPending()).isFalse();
    }

    @Test
    void whatGoesAndComesBackUnchangedCostsNothing() {
        out.offer(A, X, PEER1, 1);
        drain();
        out.retract(A, 2);
        out.offer(A, X, PEER1, 3);

        assertThat(drainTo("peer3").isEmpty()).isTrue();
    }

    @Test
    void retractingWhatWasAdvertisedIsAWithdrawal() {
        out.offer(A, X, PEER1, 1);
        drain();
        out.retract(A, 5);

        Advertisement told = drainTo("peer3");

        assertThat(told.withdrawn()).containsExactly(A);
        assertThat(told.cause()).isEqualTo(5);
    }

    @Test
    void aPeerIsNotToldWhatItOffered() {
        out.offer(A, X, PEER1, 1);
        AdvertisedChanges changes = drain();

        assertThat(changes.to("peer1").isEmpty()).isTrue();
        assertThat(changes.to("peer2").announced()).hasSize(1);
    }

    @Test
    void aPeerWhosePathBecomesBestIsToldToForgetTheOther() {
        out.offer(A, X, PEER1, 1);
        drain();
        out.offer(A, X, PEER2, 2);
        AdvertisedChanges changes = drain();

        assertThat(changes.to("peer2").withdrawn()).containsExactly(A);
        assertThat(changes.to("peer1").announced()).hasSize(1);
        assertThat(changes.to("peer3").isEmpty()).isTrue();
    }

    @Test
    void membersThatOfferedNothingShareOneInstance() {
        out.offer(A, X, PEER1, 1);
        AdvertisedChanges changes = drain();

        assertThat(changes.to("peer2")).isSameAs(changes.to("peer3"));
    }

    @Test
    void aMemberThatJoinsIsToldEverythingThatTheOthersWereTold() {
        out.offer(A, X, PEER1, 1);
        out.offer(B, X, PEER1, 1);
        drain();
        out.retract(A, 2);

        assertThat(joining("peer3", ImmutableMap.of()).announced())
                .containsExactly(new Announcement(X, ImmutableList.of(A, B)));
        assertThat(drainTo("peer3").withdrawn()).containsExactly(A);
    }

    /** One thing that happens to an Adj-RIB-Out; without attributes a retraction. */
    record Step(Prefix prefix, PathAttributes attributes, PathSource source, boolean drain) {}

    @Property
    void whatWasSentReplayedIntoAnEmptyTableIsTheTable(@ForAll("steps") List<Step> steps) {
        Map<Prefix, PathAttributes> peer1 = new TreeMap<>();
        Map<Prefix, PathAttributes> other = new TreeMap<>();
        for (Step step : steps) {
            take(step);
            if (step.drain) {
                AdvertisedChanges changes = drain();
                replay(changes.to("peer1"), peer1);
                replay(changes.to("other"), other);
            }
        }
        assertThat(peer1).isEqualTo(told("peer1"));
        assertThat(other).isEqualTo(told("other"));
    }

    @Property
    void aMemberThatJoinsWithSomeTableEndsWithTheSame(
            @ForAll("tables") Map<Prefix, PathAttributes> told,
            @ForAll("steps") List<Step> before,
            @ForAll("steps") List<Step> after) {
        before.forEach(this::take);
        drain();
        before.stream().limit(2).forEach(this::take);
        Map<Prefix, PathAttributes> late = new TreeMap<>(told);
        replay(joining("peer2", late), late);
        after.forEach(this::take);
        replay(drainTo("peer2"), late);

        assertThat(late).isEqualTo(told("peer2"));
    }

    @Property
    void theTableIsWhatWasOfferedLast(@ForAll("steps") List<Step> steps) {
        Map<Prefix, PathAttributes> wanted = new TreeMap<>();
        for (Step step : steps) {
            take(step);
            wanted.remove(step.prefix);
            if (step.attributes != null) {
                wanted.put(step.prefix, step.attributes);
            }
        }
        drain();
        assertThat(told("other")).isEqualTo(wanted);
    }

    private void take(Step step) {
        if (step.attributes == null) {
            out.retract(step.prefix, 1);
        } else {
            out.offer(step.prefix, step.attributes, step.source, 1);
        }
    }

    /** As a neighbour would: withdrawals first. A withdrawal of what it does not have would be noise. */
    private static void replay(Advertisement told, Map<Prefix, PathAttributes> table) {
        assertThat(table.keySet()).containsAll(told.withdrawn());
        told.withdrawn().forEach(table::remove);
        told.announced().forEach(a -> a.prefixes().forEach(prefix -> table.put(prefix, a.attributes())));
    }

    @Provide
    Arbitrary<Map<Prefix, PathAttributes>> tables() {
        return Arbitraries.maps(Arbitraries.of(A, B, C), Arbitraries.of(X, Y));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(A, B, C),
                        Arbitraries.of(X, Y).injectNull(0.3),
                        Arbitraries.of(PEER1, PEER2),
                        Arbitraries.of(true, false, false))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }
}
