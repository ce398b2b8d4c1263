package coldpotato.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.ListArbitrary;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/** The trie against a sorted map that is searched from end to end. */
@Domain(Addresses.class)
@Domain(DomainContext.Global.class)
class PrefixMapTest {

    /** A put of a number, or a removal where the number is negative. */
    record Change(Prefix prefix, int value) {}

    /** Both tables after the same changes. */
    private static final class Pair {
        final PrefixMap<Integer> trie = new PrefixMap<>();
        final TreeMap<Prefix, Integer> scan = new TreeMap<>();

        Pair(List<Change> changes) {
            for (Change change : changes) {
                if (change.value < 0) {
                    assertThat(trie.remove(change.prefix)).isEqualTo(scan.remove(change.prefix));
                } else {
                    assertThat(trie.put(change.prefix, change.value)).isEqualTo(scan.put(change.prefix, change.value));
                }
            }
        }
    }

    @Provide
    ListArbitrary<Change> changes() {
        Arbitrary<Prefix> few = Arbitraries.defaultFor(Prefix.class);
        return Combinators.combine(few, Arbitraries.integers().between(-5, 9))
                .as(Change::new)
                .list();
    }

    /** Changes within a handful of prefixes, so that most removals hit. */
    @Provide
    ListArbitrary<Change> crowded() {
        Arbitrary<Prefix> few = Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 5))
                .as((bits, length) -> new Prefix(IpAddress.ipv4(bits << 28), length));
        return Combinators.combine(few, Arbitraries.integers().between(-9, 9))
                .as(Change::new)
                .list()
                .ofMaxSize(60);
    }

    @Property
    void entriesAreThoseOfASortedMap(@ForAll("changes") List<Change> changes) {
        assertSame(new Pair(changes));
    }

    @Property
    void entriesAreThoseOfASortedMapWhereRemovalsHit(@ForAll("crowded") List<Change> changes) {
        assertSame(new Pair(changes));
    }

    private static void assertSame(Pair pair) {
        assertThat(pair.trie.entries()).isEqualTo(List.copyOf(pair.scan.entrySet()));
        assertThat(pair.trie.size()).isEqualTo(pair.scan.size());
        assertThat(pair.trie.isEmpty()).isEqualTo(pair.scan.isEmpty());
        pair.scan.forEach((prefix, value) -> assertThat(pair.trie.get(prefix)).isEqualTo(value));
    }

    @Property
    void longestMatchIsThatOfAScan(@ForAll("changes") List<Change> changes, @ForAll IpAddress address) {
        assertLongestMatch(new Pair(changes), address);
    }

    @Property
    void longestMatchIsThatOfAScanWhereRemovalsHit(@ForAll("crowded") List<Change> changes, @ForAll int address) {
        assertLongestMatch(new Pair(changes), IpAddress.ipv4(address));
    }

    private static void assertLongestMatch(Pair pair, IpAddress address) {
        Optional<Map.Entry<Prefix, Integer>> expected = pair.scan.entrySet().stream()
                .filter(entry -> entry.getKey().contains(address))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()));
        assertThat(pair.trie.longestMatch(address)).isEqualTo(expected);
    }

    @Property
    void coveringAreAllThatContainIt(@ForAll("changes") List<Change> changes, @ForAll Prefix prefix) {
        Pair pair = new Pair(changes);
        assertThat(pair.trie.covering(prefix))
                .isEqualTo(pair.scan.entrySet().stream()
                        .filter(entry -> entry.getKey().contains(prefix))
                        .toList());
    }

    @Property
    void coveredAreAllInside(@ForAll("changes") List<Change> changes, @ForAll Prefix prefix) {
        Pair pair = new Pair(changes);
        assertThat(pair.trie.covered(prefix))
                .isEqualTo(pair.scan.entrySet().stream()
                        .filter(entry -> prefix.contains(entry.getKey()))
                        .toList());
    }

    @Property
    void whatIsNotThereIsNotFound(@ForAll("crowded") List<Change> changes, @ForAll Prefix prefix) {
        Pair pair = new Pair(changes);
        assertThat(pair.trie.get(prefix)).isEqualTo(pair.scan.get(prefix));
    }

    @Test
    void aClearedMapIsEmptyAndUsable() {
        PrefixMap<String> map = new PrefixMap<>();
        map.put(Prefix.DEFAULT_IPV4, "default");
        map.put(Prefix.parse("2001:db8::/32"), "documentation");
        map.clear();
        assertThat(map.entries()).isEmpty();
        assertThat(map.longestMatch(IpAddress.parse("10.0.0.1"))).isEmpty();
        assertThat(map.put(Prefix.DEFAULT_IPV4, "again")).isNull();
    }

    @Test
    void theTwoFamiliesDoNotMeet() {
        PrefixMap<String> map = new PrefixMap<>();
        map.put(Prefix.DEFAULT_IPV4, "four");
        assertThat(map.longestMatch(IpAddress.parse("::1"))).isEmpty();
    }
}
