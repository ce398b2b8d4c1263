package coldpotato.sim.node;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.bgp.rib.NextHopCosts;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.net.PrefixMap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The next hops that are given as addresses, each resolved to links once for all routes that use it. An answer is always
 * worked out from the candidates, never from other answers, so that two static routes cannot keep each other alive.
 */
final class NextHopTable {
    /** The cost of an address to which there is no way. */
    static final long UNREACHABLE = NextHopCosts.UNREACHABLE;

    /** How many routes may stand between a next hop and a link; static routes that lead in a circle end here. */
    static final int RECURSION_MAX = 8;

    /** A route that uses a next hop. */
    record Dependent(Prefix prefix, RouteSource source) {}

    private record Resolution(ImmutableList<NextHop> nextHops, long cost) {
        static final Resolution NONE = new Resolution(ImmutableList.of(), UNREACHABLE);
    }

    private static final class Tracked {
        Resolution resolution;
        int watchers;
        final Map<Dependent, Integer> dependents = new LinkedHashMap<>();
    }

    private final Function<IpAddress, List<CandidateRoute>> underlay;
    private final PrefixMap<Tracked> tracked = new PrefixMap<>();
    /** Resolved while changes were still coming in, so to be looked at again when all are there. */
    private final Set<Prefix> fresh = new LinkedHashSet<>();

    private final Map<IpAddress, Long> changes = new TreeMap<>();

    /** @param underlay candidates through which an address may be resolved, the one to be tried first in front */
    NextHopTable(Function<IpAddress, List<CandidateRoute>> underlay) {
        this.underlay = underlay;
    }

    void use(CandidateRoute route) {
        Dependent dependent = new Dependent(route.prefix(), route.source());
        for (NextHop nextHop : unresolved(route)) {
            track(nextHop.address().orElseThrow()).dependents.merge(dependent, 1, Integer::sum);
        }
    }

    void release(CandidateRoute route) {
        Dependent dependent = new Dependent(route.prefix(), route.source());
        for (NextHop nextHop : unresolved(route)) {
            IpAddress address = nextHop.address().orElseThrow();
            Tracked entry = tracked.get(Prefix.host(address));
            entry.dependents.merge(dependent, -1, (a, b) -> a + b == 0 ? null : a + b);
            forgetIfUnused(address, entry);
        }
    }

    long watch(IpAddress address) {
        Tracked entry = track(address);
        entry.watchers++;
        return entry.resolution.cost();
    }

    void unwatch(IpAddress address) {
        Tracked entry = tracked.get(Prefix.host(address));
        checkState(entry != null && entry.watchers > 0, "%s is not tracked", address);
        entry.watchers--;
        if (entry.watchers == 0) {
            changes.remove(address);
        }
        forgetIfUnused(address, entry);
    }

    /**
     * Resolves the next hops inside a prefix anew; the routes over those that came out otherwise, and all routes through
     * which others may be resolved: their answer may stay while one that leads over them changes.
     */
    Set<Dependent> refresh(Prefix prefix) {
        Set<Dependent> affected = new LinkedHashSet<>();
        for (Map.Entry<Prefix, Tracked> each : tracked.covered(prefix)) {
            IpAddress address = each.getKey().address();
            Tracked entry = each.getValue();
            Resolution before = entry.resolution;
            entry.resolution = resolve(address, 0);
            boolean changed = !entry.resolution.equals(before);
            entry.dependents.keySet().stream()
                    .filter(dependent -> changed || !dependent.source().isLearnedByBgp())
                    .forEach(affected::add);
            if (entry.watchers > 0 && entry.resolution.cost() != before.cost()) {
                changes.put(address, entry.resolution.cost());
            }
        }
        return affected;
    }

    ImmutableList<Prefix> takeFresh() {
        ImmutableList<Prefix> taken = ImmutableList.copyOf(fresh);
        fresh.clear();
        return taken;
    }

    ImmutableMap<IpAddress, Long> takeChanges() {
        ImmutableMap<IpAddress, Long> taken = ImmutableMap.copyOf(changes);
        changes.clear();
        return taken;
    }

    /** The links and neighbours that a route leads to; empty if none can be reached. */
    List<NextHop> resolved(CandidateRoute route) {
        return spread(
                route, address -> tracked.get(Prefix.host(address)).resolution.nextHops());
    }

    private static List<NextHop> spread(CandidateRoute route, Function<IpAddress, List<NextHop>> resolver) {
        List<NextHop> found = new ArrayList<>();
        for (NextHop nextHop : route.nextHops()) {
            found.addAll(
                    nextHop.link().isPresent()
                            ? List.of(nextHop)
                            : resolver.apply(nextHop.address().orElseThrow()));
            if (route.inOrder() && !found.isEmpty()) {
                break;
            }
        }
        return found;
    }

    private Resolution resolve(IpAddress address, int depth) {
        if (depth > RECURSION_MAX) {
            return Resolution.NONE;
        }
        CandidateRoute best = null;
        Set<NextHop> hops = new LinkedHashSet<>();
        for (CandidateRoute route : underlay.apply(address)) {
            if (best != null && !(route.prefix().equals(best.prefix()) && route.ranksWith(best))) {
                break;
            }
            if (route.action() != RouteAction.FORWARD) {
                return Resolution.NONE;
            }
            spread(route, via -> resolve(via, depth + 1).nextHops()).forEach(hop -> hops.add(hop.orAddress(address)));
            best = hops.isEmpty() ? best : route;
        }
        return best == null ? Resolution.NONE : new Resolution(ImmutableList.copyOf(hops), best.metric());
    }

    private Tracked track(IpAddress address) {
        Tracked entry = tracked.get(Prefix.host(address));
        if (entry == null) {
            entry = new Tracked();
            entry.resolution = resolve(address, 0);
            tracked.put(Prefix.host(address), entry);
            fresh.add(Prefix.host(address));
        }
        return entry;
    }

    private void forgetIfUnused(IpAddress address, Tracked entry) {
        if (entry.watchers == 0 && entry.dependents.isEmpty()) {
            tracked.remove(Prefix.host(address));
        }
    }

    private static List<NextHop> unresolved(CandidateRoute route) {
        return route.nextHops().stream().filter(hop -> hop.link().isEmpty()).toList();
    }
}
