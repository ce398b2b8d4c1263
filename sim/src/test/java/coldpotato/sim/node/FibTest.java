package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import com.google.common.collect.ImmutableList;
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
import org.junit.jupiter.api.Test;

class FibTest {
    private static final Prefix TEN = Prefix.parse("10.0.0.0/8");

    private final Fib fib = new Fib("r", TraceSink.NONE);

    @Test
    void programsWhatIsDueAndNothingElse() {
        fib.schedule(List.of(change(TEN, "left")), 50);
        assertThat(fib.programDue(49).changed()).isEmpty();
        assertThat(fib.programDue(50).changed()).containsExactly(TEN);
        assertThat(link("10.1.1.1")).isEqualTo("left");
    }

    @Test
    void aLaterChangeOfAPrefixSupersedesOneThatWaits() {
        fib.schedule(List.of(change(TEN, "left")), 50);
        fib.schedule(List.of(change(TEN, "right")), 60);
        assertThat(fib.programDue(50).changed()).isEmpty();
        fib.programDue(60);
        assertThat(link("10.1.1.1")).isEqualTo("right");
    }

    @Test
    void reportsNoChangeWhenTheEntryStaysAsItWas() {
        fib.schedule(List.of(change(TEN, "left")), 50);
        fib.programDue(50);
        fib.schedule(List.of(change(TEN, "left")), 100);
        assertThat(fib.programDue(100).changed()).isEmpty();
    }

    @Test
    void tellsWhatHasCaughtUpEvenIfItStayedAsItWas() {
        fib.schedule(List.of(change(TEN, "left")), 50);
        fib.programDue(50);
        fib.schedule(List.of(change(TEN, "right")), 90);
        fib.schedule(List.of(change(TEN, "left")), 100);
        assertThat(fib.programDue(90).prefixes()).isEmpty();
        assertThat(fib.isPending(TEN)).isTrue();
        assertThat(fib.programDue(100).prefixes()).containsExactly(TEN);
        assertThat(fib.isPending(TEN)).isFalse();
    }

    @Test
    void removesAnEntryWhoseRouteIsGone() {
        fib.schedule(List.of(change(TEN, "left")), 50);
        fib.programDue(50);
        fib.schedule(List.of(new RouteChange(TEN, Optional.empty(), Optional.empty(), 0)), 100);
        assertThat(fib.programDue(100).changed()).containsExactly(TEN);
        assertThat(fib.lookup(IpAddress.parse("10.1.1.1"))).isEmpty();
    }

    @Property
    void looksUpWhatAScanFinds(@ForAll("prefixes") List<Prefix> prefixes, @ForAll("addresses") IpAddress address) {
        Fib fib = new Fib("r", TraceSink.NONE);
        Map<Prefix, String> slow = new TreeMap<>();
        for (int i = 0; i < prefixes.size(); i++) {
            slow.put(prefixes.get(i), "link" + i);
            fib.schedule(List.of(change(prefixes.get(i), "link" + i)), i);
            fib.programDue(i);
        }
        Optional<Prefix> longest = slow.keySet().stream()
                .filter(prefix -> prefix.contains(address))
                .max(Comparator.comparingInt(Prefix::length));

        assertThat(fib.lookup(address).map(FibEntry::prefix)).isEqualTo(longest);
        assertThat(fib.lookup(address).map(entry -> link(entry))).isEqualTo(longest.map(slow::get));
    }

    @Provide
    Arbitrary<List<Prefix>> prefixes() {
        return Combinators.combine(addresses(), Arbitraries.integers().between(0, 32))
                .as(Prefix::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<IpAddress> addresses() {
        return Arbitraries.integers().between(0, 255).map(bits -> IpAddress.ipv4(0x0a00_0000 + (bits << 20) + bits));
    }

    private String link(String address) {
        return link(fib.lookup(IpAddress.parse(address)).orElseThrow());
    }

    private static String link(FibEntry entry) {
        return entry.nextHops().get(0).link().orElseThrow();
    }

    private static RouteChange change(Prefix prefix, String link) {
        SelectedRoute route = new SelectedRoute(
                prefix, RouteSource.STATIC, 1, 0, RouteAction.FORWARD, ImmutableList.of(NextHop.onLink(link)));
        return new RouteChange(prefix, Optional.empty(), Optional.of(route), 0);
    }
}
