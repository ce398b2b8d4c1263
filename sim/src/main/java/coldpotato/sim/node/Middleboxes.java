package coldpotato.sim.node;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import coldpotato.core.net.FlowKey;
import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.TreeMap;

/** All middleboxes of a network by name, and the states that those of one group share. */
public final class Middleboxes {
    private final Map<String, Middlebox> byName = new TreeMap<>();
    private final Map<MiddleboxConfig.Kind, Map<String, FlowStates>> groups = new TreeMap<>();

    Middleboxes() {}

    public Middlebox get(String name) {
        return checkNotNull(byName.get(name), "there is no middlebox %s", name);
    }

    /** Lets a middlebox keep state for a flow whose packets came by a link, and of which it made these of those. */
    public void remember(String name, FlowKey before, FlowKey after, String inLink) {
        get(name).remember(before, after, inLink);
    }

    /** Lets all forget a flow, those too that know it by what others made of it. */
    public void forget(FlowKey key) {
        byName.values().forEach(middlebox -> middlebox.forget(key).ifPresent(this::forget));
    }

    /**
     * Gives a router these middleboxes in place of those that it has. One that gets other settings, or another name in the same
     * state group, keeps its state; with the last one of a group goes their state.
     */
    void fit(Router router, ImmutableList<MiddleboxConfig> wanted) {
        ImmutableList<Middlebox> before = router.middleboxes();
        // Made before others go, which may be the last that know the states of a group.
        ImmutableList<Middlebox> after =
                wanted.stream().map(config -> keepOrMake(before, config)).collect(ImmutableList.toImmutableList());
        before.stream().filter(old -> !after.contains(old)).forEach(this::retire);
        after.forEach(middlebox -> put(middlebox));
        if (!after.equals(before)) {
            router.middleboxes(after);
        }
    }

    private Middlebox keepOrMake(ImmutableList<Middlebox> before, MiddleboxConfig config) {
        return before.stream()
                .filter(old -> old.config().equals(config))
                .findFirst()
                .orElseGet(() -> config.on(groups.computeIfAbsent(config.kind(), kind -> new TreeMap<>())
                        .computeIfAbsent(config.stateGroup(), group -> new FlowStates())));
    }

    private void retire(Middlebox middlebox) {
        byName.remove(middlebox.config().name());
        if (middlebox.retire()) {
            groups.get(middlebox.config().kind()).remove(middlebox.config().stateGroup());
        }
    }

    private void put(Middlebox middlebox) {
        String name = middlebox.config().name();
        Middlebox there = byName.put(name, middlebox);
        checkArgument(there == null || there == middlebox, "there are two middleboxes %s", name);
    }
}
