package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RouteTablePropertyTest {

    /** Puts a route in, or takes it out, and perhaps lets that take effect at once. */
    record Change(CandidateRoute route, boolean put, boolean commit) {}

    @Property(tries = 500)
    void changeByChangeComesToTheSameAsAllAtOnce(@ForAll("changes") List<Change> changes) {
        RouteTable stepwise = new RouteTable("r", TraceSink.NONE);
        Set<CandidateRoute> left = new LinkedHashSet<>();
        for (Change change : changes) {
            CandidateRoute route = change.route();
            left.removeIf(other -> other.prefix().equals(route.prefix())
                    && other.source() == route.source()
                    && other.origin().equals(route.origin()));
            if (change.put()) {
                stepwise.put(route);
                left.add(route);
            } else {
                stepwise.remove(route.prefix(), route.source(), route.origin());
            }
            if (change.commit()) {
                stepwise.commit(0);
            }
        }
        stepwise.commit(0);
        RouteTable atOnce = new RouteTable("r", TraceSink.NONE);
        left.forEach(atOnce::put);
        atOnce.commit(0);

        assertThat(stepwise.selected()).isEqualTo(atOnce.selected());
    }

    @Property(tries = 200)
    void everyNextHopThatIsUsedNamesItsLink(@ForAll("changes") List<Change> changes) {
        RouteTable table = new RouteTable("r", TraceSink.NONE);
        changes.forEach(change -> table.put(change.route()));
        table.commit(0);

        assertThat(table.selected()).allSatisfy(route -> assertThat(route.nextHops())
                .allSatisfy(hop -> assertThat(hop.link()).isPresent()));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(routes(), Arbitraries.of(true, true, false), Arbitraries.of(true, false))
                .as(Change::new)
                .list()
                .ofMaxSize(25);
    }

    private static Arbitrary<CandidateRoute> routes() {
        return Arbitraries.oneOf(connected(), over());
    }

    private static Arbitrary<CandidateRoute> connected() {
        return Combinators.combine(prefixes(), Arbitraries.of("left", "right"))
                .as((prefix, link) -> CandidateRoute.over(
                        prefix, RouteSource.CONNECTED, link, 0, ImmutableList.of(NextHop.onLink(link))));
    }

    private static Arbitrary<CandidateRoute> over() {
        return Combinators.combine(
                        prefixes(),
                        Arbitraries.of(RouteSource.STATIC, RouteSource.EBGP, RouteSource.IGP, RouteSource.FED),
                        Arbitraries.of("", "second"),
                        Arbitraries.of(0L, 10L),
                        addresses())
                .as((prefix, source, origin, metric, via) ->
                        CandidateRoute.over(prefix, source, origin, metric, ImmutableList.of(NextHop.via(via))));
    }

    /** Few and nested, so that they meet. */
    private static Arbitrary<Prefix> prefixes() {
        return Combinators.combine(addresses(), Arbitraries.of(8, 16, 24, 32)).as(Prefix::new);
    }

    private static Arbitrary<IpAddress> addresses() {
        return Arbitraries.of(Arrays.asList("10.0.0.1", "10.0.1.1", "10.1.0.1", "11.0.0.1"))
                .map(IpAddress::parse);
    }
}
