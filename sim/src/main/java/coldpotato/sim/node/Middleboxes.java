package coldpotato.sim.node;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import coldpotato.core.net.FirewallTerms;
import coldpotato.core.net.FlowKey;
import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All middleboxes of a network by name, and the units that those of one group share. */
public final class Middleboxes {
    private final Map<String, Middlebox> byName = new TreeMap<>();
    private final Map<String, Router> homes = new TreeMap<>();
    private final Map<MiddleboxConfig.Kind, Map<String, Cluster>> groups = new TreeMap<>();

    private ImmutableList<Middlebox> forgetful = ImmutableList.of();

    Middleboxes() {}

    public Middlebox get(String name) {
        return checkNotNull(byName.get(name), "there is no middlebox %s", name);
    }

    /** Lets a middlebox keep state for a flow whose packets came by a link, and of which it made these of those. */
    public void remember(String name, FlowKey before, FlowKey after, String inLink) {
        get(name).remember(before, after, inLink);
    }

    /** True if some firewalls of the network are of this state group. */
    public boolean hasFirewalls(String group) {
        return groups.getOrDefault(MiddleboxConfig.Kind.FIREWALL, Map.of()).containsKey(group);
    }

    /** The units of the firewalls of a state group. */
    public Cluster firewalls(String group) {
        return checkNotNull(
                groups.getOrDefault(MiddleboxConfig.Kind.FIREWALL, Map.of()).get(group),
                "there are no firewalls %s",
                group);
    }

    /** Something happened to units: the routers that lead packets to them tell those who want to know. */
    void changed(Cluster cluster) {
        homes.entrySet().stream()
                .filter(home -> cluster.isUsedBy(byName.get(home.getKey())))
                .map(Map.Entry::getValue)
                .distinct()
                .forEach(Router::tellRefitted);
    }

    /** True if a middlebox of this name is there, and these are its units. */
    public boolean uses(String name, Cluster cluster) {
        return byName.containsKey(name) && byName.get(name).cluster() == cluster;
    }

    /** Those that forget flows of which no packet has crossed them for long. */
    public ImmutableList<Middlebox> forgetful() {
        return forgetful;
    }

    /** Lets one, and those that share its units, forget a flow, by whatever key it knows it. */
    public void forgetAt(Middlebox middlebox, FlowKey key) {
        keysOf(key).forEach(middlebox::forget);
    }

    /** Lets all forget a flow, those too that know it by what others made of it. */
    public void forget(FlowKey key) {
        Set<FlowKey> keys = keysOf(key);
        byName.values().forEach(middlebox -> keys.forEach(middlebox::forget));
    }

    /** What packets of a flow may look like on their way, by all that may translate them one after another. */
    private Set<FlowKey> keysOf(FlowKey key) {
        Set<FlowKey> keys = new LinkedHashSet<>();
        Deque<FlowKey> open = new ArrayDeque<>(List.of(key));
        while (!open.isEmpty()) {
            FlowKey before = open.remove();
            if (keys.add(before)) {
                byName.values().forEach(middlebox -> open.addAll(middlebox.translations(before)));
            }
        }
        return keys;
    }

    /**
     * Gives a router these middleboxes in place of those that it has. One that gets other settings, or another name in the same
     * state group, keeps its state, unless it gets another cluster; with the last one of a group goes their state.
     */
    void fit(Router router, ImmutableList<MiddleboxConfig> wanted) {
        ImmutableList<Middlebox> before = router.middleboxes();
        // Made before others go, which may be the last that know the states of a group.
        ImmutableList<Middlebox> after =
                wanted.stream().map(config -> keepOrMake(before, config)).collect(ImmutableList.toImmutableList());
        before.stream().filter(old -> !after.contains(old)).forEach(this::retire);
        after.forEach(middlebox -> put(middlebox, router));
        forgetful = byName.values().stream()
                .filter(middlebox -> middlebox.config().idleTimeoutNanos() != FirewallTerms.NEVER)
                .collect(ImmutableList.toImmutableList());
        if (!after.equals(before)) {
            router.middleboxes(after);
        }
    }

    private Middlebox keepOrMake(ImmutableList<Middlebox> before, MiddleboxConfig config) {
        return before.stream()
                .filter(old -> old.config().equals(config))
                .findFirst()
                .orElseGet(() -> config.on(cluster(config)));
    }

    /** The cluster of a group, as long as the group is to have the same; another one begins without state. */
    private Cluster cluster(MiddleboxConfig config) {
        return groups.computeIfAbsent(config.kind(), kind -> new TreeMap<>())
                .compute(
                        config.stateGroup(),
                        (group, there) -> there != null && there.terms().equals(config.clusterTerms())
                                ? there
                                : new Cluster(config.clusterTerms()));
    }

    private void retire(Middlebox middlebox) {
        byName.remove(middlebox.config().name());
        homes.remove(middlebox.config().name());
        if (middlebox.retire()) {
            groups.get(middlebox.config().kind()).remove(middlebox.config().stateGroup(), middlebox.cluster());
        }
    }

    private void put(Middlebox middlebox, Router router) {
        String name = middlebox.config().name();
        Middlebox there = byName.put(name, middlebox);
        checkArgument(there == null || there == middlebox, "there are two middleboxes %s", name);
        homes.put(name, router);
    }
}
