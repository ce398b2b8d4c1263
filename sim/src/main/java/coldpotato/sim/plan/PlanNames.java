package coldpotato.sim.plan;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the names of a plan stand for: an element for itself, a group for all that it holds, groups inside it too. */
public final class PlanNames {
    private final NetworkPlan plan;

    public PlanNames(NetworkPlan plan) {
        this.plan = plan;
    }

    /** True if something has this name. */
    public boolean exists(String name) {
        return plan.links().containsKey(name)
                || plan.nodes().containsKey(name)
                || plan.sessions().containsKey(name)
                || plan.groups().containsKey(name);
    }

    /** The links that the name stands for, sorted; a node stands for none. */
    public ImmutableSortedSet<String> links(String name) {
        return resolve(name, plan.links());
    }

    /** The nodes that the name stands for, sorted. */
    public ImmutableSortedSet<String> nodes(String name) {
        return resolve(name, plan.nodes());
    }

    /** The sessions that the name stands for, sorted. */
    public ImmutableSortedSet<String> sessions(String name) {
        return resolve(name, plan.sessions());
    }

    /** All names that stand for at least one link, sorted. */
    public ImmutableSortedSet<String> namesOfLinks() {
        return namesOf(plan.links());
    }

    /** All names that stand for at least one node, sorted. */
    public ImmutableSortedSet<String> namesOfNodes() {
        return namesOf(plan.nodes());
    }

    /** All names that stand for at least one session, sorted. */
    public ImmutableSortedSet<String> namesOfSessions() {
        return namesOf(plan.sessions());
    }

    private ImmutableSortedSet<String> namesOf(Map<String, ?> elements) {
        Set<String> names = new TreeSet<>(elements.keySet());
        for (String group : plan.groups().keySet()) {
            if (!resolve(group, elements).isEmpty()) {
                names.add(group);
            }
        }
        return ImmutableSortedSet.copyOf(names);
    }

    private ImmutableSortedSet<String> resolve(String name, Map<String, ?> elements) {
        Set<String> found = new TreeSet<>();
        collect(name, elements, found, new LinkedHashSet<>());
        return ImmutableSortedSet.copyOf(found);
    }

    private void collect(String name, Map<String, ?> elements, Set<String> found, Set<String> visited) {
        if (!visited.add(name)) {
            return;
        }
        if (elements.containsKey(name)) {
            found.add(name);
        }
        plan.groups()
                .getOrDefault(name, ImmutableSet.of())
                .forEach(member -> collect(member, elements, found, visited));
    }
}
