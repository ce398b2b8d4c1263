package coldpotato.sim.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coldpotato.sim.net.Capacity;
import coldpotato.sim.net.Direction;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Max-min fairness against a slow obvious way to it: give every flow a crumb in turn, as long as all its limits have room. */
class FairnessPropertyTest {
    private static final double CRUMB = 0.01;
    private static final ImmutableList<Capacity> LIMITS = ImmutableList.of(
            new Capacity("a", 40), new Capacity("b", 70), new Capacity("c", 100), new Capacity("d", 25));

    @Property(tries = 60)
    void flowsGetWhatCrumbsInTurnWouldGiveThem(@ForAll("streams") List<Stream> streams) {
        Shares shares = Sharing.of(streams);
        double[] crumbs = crumbs(streams);
        for (int s = 0; s < crumbs.length; s++) {
            double each = shares.delivered(s) * streams.get(s).wishOfOne();
            assertThat(each).isEqualTo(crumbs[s], within(0.5));
        }
    }

    @Property(tries = 60)
    void nobodyTakesMoreOfALimitThanItHas(@ForAll("streams") List<Stream> streams) {
        Shares shares = Sharing.of(streams);
        for (Capacity limit : LIMITS) {
            double taken = 0;
            for (int s = 0; s < streams.size(); s++) {
                taken += crosses(streams.get(s), limit)
                        ? shares.delivered(s) * streams.get(s).bitsPerSecond()
                        : 0;
            }
            assertThat(taken).isLessThanOrEqualTo(limit.most() * (1 + 1e-6));
        }
    }

    private static double[] crumbs(List<Stream> streams) {
        double[] rates = new double[streams.size()];
        boolean given = true;
        while (given) {
            given = false;
            for (int s = 0; s < rates.length; s++) {
                Stream stream = streams.get(s);
                if (rates[s] + CRUMB <= stream.wishOfOne() && hasRoom(streams, rates, stream)) {
                    rates[s] += CRUMB;
                    given = true;
                }
            }
        }
        return rates;
    }

    private static boolean hasRoom(List<Stream> streams, double[] rates, Stream wanting) {
        return LIMITS.stream().filter(limit -> crosses(wanting, limit)).allMatch(limit -> {
            double taken = CRUMB * wanting.flows();
            for (int s = 0; s < rates.length; s++) {
                taken += crosses(streams.get(s), limit)
                        ? rates[s] * streams.get(s).flows()
                        : 0;
            }
            return taken <= limit.most();
        });
    }

    private static boolean crosses(Stream stream, Capacity limit) {
        return stream.crossings().stream().anyMatch(crossing -> crossing.limit().equals(limit));
    }

    @Provide
    Arbitrary<List<Stream>> streams() {
        Arbitrary<List<Capacity>> ways =
                Arbitraries.of(LIMITS).list().uniqueElements().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 60),
                        ways)
                .as((flows, each, way) -> new Stream(flows, flows * each, 100, true, 0, crossings(way)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static ImmutableList<Crossing> crossings(List<Capacity> way) {
        List<Crossing> crossings = new ArrayList<>();
        way.forEach(limit -> crossings.add(new Crossing(Lane.of(limit, Direction.A_TO_B), limit, 1)));
        return ImmutableList.copyOf(crossings);
    }
}
