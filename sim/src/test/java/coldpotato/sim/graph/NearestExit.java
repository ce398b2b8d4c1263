package coldpotato.sim.graph;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The exit that each router of a full mesh should take, worked out from the graph alone. */
final class NearestExit {
    private static final int FAR = 1_000_000_000;

    private final InternalBgp mesh;
    private final Optional<String> without;
    private final Map<String, Map<String, Integer>> distances = new TreeMap<>();

    /** @param without name of a link that is down */
    NearestExit(InternalBgp mesh, Optional<String> without) {
        this.mesh = mesh;
        this.without = without;
        for (String router : mesh.routers().keySet()) {
            distances.put(router, new TreeMap<>(Map.of(router, 0)));
        }
        // Bellman and Ford: as many rounds as there are routers are enough.
        for (int round = 0; round < mesh.routers().size(); round++) {
            mesh.igp().stream()
                    .filter(link -> !without.equals(Optional.of(link.a() + "-" + link.b())))
                    .forEach(link -> {
                        shorten(link.a(), link.b(), link.cost());
                        shorten(link.b(), link.a(), link.cost());
                    });
        }
    }

    private void shorten(String from, String via, int cost) {
        distances.get(via).forEach((to, rest) -> distances.get(from).merge(to, cost + rest, Math::min));
    }

    /** The name of the neighbour by which a router leaves; the one at the lowest router among equals; or {@code none}. */
    String of(String router) {
        return mesh.routes().stream()
                .filter(route -> !without.equals(Optional.of(route.at() + "-" + route.name())))
                .filter(route -> distance(router, route) < FAR)
                .min(Comparator.comparingInt((InternalBgp.ExternalRoute route) -> distance(router, route))
                        .thenComparing(route -> mesh.routers().get(route.at())))
                .map(InternalBgp.ExternalRoute::name)
                .orElse("none");
    }

    private int distance(String router, InternalBgp.ExternalRoute route) {
        return distances.get(router).getOrDefault(route.at(), FAR);
    }
}
