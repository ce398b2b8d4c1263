package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.EcmpHashing;
import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EcmpHashTest {
    private static final int FLOWS = 2000;
    private static final List<NextHop> THREE = nextHops(3);
    private static final List<NextHop> TWO = THREE.subList(0, 2);

    @Property(tries = 60)
    void sharesAboutEvenlyAmongTwoToEightNextHops(
            @ForAll EcmpHashing hashing, @ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int count) {
        List<NextHop> nextHops = nextHops(count);
        EcmpHash hash = new EcmpHash(seed, "r", hashing);
        long even = FLOWS / count;
        assertThat(flows().collect(Collectors.groupingBy(key -> choice(hash, key, nextHops), Collectors.counting())))
                .hasSize(count)
                .allSatisfy((nextHop, share) -> assertThat(share).isBetween(even * 2 / 3, even * 4 / 3));
    }

    @Test
    void aNextHopThatGoesMovesOnlyItsOwnFlowsIfResilient() {
        assertThat(movedBySomebodyElse(EcmpHashing.RESILIENT, TWO)).isZero();
    }

    @Test
    void aNextHopThatGoesMovesOthersTooIfModulo() {
        assertThat(movedBySomebodyElse(EcmpHashing.MODULO, TWO)).isBetween(600L, 735L);
    }

    /** Flows that leave a next hop that is still there, of about two thirds of all. */
    private static long movedBySomebodyElse(EcmpHashing hashing, List<NextHop> left) {
        EcmpHash hash = hash(hashing);
        return flows().filter(key -> left.contains(choice(hash, key, THREE)))
                .filter(key -> choice(hash, key, THREE) != choice(hash, key, left))
                .count();
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfTheNextHopsDoesNotMatter(EcmpHashing hashing) {
        EcmpHash hash = hash(hashing);
        assertThat(spread(key -> choice(hash, key, Lists.reverse(THREE))))
                .isEqualTo(spread(key -> choice(hash, key, THREE)));
    }

    @ParameterizedTest
    @EnumSource
    void whatElseTheRouterHasChosenDoesNotMatter(EcmpHashing hashing) {
        EcmpHash hash = hash(hashing);
        List<NextHop> before = spread(key -> choice(hash, key, TWO));
        spread(key -> choice(hash, key, nextHops(8)));
        assertThat(spread(key -> choice(hash, key, TWO))).isEqualTo(before);
        assertThat(spread(key -> choice(hash(hashing), key, TWO))).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aNextHopThatComesBackGetsItsFlowsBack(EcmpHashing hashing) {
        EcmpHash hash = hash(hashing);
        List<NextHop> before = spread(key -> choice(hash, key, THREE));
        spread(key -> choice(hash, key, TWO));
        assertThat(spread(key -> choice(hash, key, THREE))).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedSpreadsOtherwise(EcmpHashing hashing) {
        assertThat(alike(hash(hashing), new EcmpHash(2, "r", hashing))).isBetween(850L, 1150L);
    }

    @ParameterizedTest
    @EnumSource
    void routersInARowChooseIndependently(EcmpHashing hashing) {
        assertThat(alike(hash(hashing), new EcmpHash(1, "s", hashing))).isBetween(850L, 1150L);
    }

    private static long alike(EcmpHash one, EcmpHash other) {
        return flows().filter(key -> choice(one, key, TWO) == choice(other, key, TWO))
                .count();
    }

    private static EcmpHash hash(EcmpHashing hashing) {
        return new EcmpHash(1, "r", hashing);
    }

    private static List<NextHop> spread(Function<FlowKey, NextHop> choice) {
        return flows().map(choice).toList();
    }

    private static NextHop choice(EcmpHash hash, FlowKey key, List<NextHop> nextHops) {
        return nextHops.get(hash.among(nextHops).choose(key));
    }

    private static List<NextHop> nextHops(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> NextHop.via("link" + number, IpAddress.parse("192.0.2.1")))
                .toList();
    }

    private static Stream<FlowKey> flows() {
        return IntStream.range(1024, 1024 + FLOWS).mapToObj(port -> Lab.key("10.1.1.1", port, "10.2.2.2"));
    }
}
