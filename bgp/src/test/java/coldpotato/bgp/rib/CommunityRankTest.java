package coldpotato.bgp.rib;

import static coldpotato.bgp.rib.PathSample.from;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.LargeCommunity;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CommunityRankTest {
    private static final LargeCommunity GOLD = new LargeCommunity(65000, 0, 1);
    private static final LargeCommunity SILVER = new LargeCommunity(65000, 0, 2);
    private static final LargeCommunity FAR = new LargeCommunity(65000, 0, 3);
    private static final CommunityRank METALS = new CommunityRank(
            "gold, then silver", Optional.empty(), ImmutableList.of(ImmutableSet.of(GOLD), ImmutableSet.of(SILVER)));

    @Test
    void theFirstMarkWins() {
        assertThat(standing(METALS, from(1).marks(SILVER), from(2).marks(GOLD))).containsExactly("peer2");
    }

    @Test
    void aPathWithSeveralMarksStandsWhereItsBestOneStands() {
        assertThat(standing(METALS, from(1).marks(SILVER, GOLD), from(2).marks(GOLD)))
                .containsExactly("peer1", "peer2");
    }

    @Test
    void pathsWithoutMarksComeLast() {
        assertThat(standing(METALS, from(1), from(2).marks(SILVER), from(3))).containsExactly("peer2");
        assertThat(standing(METALS, from(1), from(3))).containsExactly("peer1", "peer3");
    }

    @Test
    void whoDoesNotCompeteStays() {
        assertThat(standing(METALS.among(FAR), from(1), from(2).marks(FAR), from(3).marks(FAR, GOLD)))
                .containsExactly("peer1", "peer3");
    }

    @Test
    void aConditionalStageIsLeftOutUnlessAllCarryTheMark() {
        Conditional gold = new Conditional("if all are far", FAR, METALS);

        assertThat(standing(gold, from(1), from(2).marks(FAR, GOLD))).containsExactly("peer1", "peer2");
        assertThat(standing(gold, from(1).marks(FAR), from(2).marks(FAR, GOLD))).containsExactly("peer2");
    }

    @Property
    void keepsThoseOfTheLowestRankAndNobodyElse(@ForAll("marked") List<PathSample> samples) {
        List<Path> paths = samples.stream().map(PathSample::path).toList();
        Comparator<Path> byRank = Comparator.comparingInt(CommunityRankTest::rank);
        int best = rank(paths.stream().min(byRank).orElseThrow());

        assertThat(standing(METALS, samples.toArray(PathSample[]::new)))
                .containsExactlyInAnyOrderElementsOf(paths.stream()
                        .filter(path -> rank(path) == best)
                        .map(path -> path.source().session())
                        .collect(Collectors.toList()));
    }

    @Provide
    Arbitrary<List<PathSample>> marked() {
        Arbitrary<LargeCommunity[]> marks =
                Arbitraries.of(GOLD, SILVER, FAR).array(LargeCommunity[].class).ofMaxSize(2);
        return marks.list().ofMinSize(1).ofMaxSize(5).map(lists -> {
            ImmutableList.Builder<PathSample> samples = ImmutableList.builder();
            for (int i = 0; i < lists.size(); i++) {
                samples.add(from(i + 1).marks(lists.get(i)));
            }
            return samples.build();
        });
    }

    private static int rank(Path path) {
        List<LargeCommunity> marks = path.attributes().largeCommunities();
        return marks.contains(GOLD) ? 0 : marks.contains(SILVER) ? 1 : 2;
    }

    private static List<String> standing(DecisionStage stage, PathSample... samples) {
        Path[] paths = Arrays.stream(samples).map(PathSample::path).toArray(Path[]::new);
        Contest contest = new Contest(paths, Decision.NONE, nextHop -> 0);
        contest.prefer(ImmutableList.of(stage));
        return contest.standing().stream().map(path -> path.source().session()).toList();
    }
}
