package coldpotato.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A table that takes things one by one against one that is told only how they ended. */
class RibReplayTest {
    private static final List<Prefix> PREFIXES =
            List.of(Prefix.parse("10.0.0.0/8"), Prefix.parse("10.1.0.0/16"), Prefix.parse("10.2.0.0/16"));
    private static final DecisionProcess PROCESS = DecisionProcess.RFC4271.withMultipath(Multipath.of(2, 2, true));

    /** The way to each next hop; a table is told of those it tracks. */
    private static final class Network implements NextHopTracking {
        final Map<IpAddress, Long> costs = new TreeMap<>();
        final Map<IpAddress, Boolean> tracked = new TreeMap<>();

        @Override
        public long track(IpAddress nextHop) {
            assertThat(tracked.put(nextHop, true)).isNull();
            return costs.getOrDefault(nextHop, 5L);
        }

        @Override
        public void untrack(IpAddress nextHop) {
            assertThat(tracked.remove(nextHop)).isTrue();
        }
    }

    private final class Table {
        final Network network = new Network();
        final Rib rib = new Rib(AfiSafi.IPV4_UNICAST, PROCESS, network);
        final Map<Prefix, Decision> told = new TreeMap<>();

        void decide() {
            for (RibChange change : rib.decide()) {
                assertThat(told.getOrDefault(change.prefix(), Decision.NONE).sameRoutes(change.before()))
                        .isTrue();
                told.put(change.prefix(), change.after());
            }
        }
    }

    @Property
    void theDecisionsAreThoseOfATableThatSawOnlyTheEnd(@ForAll("steps") List<Consumer<Table>> steps) {
        Table table = new Table();
        steps.forEach(step -> step.accept(table));
        table.decide();

        Table fresh = new Table();
        fresh.network.costs.putAll(table.network.costs);
        PREFIXES.forEach(prefix -> table.rib.paths(prefix).forEach(fresh.rib::install));
        fresh.decide();

        for (Prefix prefix : PREFIXES) {
            assertThat(table.rib.decision(prefix)).isEqualTo(fresh.rib.decision(prefix));
            assertThat(table.told.getOrDefault(prefix, Decision.NONE).sameRoutes(fresh.rib.decision(prefix)))
                    .isTrue();
        }
        assertThat(table.network.tracked).isEqualTo(fresh.network.tracked);
        assertThat(table.rib.size()).isEqualTo(fresh.rib.size());
    }

    @Provide
    Arbitrary<List<Consumer<Table>>> steps() {
        Arbitrary<Integer> peers = Arbitraries.integers().between(1, 4);
        Arbitrary<Prefix> prefixes = Arbitraries.of(PREFIXES);
        Arbitrary<IpAddress> nextHops =
                Arbitraries.of("10.9.0.1", "10.9.0.2", "10.9.0.3").map(IpAddress::parse);
        List<Arbitrary<Consumer<Table>>> kinds = new ArrayList<>();
        kinds.add(Combinators.combine(peers, prefixes, nextHops, Arbitraries.of(100, 150), Arbitraries.of(true, false))
                .as((peer, prefix, nextHop, pref, accepted) -> {
                    PathSample sample = PathSample.from(peer)
                            .prefix(prefix)
                            .via(nextHop.toString())
                            .localPref(pref);
                    return table -> table.rib.install(accepted ? sample.path() : sample.refused());
                }));
        kinds.add(Combinators.combine(peers, prefixes)
                .as((peer, prefix) ->
                        table -> table.rib.remove(prefix, PathSample.from(peer).source(), 1)));
        kinds.add(peers.map(
                peer -> table -> table.rib.removeAll(PathSample.from(peer).source(), 1)));
        kinds.add(Combinators.combine(nextHops, Arbitraries.of(0L, 5L, 9L, NextHopCosts.UNREACHABLE))
                .as((nextHop, cost) -> table -> {
                    table.network.costs.put(nextHop, cost);
                    table.rib.nextHopChanged(nextHop, cost, 1);
                }));
        kinds.add(Arbitraries.just(Table::decide));
        return Arbitraries.oneOf(kinds).list().ofMaxSize(40);
    }
}
