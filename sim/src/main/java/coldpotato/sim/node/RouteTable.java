package coldpotato.sim.node;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.net.PrefixMap;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The routing table of one router: for each prefix the candidates, and which of them is used. The best group of
 * candidates (distance, source, metric) of which a next hop can be reached wins, and all its next hops are shared.
 *
 * <p>Next hops are resolved through routes that BGP did not learn, and not through a default route: otherwise a default
 * learned by BGP would make every dead next hop look alive.
 *
 * <p>Changes are collected by {@link #put}, {@link #remove}, {@link #pin} and {@link #unpin}, and take effect together
 * in {@link #commit}, each with the cause that the trace had when it was made; the work grows with what changed, not with the table.
 */
public final class RouteTable {

    private static final class Entry {
        final List<CandidateRoute> candidates = new ArrayList<>(1);
        Optional<SelectedRoute> selected = Optional.empty();
    }

    private final String node;
    private final TraceSink trace;
    private final PrefixMap<Entry> entries = new PrefixMap<>();
    private final PrefixMap<Boolean> pins = new PrefixMap<>();
    private final NextHopTable nextHops = new NextHopTable(this::underlay);
    /** Prefixes whose choice has to be made anew, with the trace event that is the cause. */
    private final Map<Prefix, Long> dirty = new TreeMap<>();
    /** Prefixes through which next hops may be resolved otherwise than before. */
    private final Set<Prefix> dirtyUnderlay = new LinkedHashSet<>();

    public RouteTable(String node, TraceSink trace) {
        this.node = node;
        this.trace = trace;
    }

    /** Adds a candidate in place of the one of the same prefix, source and origin. */
    public void put(CandidateRoute route) {
        Entry entry = entries.get(route.prefix());
        if (entry == null) {
            entry = new Entry();
            entries.put(route.prefix(), entry);
        }
        if (entry.candidates.contains(route)) {
            return;
        }
        take(entry, route.source(), route.origin());
        entry.candidates.add(route);
        entry.candidates.sort(CandidateRoute.PREFERENCE);
        nextHops.use(route);
        markDirty(route.prefix(), route.source());
    }

    /** Takes a candidate away; nothing happens if it is not there. */
    public void remove(Prefix prefix, RouteSource source, String origin) {
        Entry entry = entries.get(prefix);
        if (entry != null && take(entry, source, origin)) {
            markDirty(prefix, source);
        }
    }

    /**
     * Hides what BGP learned at and inside a prefix, however specific: the way in which a cloud prefers its own network.
     */
    public void pin(Prefix prefix) {
        pins.put(prefix, true);
        entries.covered(prefix).forEach(entry -> dirty.put(entry.getKey(), trace.cause()));
    }

    public void unpin(Prefix prefix) {
        pins.remove(prefix);
        entries.covered(prefix).forEach(entry -> dirty.put(entry.getKey(), trace.cause()));
    }

    /**
     * Tells how well an address can be reached, and from now on reports changes in {@link #takeNextHopChanges}.
     *
     * @return cost of the way, or {@link NextHopTable#UNREACHABLE}
     */
    public long track(IpAddress nextHop) {
        return nextHops.watch(nextHop);
    }

    public void untrack(IpAddress nextHop) {
        nextHops.unwatch(nextHop);
    }

    /** Makes the choices that the changes since the last call ask for; the outcome in prefix order. */
    public ImmutableList<RouteChange> commit(long nowNanos) {
        settleNextHops();
        long causeBefore = trace.cause();
        ImmutableList.Builder<RouteChange> changes = ImmutableList.builder();
        dirty.forEach((prefix, cause) -> {
            trace.because(cause);
            select(nowNanos, prefix).ifPresent(changes::add);
        });
        dirty.clear();
        trace.because(causeBefore);
        return changes.build();
    }

    /** Tracked addresses with their new cost, where it changed since the last call. */
    public ImmutableMap<IpAddress, Long> takeNextHopChanges() {
        return nextHops.takeChanges();
    }

    /** What is used for exactly this prefix. */
    public Optional<SelectedRoute> selected(Prefix prefix) {
        Entry entry = entries.get(prefix);
        return entry == null ? Optional.empty() : entry.selected;
    }

    /** Everything that is used, in prefix order. */
    public ImmutableList<SelectedRoute> selected() {
        ImmutableList.Builder<SelectedRoute> all = ImmutableList.builder();
        entries.forEach((prefix, entry) -> entry.selected.ifPresent(all::add));
        return all.build();
    }

    /** Candidates of a prefix, the most believed first. */
    public ImmutableList<CandidateRoute> candidates(Prefix prefix) {
        Entry entry = entries.get(prefix);
        return entry == null ? ImmutableList.of() : ImmutableList.copyOf(entry.candidates);
    }

    /** Every candidate of a source, in prefix order. */
    public ImmutableList<CandidateRoute> candidates(RouteSource source) {
        ImmutableList.Builder<CandidateRoute> all = ImmutableList.builder();
        entries.forEach((prefix, entry) -> entry.candidates.stream()
                .filter(route -> route.source() == source)
                .forEach(all::add));
        return all.build();
    }

    /** True if what BGP learned for this prefix is hidden by a pin. */
    public boolean isPinned(Prefix prefix) {
        return !pins.covering(prefix).isEmpty();
    }

    private boolean take(Entry entry, RouteSource source, String origin) {
        for (CandidateRoute route : entry.candidates) {
            if (route.source() == source && route.origin().equals(origin)) {
                entry.candidates.remove(route);
                nextHops.release(route);
                return true;
            }
        }
        return false;
    }

    private void markDirty(Prefix prefix, RouteSource source) {
        dirty.put(prefix, trace.cause());
        if (!source.isLearnedByBgp()) {
            dirtyUnderlay.add(prefix);
        }
    }

    /**
     * Next hops inside a changed prefix are resolved anew; static routes over those can change others in turn. Each prefix
     * needs only one turn, since answers depend on candidates alone.
     */
    private void settleNextHops() {
        dirtyUnderlay.addAll(nextHops.takeFresh());
        Deque<Prefix> queue = new ArrayDeque<>(dirtyUnderlay);
        while (!queue.isEmpty()) {
            for (NextHopTable.Dependent dependent : nextHops.refresh(queue.remove())) {
                dirty.putIfAbsent(dependent.prefix(), trace.cause());
                if (!dependent.source().isLearnedByBgp() && dirtyUnderlay.add(dependent.prefix())) {
                    queue.add(dependent.prefix());
                }
            }
        }
        dirtyUnderlay.clear();
    }

    private Optional<RouteChange> select(long nowNanos, Prefix prefix) {
        Entry entry = entries.get(prefix);
        Optional<SelectedRoute> before = entry.selected;
        Optional<SelectedRoute> after = best(prefix, entry.candidates);
        entry.selected = after;
        if (entry.candidates.isEmpty()) {
            entries.remove(prefix);
        }
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new RouteChange(prefix, before, after, record(nowNanos, prefix, before, after)));
    }

    private Optional<SelectedRoute> best(Prefix prefix, List<CandidateRoute> candidates) {
        boolean pinned = isPinned(prefix);
        for (int i = 0; i < candidates.size(); i++) {
            CandidateRoute first = candidates.get(i);
            boolean leader = i == 0 || !first.ranksWith(candidates.get(i - 1));
            if (leader && !(pinned && first.source().isLearnedByBgp())) {
                Set<NextHop> hops = new LinkedHashSet<>();
                for (int j = i; j < candidates.size() && first.ranksWith(candidates.get(j)); j++) {
                    hops.addAll(nextHops.resolved(candidates.get(j)));
                }
                if (!hops.isEmpty() || first.action() != RouteAction.FORWARD) {
                    return Optional.of(selection(first, ImmutableList.copyOf(hops)));
                }
            }
        }
        return Optional.empty();
    }

    private static SelectedRoute selection(CandidateRoute route, ImmutableList<NextHop> hops) {
        return new SelectedRoute(
                route.prefix(), route.source(), route.distance(), route.metric(), route.action(), hops);
    }

    /** Routes through which the address may be resolved: longest prefix first, then the most believed. */
    private List<CandidateRoute> underlay(IpAddress address) {
        List<Map.Entry<Prefix, Entry>> covering = entries.covering(Prefix.host(address));
        List<CandidateRoute> routes = new ArrayList<>();
        for (int i = covering.size() - 1; i >= 0; i--) {
            for (CandidateRoute route : covering.get(i).getValue().candidates) {
                if (!route.source().isLearnedByBgp() && !route.prefix().isDefault()) {
                    routes.add(route);
                }
            }
        }
        return routes;
    }

    private long record(long nowNanos, Prefix prefix, Optional<SelectedRoute> before, Optional<SelectedRoute> after) {
        if (!trace.wants(TraceKind.ROUTE_CHANGED)) {
            return trace.cause();
        }
        return trace.record(
                nowNanos,
                node,
                TraceKind.ROUTE_CHANGED,
                "prefix",
                prefix.toString(),
                "source",
                after.map(route -> route.source().text()).orElse("none"),
                "next-hops",
                after.map(SelectedRoute::target).orElse("none"),
                "was",
                before.map(route -> route.source().text() + " " + route.target())
                        .orElse("none"));
    }
}
