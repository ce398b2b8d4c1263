package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private static final Prefix TEN = Prefix.parse("10.0.0.0/8");
    private static final IpAddress NEIGHBOUR = IpAddress.parse("192.0.2.1");
    private static final IpAddress OTHER = IpAddress.parse("198.51.100.1");

    private final Trace trace = Trace.ofChanges();
    private final RouteTable table = new RouteTable("r", trace);

    @Test
    void prefersTheLowerDistance() {
        connect("left", "192.0.2.0/30");
        put(TEN, RouteSource.IBGP, NEIGHBOUR);
        put(TEN, RouteSource.STATIC, NEIGHBOUR);

        assertThat(used(TEN)).isEqualTo("static 192.0.2.1 on left");
    }

    @Test
    void ignoresARouteWhoseNextHopCannotBeReached() {
        connect("left", "192.0.2.0/30");
        put(TEN, RouteSource.IBGP, NEIGHBOUR);
        put(TEN, RouteSource.EBGP, OTHER);

        assertThat(used(TEN)).isEqualTo("ibgp 192.0.2.1 on left");
    }

    @Test
    void turnsToTheNextBestWhenTheInterfaceOfTheBestIsGone() {
        connect("left", "192.0.2.0/30");
        connect("right", "198.51.100.0/30");
        put(TEN, RouteSource.EBGP, NEIGHBOUR);
        put(TEN, RouteSource.IBGP, OTHER);
        table.commit(0);

        table.remove(Prefix.parse("192.0.2.0/30"), RouteSource.CONNECTED, "left");
        assertThat(used(TEN)).isEqualTo("ibgp 198.51.100.1 on right");
    }

    @Test
    void sharesOverAllNextHopsOfEqualRoutes() {
        connect("left", "192.0.2.0/30");
        connect("right", "198.51.100.0/30");
        table.put(CandidateRoute.over(TEN, RouteSource.FED, "feed1", 0, vias(NEIGHBOUR)));
        table.put(CandidateRoute.over(TEN, RouteSource.FED, "feed2", 0, vias(OTHER)));

        assertThat(used(TEN)).isEqualTo("fed 192.0.2.1 on left, 198.51.100.1 on right");
    }

    @Test
    void usesTheFirstReachableNextHopOfARouteInOrder() {
        connect("left", "192.0.2.0/30");
        connect("right", "198.51.100.0/30");
        table.put(CandidateRoute.of(new StaticRoute(TEN, ImmutableList.of(OTHER, NEIGHBOUR), true, 1), 0));
        assertThat(used(TEN)).isEqualTo("static 198.51.100.1 on right");

        table.remove(Prefix.parse("198.51.100.0/30"), RouteSource.CONNECTED, "right");
        assertThat(used(TEN)).isEqualTo("static 192.0.2.1 on left");
    }

    @Test
    void resolvesABgpNextHopOverTheIgp() {
        IpAddress loopback = IpAddress.parse("203.0.113.9");
        table.put(CandidateRoute.over(
                Prefix.host(loopback),
                RouteSource.IGP,
                "",
                20,
                ImmutableList.of(NextHop.via("left", NEIGHBOUR), NextHop.via("right", OTHER))));
        put(TEN, RouteSource.IBGP, loopback);

        assertThat(used(TEN)).isEqualTo("ibgp 192.0.2.1 on left, 198.51.100.1 on right");
        assertThat(table.track(loopback)).isEqualTo(20);
    }

    @Test
    void resolvesNoNextHopOverBgpOrADefaultRoute() {
        connect("left", "192.0.2.0/30");
        put(Prefix.parse("198.51.100.0/24"), RouteSource.EBGP, NEIGHBOUR);
        put(Prefix.DEFAULT_IPV4, RouteSource.STATIC, NEIGHBOUR);
        put(TEN, RouteSource.IBGP, OTHER);

        assertThat(used(TEN)).isEqualTo("none");
        assertThat(table.track(OTHER)).isEqualTo(NextHopTable.UNREACHABLE);
    }

    @Test
    void resolvesNoNextHopOverANullRoute() {
        connect("left", "198.51.0.0/16");
        table.put(CandidateRoute.ending(Prefix.parse("198.51.100.0/24"), RouteSource.STATIC, "0", RouteAction.DISCARD));
        put(TEN, RouteSource.EBGP, OTHER);

        assertThat(used(TEN)).isEqualTo("none");
    }

    @Test
    void staticRoutesThatLeadInACircleDoNotKeepEachOtherAlive() {
        connect("left", "192.0.2.0/30");
        put(Prefix.parse("198.51.100.0/24"), RouteSource.STATIC, IpAddress.parse("203.0.113.1"));
        put(Prefix.parse("203.0.113.0/24"), RouteSource.STATIC, OTHER);
        put(Prefix.parse("203.0.113.1/32"), RouteSource.STATIC, NEIGHBOUR);
        assertThat(used(Prefix.parse("203.0.113.0/24"))).isEqualTo("static 192.0.2.1 on left");

        table.remove(Prefix.parse("203.0.113.1/32"), RouteSource.STATIC, "");
        assertThat(used(Prefix.parse("203.0.113.0/24"))).isEqualTo("none");
        assertThat(used(Prefix.parse("198.51.100.0/24"))).isEqualTo("none");
    }

    @Test
    void aPinHidesWhatBgpLearnedInsideItsPrefixUntilItIsTakenAway() {
        Prefix inside = Prefix.parse("10.20.1.0/24");
        connect("left", "192.0.2.0/30");
        put(inside, RouteSource.FED, NEIGHBOUR);
        put(Prefix.parse("10.20.2.0/24"), RouteSource.USER_DEFINED, NEIGHBOUR);
        table.pin(Prefix.parse("10.20.0.0/16"));

        assertThat(used(inside)).isEqualTo("none");
        assertThat(used(Prefix.parse("10.20.2.0/24"))).isEqualTo("user-defined 192.0.2.1 on left");
        table.unpin(Prefix.parse("10.20.0.0/16"));
        assertThat(used(inside)).isEqualTo("fed 192.0.2.1 on left");
    }

    @Test
    void reportsTheNewCostOfTrackedNextHopsOnly() {
        table.track(NEIGHBOUR);
        connect("left", "192.0.2.0/30");
        connect("right", "198.51.100.0/30");
        table.commit(0);

        assertThat(table.takeNextHopChanges()).isEqualTo(ImmutableMap.of(NEIGHBOUR, 0L));
        assertThat(table.takeNextHopChanges()).isEmpty();
    }

    @Test
    void aRouteThatComesAndGoesBetweenTwoCommitsIsNoChange() {
        connect("left", "192.0.2.0/30");
        table.commit(0);
        put(TEN, RouteSource.STATIC, NEIGHBOUR);
        table.remove(TEN, RouteSource.STATIC, "");

        assertThat(table.commit(0)).isEmpty();
    }

    @Test
    void eachChangeIsTracedWithItsOwnCause() {
        connect("left", "192.0.2.0/30");
        table.commit(0);
        trace.because(41);
        put(TEN, RouteSource.STATIC, NEIGHBOUR);
        trace.because(42);
        put(Prefix.parse("11.0.0.0/8"), RouteSource.STATIC, NEIGHBOUR);
        table.commit(0);

        assertThat(trace.events().stream()
                        .filter(event -> event.kind() == TraceKind.ROUTE_CHANGED && event.cause() > 0)
                        .map(event -> event.field("prefix") + " because " + event.cause()))
                .containsExactly("10.0.0.0/8 because 41", "11.0.0.0/8 because 42");
    }

    private void connect(String link, String subnet) {
        table.put(CandidateRoute.over(
                Prefix.parse(subnet), RouteSource.CONNECTED, link, 0, ImmutableList.of(NextHop.onLink(link))));
    }

    private void put(Prefix prefix, RouteSource source, IpAddress nextHop) {
        table.put(CandidateRoute.over(prefix, source, "", 0, vias(nextHop)));
    }

    private static ImmutableList<NextHop> vias(IpAddress... addresses) {
        return Stream.of(addresses).map(NextHop::via).collect(ImmutableList.toImmutableList());
    }

    private String used(Prefix prefix) {
        table.commit(0);
        return table.selected(prefix)
                .map(route -> route.source().text() + " " + route.target())
                .orElse("none");
    }
}
