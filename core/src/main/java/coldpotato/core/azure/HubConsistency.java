package coldpotato.core.azure;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.function.Consumer;

/** Whether the names that hubs of Virtual WAN and their connections use are the names of something. */
final class HubConsistency {
    private final HybridNetwork network;
    private final Consumer<Inconsistency> found;

    HubConsistency(HybridNetwork network, Consumer<Inconsistency> found) {
        this.network = network;
        this.found = found;
    }

    /** A static route may be by a connection that was deleted: it leads nowhere until that is made again. */
    void check(VirtualHub hub) {
        String path = ModelPath.hub(hub.name());
        if (Region.catalogue().find(hub.region()).isEmpty()) {
            found.accept(new Inconsistency(
                    path + ".region",
                    "no region is called " + hub.region(),
                    Region.catalogue().suggest(hub.region())));
        }
        Consistency.KEPT.stream()
                .filter(hub.prefix()::overlaps)
                .forEach(kept -> found.accept(new Inconsistency(
                        path,
                        hub.prefix() + " overlaps " + kept + ", which numbers the links inside the model",
                        ImmutableList.of())));
    }

    void check(HubConnection connection) {
        String path = ModelPath.hubConnection(connection.name());
        name(path + ".hub", "virtual hub", connection.hub(), network.hubs().keySet());
        name(
                path + ".vnet",
                "virtual network",
                connection.virtualNetwork(),
                network.virtualNetworks().keySet());
    }

    private void name(String path, String kind, String name, Collection<String> known) {
        if (!known.contains(name)) {
            found.accept(new Inconsistency(path, "no " + kind + " is called " + name, Catalogue.suggest(name, known)));
        }
    }
}
