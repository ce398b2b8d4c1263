package coldpotato.sim.node;

import coldpotato.bgp.rib.Path;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Simulation;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Programs the best BGP routes of one node into the routing table of another, some time after each change: a gateway and
 * its subnets, a route server that is never on the data path. Routes of several feeds for the same prefix are used side by
 * side. The receiver speaks no BGP for it and need not be a neighbour; the feed needs no link.
 */
public final class RouteFeed implements RouterListener {
    private final String name;
    private final BgpRouter from;
    private final Router to;
    private final IpAddress nextHop;
    private final long delayNanos;
    private final Predicate<Path> filter;
    private final Simulation simulation;
    private final TraceSink trace;
    private final Set<Prefix> fed = new TreeSet<>();

    /**
     * @param name unique at the receiver
     * @param nextHop where the receiver sends, usually an address of the feeding node
     * @param delayNanos from a change at the one to the change of the other's routing table
     * @param filter which of the best routes are fed; routes that the node originates itself never are
     */
    RouteFeed(
            Network network,
            String name,
            BgpRouter from,
            Router to,
            IpAddress nextHop,
            long delayNanos,
            Predicate<Path> filter) {
        this.name = name;
        this.from = from;
        this.to = to;
        this.nextHop = nextHop;
        this.delayNanos = delayNanos;
        this.filter = filter;
        this.simulation = network.simulation();
        this.trace = network.trace();
        from.addFeed(this);
        from.router().addListener(this);
        to.addListener(this);
        from.eachBest(path -> changed(simulation.nowNanos(), path.prefix(), Optional.of(path)));
    }

    public String name() {
        return name;
    }

    /** Prefixes that are fed now, or will be when the delay is over. */
    public ImmutableList<Prefix> prefixes() {
        return ImmutableList.copyOf(fed);
    }

    /** The feeding node decided on another best path. */
    void changed(long nowNanos, Prefix prefix, Optional<Path> best) {
        boolean feeds =
                best.filter(path -> !path.source().isLocal()).filter(filter).isPresent();
        boolean news = feeds ? fed.add(prefix) : fed.remove(prefix);
        if (news) {
            program(nowNanos, table -> put(table, prefix, feeds));
        }
    }

    @Override
    public void started(long nowNanos, Router router) {
        if (router == to && !fed.isEmpty()) {
            program(nowNanos, table -> fed.forEach(prefix -> put(table, prefix, true)));
        }
    }

    @Override
    public void stopped(long nowNanos, Router router) {
        if (router == from.router()) {
            takeBack(nowNanos);
        }
    }

    void end() {
        from.removeFeed(this);
        from.router().removeListener(this);
        to.removeListener(this);
        takeBack(simulation.nowNanos());
    }

    private void takeBack(long nowNanos) {
        ImmutableList<Prefix> gone = prefixes();
        fed.clear();
        program(nowNanos, table -> gone.forEach(prefix -> put(table, prefix, false)));
    }

    private void put(RouteTable table, Prefix prefix, boolean feeds) {
        if (feeds) {
            table.put(CandidateRoute.over(prefix, RouteSource.FED, name, 0, ImmutableList.of(NextHop.via(nextHop))));
        } else {
            table.remove(prefix, RouteSource.FED, name);
        }
    }

    private void program(long nowNanos, Consumer<RouteTable> changes) {
        long cause = trace.cause();
        simulation.schedule(nowNanos + delayNanos, to.name(), now -> {
            trace.because(cause);
            to.changeRoutes(now, changes);
        });
    }
}
