package coldpotato.sim.node;

import coldpotato.bgp.rib.Decision;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Simulation;
import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.TreeMap;

/**
 * Programs the best BGP routes of one node into the routing table of another, some time after each change: a gateway and
 * its subnets, a route server that is never on the data path. Of several feeds for the same prefix those of the lowest metric
 * are used, side by side if they are alike. The receiver need not speak BGP nor be a neighbour; the feed needs no link. What is
 * programmed belongs to the place where the receiver stands, not to its memory: it has it again as soon as it runs again.
 */
public final class RouteFeed implements RouterListener {
    private final String name;
    private final BgpRouter from;
    private final Router to;
    private final FeedTerms terms;
    private final Simulation simulation;
    private final TraceSink trace;
    /** What is fed now, or will be when the delay is over, with where the receiver sends. */
    private final Map<Prefix, Fed> fed = new TreeMap<>();
    /** What has been programmed, whether the receiver runs or not. */
    private final Map<Prefix, Fed> programmed = new TreeMap<>();

    private record Fed(ImmutableList<NextHop> nextHops, long metric) {
        static final Fed NOTHING = new Fed(ImmutableList.of(), 0);

        boolean isNothing() {
            return nextHops.isEmpty();
        }
    }

    /** @param name unique at the receiver */
    RouteFeed(Network network, String name, BgpRouter from, Router to, FeedTerms terms) {
        this.name = name;
        this.from = from;
        this.to = to;
        this.terms = terms;
        this.simulation = network.simulation();
        this.trace = network.trace();
        from.addFeed(this);
        from.router().addListener(this);
        to.addListener(this);
        from.eachDecision(
                (prefix, decision) -> changed(simulation.nowNanos(), prefix, decision, from.isInstalled(prefix)));
    }

    public String name() {
        return name;
    }

    /** Prefixes that are fed now, or will be when the delay is over. */
    public ImmutableList<Prefix> prefixes() {
        return ImmutableList.copyOf(fed.keySet());
    }

    /**
     * The feeding node decided anew about a prefix, or forwards now by what it decided. What leads through it is fed when it
     * forwards; what does not, and what is taken back, at once.
     */
    void changed(long nowNanos, Prefix prefix, Decision decision, boolean installed) {
        ImmutableList<NextHop> nextHops = terms.nextHops(decision);
        if (!installed && terms.nextHop().isPresent() && !nextHops.isEmpty()) {
            return;
        }
        Fed now = nextHops.isEmpty() ? Fed.NOTHING : new Fed(nextHops, terms.metric(decision));
        Fed before = now.isNothing() ? fed.remove(prefix) : fed.put(prefix, now);
        if (!now.equals(before == null ? Fed.NOTHING : before)) {
            program(nowNanos, ImmutableList.of(prefix), now);
        }
    }

    @Override
    public void started(long nowNanos, Router router) {
        if (router == to && !programmed.isEmpty()) {
            to.changeRoutes(nowNanos, table -> programmed.forEach((prefix, now) -> put(table, prefix, now)));
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
        program(nowNanos, gone, Fed.NOTHING);
    }

    private void put(RouteTable table, Prefix prefix, Fed now) {
        if (now.isNothing()) {
            table.remove(prefix, RouteSource.FED, name);
        } else {
            table.put(route(prefix, now));
        }
    }

    /** What leads back to the receiver alone leads nowhere, though it hides every other route that it has for the prefix. */
    private CandidateRoute route(Prefix prefix, Fed now) {
        boolean back = now.nextHops().stream()
                .allMatch(hop -> hop.address().filter(to::has).isPresent());
        return back
                ? CandidateRoute.discarding(prefix, RouteSource.FED, name, now.metric())
                : CandidateRoute.over(prefix, RouteSource.FED, name, now.metric(), now.nextHops());
    }

    private void program(long nowNanos, ImmutableList<Prefix> prefixes, Fed now) {
        long cause = trace.cause();
        simulation.schedule(nowNanos + terms.delayNanos(), to.name(), due -> {
            trace.because(cause);
            prefixes.forEach(prefix -> note(prefix, now));
            to.changeRoutes(due, table -> prefixes.forEach(prefix -> put(table, prefix, now)));
        });
    }

    private void note(Prefix prefix, Fed now) {
        if (now.isNothing()) {
            programmed.remove(prefix);
        } else {
            programmed.put(prefix, now);
        }
    }
}
