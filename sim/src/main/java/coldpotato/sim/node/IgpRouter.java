package coldpotato.sim.node;

import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Simulation;
import coldpotato.sim.engine.Wakeup;
import coldpotato.sim.node.Spf.Reach;
import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One router's part in an {@link Igp}: its database, and the routes it made of it. */
final class IgpRouter {
    private final Router router;
    private final Igp domain;
    private final TraceSink trace;
    private final long spfDelayNanos;
    private final Wakeup spf;
    private final SortedMap<String, LinkState> database = new TreeMap<>();
    private final Map<Prefix, CandidateRoute> routes = new TreeMap<>();
    // Goes on over reboots, as a router goes on from the edition that its neighbours still have (RFC 2328 section
    // 13.4).
    private long sequence;
    private long cause;

    IgpRouter(Router router, Igp domain, Simulation simulation, TraceSink trace, long spfDelayNanos) {
        this.router = router;
        this.domain = domain;
        this.trace = trace;
        this.spfDelayNanos = spfDelayNanos;
        spf = simulation.wakeup(router.name(), this::runSpf);
    }

    Router router() {
        return router;
    }

    void start(long nowNanos) {
        advertise(nowNanos);
    }

    void stop() {
        spf.cancel();
        database.clear();
        routes.clear();
    }

    /** Tells all others what it has now, if that is news. */
    void advertise(long nowNanos) {
        if (!router.isRunning()) {
            return;
        }
        LinkState own =
                new LinkState(router.name(), sequence + 1, domain.adjacencies(router.name()), domain.stubs(router));
        LinkState before = database.get(router.name());
        boolean news = before == null
                || !before.adjacencies().equals(own.adjacencies())
                || !before.stubs().equals(own.stubs());
        if (news) {
            sequence++;
            receive(nowNanos, own, "");
        }
    }

    /** An edition of somebody's link state arrives; if it is news, all neighbours but the one that told it hear of it. */
    void receive(long nowNanos, LinkState state, String link) {
        if (router.isRunning() && !link.isEmpty() && state.node().equals(router.name())) {
            outlive(nowNanos, state);
        } else if (router.isRunning() && state.isNewerThan(database.get(state.node()))) {
            database.put(state.node(), state);
            domain.flood(state, router.name(), link);
            if (!spf.isSet()) {
                cause = trace.cause();
                spf.moveTo(nowNanos + spfDelayNanos);
            }
        }
    }

    /** Others still have an edition of a former router of this name: it is outbid (RFC 2328 section 13.4). */
    private void outlive(long nowNanos, LinkState former) {
        LinkState own = database.get(router.name());
        if (former.sequence() >= sequence && !former.equals(own)) {
            sequence = former.sequence();
            database.remove(router.name());
            advertise(nowNanos);
        }
    }

    /** What it knows of each router, sorted by name. */
    ImmutableList<LinkState> database() {
        return ImmutableList.copyOf(database.values());
    }

    private void runSpf(long nowNanos) {
        trace.because(cause);
        SortedMap<Prefix, CandidateRoute> computed = new TreeMap<>();
        Spf.prefixes(router.name(), database)
                .forEach((prefix, reach) -> route(prefix, reach).ifPresent(route -> computed.put(prefix, route)));
        router.changeRoutes(nowNanos, table -> {
            routes.keySet().stream()
                    .filter(prefix -> !computed.containsKey(prefix))
                    .forEach(prefix -> table.remove(prefix, RouteSource.IGP, ""));
            computed.values().stream()
                    .filter(route -> !route.equals(routes.get(route.prefix())))
                    .forEach(table::put);
        });
        routes.clear();
        routes.putAll(computed);
    }

    /** Empty if no neighbour on the way has an address of the prefix's family. */
    private Optional<CandidateRoute> route(Prefix prefix, Reach reach) {
        ImmutableList.Builder<NextHop> nextHops = ImmutableList.builder();
        for (String link : reach.links()) {
            String neighbour = router.onLink(link).link().otherEnd(router.name());
            domain.router(neighbour)
                    .router()
                    .onLink(link)
                    .address(prefix.family())
                    .ifPresent(address -> nextHops.add(NextHop.via(link, address)));
        }
        ImmutableList<NextHop> found = nextHops.build();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(CandidateRoute.over(prefix, RouteSource.IGP, "", reach.cost(), found));
    }
}
