package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.Decision;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.PathSource;
import coldpotato.core.azure.VirtualHub.RoutingPreference;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.LargeCommunity;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The columns of the document's table, against a slow reading of them. */
class HubPreferenceTest {

    /** A candidate as the document speaks of it. */
    private record Route(boolean remote, boolean vpn, int length, boolean secured) {
        private Path path(int number) {
            ImmutableList.Builder<LargeCommunity> marks = ImmutableList.<LargeCommunity>builder()
                    .add(remote ? Marks.REMOTE : Marks.LOCAL)
                    .add(vpn ? Marks.VPN : Marks.EXPRESSROUTE);
            if (remote && secured) {
                marks.add(Marks.SECURED);
            }
            IpAddress address = IpAddress.ipv4(0x0a00_0000 + number);
            PathAttributes attributes = PathAttributes.builder(address)
                    .asPath(AsPath.EMPTY.prepend(65010, length))
                    .largeCommunities(marks.build())
                    .build();
            PathSource source = new PathSource(
                    "route" + number, PathSource.Kind.IBGP, address, 65515, address, true, vpn ? "vpn" : "er");
            return new Path(
                    Prefix.parse("10.61.0.0/16"),
                    attributes,
                    attributes,
                    source,
                    0,
                    Path.Admission.ACCEPTED,
                    "accept",
                    1);
        }
    }

    private static final Route LOCAL_VPN = new Route(false, true, 1, false);
    private static final Route LOCAL_ER = new Route(false, false, 1, false);
    private static final Route REMOTE_VPN = new Route(true, true, 1, false);
    private static final Route REMOTE_ER = new Route(true, false, 1, false);

    @Property
    void choosesAsTheDocumentSays(
            @ForAll RoutingPreference preference, @ForAll("routes") List<Route> routes, @ForAll boolean last) {
        List<Route> left = new java.util.ArrayList<>(routes);
        boolean securedExists = left.stream().anyMatch(route -> route.remote() && route.secured());
        left.removeIf(route -> securedExists && route.remote() && !route.secured());
        switch (preference) {
            case EXPRESSROUTE -> {
                keep(left, route -> !route.remote());
                keep(left, route -> route.vpn() == route.remote());
                shortest(left);
            }
            case VPN -> {
                keep(left, route -> !route.remote());
                keep(left, Route::vpn);
                shortest(left);
            }
            case AS_PATH -> {
                keep(left, route -> !last || !route.remote() || route.vpn());
                shortest(left);
                keep(left, route -> !route.remote());
                keep(left, route -> route.vpn() == route.remote());
            }
        }

        assertThat(chosen(new HubPreference(preference, true, last), routes)).containsExactlyInAnyOrderElementsOf(left);
    }

    @Test
    void localExpressRouteBeatsLocalVpnYetRemoteVpnBeatsRemoteExpressRoute() {
        HubPreference preference = new HubPreference(RoutingPreference.EXPRESSROUTE, false, false);

        assertThat(chosen(preference, List.of(LOCAL_VPN, LOCAL_ER, REMOTE_VPN, REMOTE_ER)))
                .containsExactly(LOCAL_ER);
        assertThat(chosen(preference, List.of(REMOTE_VPN, REMOTE_ER))).containsExactly(REMOTE_VPN);
    }

    @Test
    void vpnThatSteppedInStaysUnlessItIsLonger() {
        assertThat(afterOutage(1)).isEqualTo("route1");
        assertThat(afterOutage(2)).isEqualTo("route0");
    }

    private static String afterOutage(int vpnLength) {
        HubPreference preference = new HubPreference(RoutingPreference.EXPRESSROUTE, true, false);
        Path er = LOCAL_ER.path(0);
        Path vpn = new Route(false, true, vpnLength, false).path(1);
        Decision decision = Decision.NONE;
        for (Path[] standing : new Path[][] {{vpn}, {er, vpn}, {vpn}, {er, vpn}}) {
            decision = preference.process().decide(standing, decision, nextHop -> 0);
        }
        return decision.best().orElseThrow().source().session();
    }

    private static void keep(List<Route> routes, Predicate<Route> preferred) {
        if (routes.stream().anyMatch(preferred)) {
            routes.removeIf(preferred.negate());
        }
    }

    private static void shortest(List<Route> routes) {
        ToIntFunction<Route> length = Route::length;
        int shortest = new TreeSet<>(routes.stream().mapToInt(length).boxed().toList()).first();
        routes.removeIf(route -> route.length() > shortest);
    }

    private static List<Route> chosen(HubPreference preference, List<Route> routes) {
        Path[] paths = new Path[routes.size()];
        Arrays.setAll(paths, i -> routes.get(i).path(i));
        return preference.process().decide(paths, Decision.NONE, nextHop -> 0).multipath().stream()
                .map(path -> routes.get(Integer.parseInt(path.source().session().substring("route".length()))))
                .collect(Collectors.toList());
    }

    @Provide
    Arbitrary<List<Route>> routes() {
        Arbitrary<Boolean> either = Arbitraries.of(false, true);
        return Combinators.combine(either, either, Arbitraries.integers().between(1, 3), either)
                .as(Route::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
