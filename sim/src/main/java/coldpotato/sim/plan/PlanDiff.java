package coldpotato.sim.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has to change for one plan to become another: names of the elements that are new, gone or different. Whatever is not
 * named stays as it is, state and all.
 *
 * @param nodes names of nodes
 * @param links names of links
 * @param sessions names of sessions
 * @param feeds names of feeds
 */
public record PlanDiff(Changes nodes, Changes links, Changes sessions, Changes feeds) {

    /**
     * Changes of one kind of element; each list is sorted.
     *
     * @param added only in the plan after
     * @param removed only in the plan before
     * @param changed in both, and not alike
     */
    public record Changes(ImmutableList<String> added, ImmutableList<String> removed, ImmutableList<String> changed) {

        public boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        }

        private static Changes between(ImmutableMap<String, ?> before, ImmutableMap<String, ?> after) {
            ImmutableList.Builder<String> added = ImmutableList.builder();
            ImmutableList.Builder<String> removed = ImmutableList.builder();
            ImmutableList.Builder<String> changed = ImmutableList.builder();
            for (String name : union(before, after)) {
                if (!before.containsKey(name)) {
                    added.add(name);
                } else if (!after.containsKey(name)) {
                    removed.add(name);
                } else if (!before.get(name).equals(after.get(name))) {
                    changed.add(name);
                }
            }
            return new Changes(added.build(), removed.build(), changed.build());
        }

        private static ImmutableSortedSet<String> union(Map<String, ?> one, Map<String, ?> other) {
            Set<String> all = new TreeSet<>(one.keySet());
            all.addAll(other.keySet());
            return ImmutableSortedSet.copyOf(all);
        }
    }

    public static PlanDiff between(NetworkPlan before, NetworkPlan after) {
        return new PlanDiff(
                Changes.between(before.nodes(), after.nodes()),
                Changes.between(before.links(), after.links()),
                Changes.between(before.sessions(), after.sessions()),
                Changes.between(before.feeds(), after.feeds()));
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && links.isEmpty() && sessions.isEmpty() && feeds.isEmpty();
    }
}
