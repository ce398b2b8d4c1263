package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EcmpHashTest {
    private static final List<NextHop> THREE = Stream.of("left", "middle", "right")
            .map(link -> NextHop.via(link, IpAddress.parse("192.0.2.1")))
            .toList();
    private static final List<NextHop> TWO = THREE.subList(0, 2);

    private final EcmpHash hash = new EcmpHash(1, "r");

    @Property(tries = 50)
    void spreadsAThousandFlowsAboutEvenly(@ForAll long seed, @ForAll @IntRange(max = 60_000) int firstPort) {
        EcmpHash any = new EcmpHash(seed, "r");
        long left = flows(firstPort)
                .filter(key -> choice(any, key, TWO) == TWO.get(0))
                .count();
        assertThat(left).isBetween(400L, 600L);
    }

    @Test
    void aNextHopThatGoesAwayMovesOnlyItsOwnFlows() {
        flows(1024).forEach(key -> {
            NextHop before = choice(hash, key, THREE);
            assertThat(before == THREE.get(2) || choice(hash, key, TWO) == before)
                    .isTrue();
        });
    }

    @Test
    void theOrderOfTheNextHopsDoesNotMatter() {
        List<NextHop> backwards = List.of(THREE.get(2), THREE.get(1), THREE.get(0));
        flows(1024).forEach(key -> assertThat(choice(hash, key, backwards)).isEqualTo(choice(hash, key, THREE)));
    }

    @Test
    void routersInARowChooseIndependently() {
        EcmpHash next = new EcmpHash(1, "s");
        long alike = flows(1024)
                .filter(key -> choice(hash, key, TWO) == TWO.get(0))
                .filter(key -> choice(next, key, TWO) == TWO.get(0))
                .count();
        assertThat(alike).isBetween(180L, 320L);
    }

    private static NextHop choice(EcmpHash hash, FlowKey key, List<NextHop> nextHops) {
        return nextHops.get(hash.among(nextHops).choose(key));
    }

    private static Stream<FlowKey> flows(int firstPort) {
        return IntStream.range(firstPort, firstPort + 1000).mapToObj(port -> Lab.key("10.1.1.1", port, "10.2.2.2"));
    }
}
