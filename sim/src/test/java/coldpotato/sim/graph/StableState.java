package coldpotato.sim.graph;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/** The paths that the nodes of a gadget hold, judged by the definition of a stable state alone. */
final class StableState {
    private final StablePaths gadget;
    private final Map<String, String> held;

    StableState(StablePaths gadget, String paths) {
        this.gadget = gadget;
        held = ImmutableMap.<String, String>builder()
                .putAll(Splitter.on(' ').withKeyValueSeparator('=').split(paths))
                .put(gadget.origin(), gadget.origin())
                .buildOrThrow();
    }

    /** Nodes that hold another path than the best permitted one that a neighbour offers; none where the state is stable. */
    List<String> whoWouldChange() {
        return gadget.permitted().keySet().stream()
                .filter(node -> !held.get(node).equals(best(node)))
                .toList();
    }

    private String best(String node) {
        return gadget.permitted().get(node).stream()
                .filter(this::isOffered)
                .map(path -> String.join("-", path))
                .findFirst()
                .orElse("-");
    }

    private boolean isOffered(ImmutableList<String> path) {
        return String.join("-", path.subList(1, path.size())).equals(held.get(path.get(1)));
    }
}
