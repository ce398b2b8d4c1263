package coldpotato.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

class PrefixTableTest {
    private static final class Row extends PrefixRow {
        Row(Prefix prefix) {
            super(prefix);
        }
    }

    private PrefixTable<Row> table;
    private Map<Prefix, Row> model;

    @BeforeTry
    void emptyTable() {
        table = new PrefixTable<>();
        model = new TreeMap<>();
    }

    /** Puts in a prefix that is not there, takes out one that is. */
    private void toggle(Prefix prefix) {
        Row row = table.get(prefix);
        assertThat(row).isSameAs(model.get(prefix));
        if (row == null) {
            model.put(prefix, new Row(prefix));
            table.add(model.get(prefix));
        } else {
            table.remove(model.remove(prefix));
        }
    }

    @Property
    void holdsWhatAMapHolds(@ForAll("prefixes") List<Prefix> toggled) {
        toggled.forEach(this::toggle);
        assertThat(table.size()).isEqualTo(model.size());
        assertThat(table.inOrder()).containsExactlyElementsOf(model.values());
        toggled.forEach(prefix -> assertThat(table.get(prefix)).isSameAs(model.get(prefix)));
    }

    @Property
    void everyRowKeepsItsNumberAndNoTwoShareOne(@ForAll("prefixes") List<Prefix> toggled) {
        Map<Row, Integer> numbers = new IdentityHashMap<>();
        for (Prefix prefix : toggled) {
            toggle(prefix);
            numbers.keySet().retainAll(new ArrayList<>(model.values()));
            model.values().forEach(row -> assertThat(numbers.putIfAbsent(row, row.number))
                    .isIn(null, row.number));
        }
        assertThat(new HashSet<>(numbers.values())).hasSize(model.size());
        model.values().forEach(row -> assertThat(table.at(row.number)).isSameAs(row));
    }

    @Property
    void aQueueGivesRowsInPrefixOrderSomeAtATime(@ForAll("prefixes") List<Prefix> prefixes) {
        PrefixQueue<Row> queue = new PrefixQueue<>();
        List<Prefix> taken = new ArrayList<>();
        List<Prefix> distinct = prefixes.stream().distinct().toList();
        distinct.forEach(prefix -> queue.add(new Row(prefix)));
        while (!queue.isEmpty()) {
            queue.take(3).forEach(row -> taken.add(row.prefix));
        }
        assertThat(taken).containsExactlyElementsOf(distinct.stream().sorted().toList());
    }

    @Provide
    Arbitrary<List<Prefix>> prefixes() {
        Arbitrary<Prefix> ipv4 = Arbitraries.integers()
                .between(0, 40)
                .map(n -> new Prefix(IpAddress.ipv4(n << 20), n % 3 == 0 ? 12 : 24));
        Arbitrary<Prefix> ipv6 =
                Arbitraries.integers().between(0, 20).map(n -> new Prefix(IpAddress.ipv6((long) n << 40, 0), 48));
        return Arbitraries.oneOf(ipv4, ipv6).list().ofMaxSize(200);
    }
}
