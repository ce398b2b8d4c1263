package coldpotato.core.azure.rules;

import coldpotato.core.azure.HubConnection;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Region;
import coldpotato.core.azure.VirtualHub;

/** Whether the names that hubs of Virtual WAN and their connections use are the names of something. */
final class HubConsistency {
    private final HybridNetwork network;
    private final Findings findings;

    HubConsistency(HybridNetwork network, Findings findings) {
        this.network = network;
        this.findings = findings;
    }

    /** Whether the hub has the connections that its static routes name is for Azure to say: they come and go. */
    void check(VirtualHub hub) {
        String path = ModelPath.hub(hub.name());
        findings.entry(path + ".region", "region", hub.region(), Region.catalogue());
        findings.place(path, hub.prefix());
    }

    void check(HubConnection connection) {
        String path = ModelPath.hubConnection(connection.name());
        findings.name(
                path + ".hub", "virtual hub", connection.hub(), network.hubs().keySet());
        findings.name(
                path + ".vnet",
                "virtual network",
                connection.virtualNetwork(),
                network.virtualNetworks().keySet());
    }
}
