package coldpotato.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.rib.Decision.Loser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DecisionProcessTest {
    private static final NextHopCosts COSTS =
            nextHop -> (nextHop.toInt() & 3) == 0 ? NextHopCosts.UNREACHABLE : nextHop.toInt() & 3;

    @Property
    void anyOrderOfTheCandidatesGivesTheSameDecision(
            @ForAll("processes") DecisionProcess process, @ForAll("orders") List<List<Path>> twoOrders) {
        assertThat(decide(process, twoOrders.get(0))).isEqualTo(decide(process, twoOrders.get(1)));
    }

    @Property
    void everyCandidateWinsOrLosesOnce(
            @ForAll("processes") DecisionProcess process, @ForAll("candidates") List<Path> candidates) {
        Decision decision = decide(process, candidates);
        Stream<Path> lost = decision.losers().stream().map(Loser::path);

        assertThat(Stream.concat(decision.multipath().stream(), lost)).containsExactlyInAnyOrderElementsOf(candidates);
    }

    @Property
    void thereIsABestPathIfAnyCandidateIsEligible(@ForAll("candidates") List<Path> candidates) {
        boolean eligible = candidates.stream()
                .anyMatch(
                        path -> path.accepted() && COSTS.cost(path.attributes().nextHop()) < NextHopCosts.UNREACHABLE);

        assertThat(decide(DecisionProcess.RFC4271, candidates).best().isPresent())
                .isEqualTo(eligible);
    }

    /** Without MED the stages are an order, so a loser's absence changes nothing for the others. */
    @Property
    void aLoserThatGoesAwayChangesNothingWhereMedIsComparedAlways(@ForAll("candidates") List<Path> candidates) {
        DecisionProcess process = DecisionProcess.RFC4271.withMed(new MedStage(true, false));
        Decision all = decide(process, candidates);

        for (Loser loser : all.losers()) {
            List<Path> others = new ArrayList<>(candidates);
            others.remove(loser.path());
            assertThat(decide(process, others).multipath()).isEqualTo(all.multipath());
        }
    }

    @Test
    void profilesAreFoundByName() {
        assertThat(DecisionProcess.profile("cisco")).contains(DecisionProcess.CISCO);
        assertThat(DecisionProcess.profile("rfc1771")).isEmpty();
    }

    @Test
    void processesWithTheSameStagesAreEqual() {
        assertThat(DecisionProcess.RFC4271.withMed(new MedStage(false, false))).isEqualTo(DecisionProcess.RFC4271);
        assertThat(DecisionProcess.RFC4271.withMed(new MedStage(true, false))).isNotEqualTo(DecisionProcess.RFC4271);
    }

    private static Decision decide(DecisionProcess process, List<Path> candidates) {
        return process.decide(candidates.toArray(Path[]::new), Decision.NONE, COSTS);
    }

    @Provide
    Arbitrary<DecisionProcess> processes() {
        return Arbitraries.of(DecisionProcess.PROFILES)
                .flatMap(profile -> Arbitraries.of(
                        profile,
                        profile.withMultipath(Multipath.of(2, 3, false)),
                        profile.withMultipath(new Multipath(4, 4, true, 2)),
                        profile.withMed(new MedStage(true, true))));
    }

    @Provide
    Arbitrary<List<List<Path>>> orders() {
        return candidates().flatMap(paths -> Arbitraries.shuffle(paths).list().ofSize(2));
    }

    @Provide
    Arbitrary<List<Path>> candidates() {
        return Arbitraries.integers()
                .between(1, 7)
                .list()
                .ofMaxSize(6)
                .uniqueElements()
                .flatMap(numbers -> {
                    List<Arbitrary<Path>> paths = new ArrayList<>();
                    numbers.forEach(number -> paths.add(path(number)));
                    return Combinators.combine(paths).as(chosen -> chosen);
                });
    }

    private static Arbitrary<Path> path(int number) {
        Arbitrary<PathSample> preferences = Combinators.combine(
                        Arbitraries.of(100, 100, 100, 150),
                        Arbitraries.of(new int[] {1}, new int[] {2}, new int[] {1, 2}),
                        Arbitraries.of(Origin.IGP, Origin.IGP, Origin.EGP),
                        Arbitraries.of(0, 10, 20))
                .as((pref, asPath, origin, med) -> PathSample.from(number)
                        .localPref(pref)
                        .asPath(asPath)
                        .origin(origin)
                        .med(med)
                        .weight(med));
        return Combinators.combine(
                        preferences,
                        Arbitraries.of(true, true, false),
                        Arbitraries.of("10.9.0.0", "10.9.0.1", "10.9.0.2", "10.9.0.5"),
                        Arbitraries.of("1.1.1.1", "1.1.1.2"),
                        Arbitraries.of(0, 1, 2, 3))
                .as((sample, ibgp, nextHop, identifier, sort) -> {
                    PathSample internal = (ibgp ? sample.ibgp() : sample)
                            .via(nextHop)
                            .identifier(identifier)
                            .group("group" + sort % 2)
                            .clusters(new int[sort]);
                    return sort == 3 ? internal.refused() : internal.path();
                });
    }
}
