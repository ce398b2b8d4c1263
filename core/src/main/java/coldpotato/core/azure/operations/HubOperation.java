package coldpotato.core.azure.operations;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.azure.HubConnection;
import coldpotato.core.azure.HubRoute;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VirtualHub.RoutingPreference;
import com.google.common.collect.ImmutableList;

/** Changes a hub of Virtual WAN, or which VNets are connected to it. */
public sealed interface HubOperation extends Operation {

    /** Gives a hub another routing preference. */
    record SetRoutingPreference(String hub, RoutingPreference preference) implements HubOperation {
        @Override
        public String element() {
            return hub;
        }

        @Override
        public String text() {
            return "prefers " + preference.text();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            VirtualHub from = Parts.named(network.hubs(), "virtual hub", hub);
            return network.toBuilder()
                    .put(from.withRoutingPreference(preference))
                    .build();
        }
    }

    /** Gives a hub's route table other static routes. */
    record SetRoutes(String hub, ImmutableList<HubRoute> routes) implements HubOperation {
        @Override
        public String element() {
            return hub;
        }

        @Override
        public String text() {
            return "has " + routes.size() + " static routes";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            VirtualHub from = Parts.named(network.hubs(), "virtual hub", hub);
            routes.forEach(route -> Parts.named(network.hubConnections(), "hub connection", route.connection()));
            return network.toBuilder().put(from.withRoutes(routes)).build();
        }
    }

    /** Connects a VNet to a hub; the name may be that of a connection that was deleted. */
    record ConnectVirtualNetwork(HubConnection made) implements HubOperation {
        @Override
        public String element() {
            return made.name();
        }

        @Override
        public String text() {
            return "connects " + made.virtualNetwork() + " to " + made.hub();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Parts.named(network.virtualNetworks(), "virtual network", made.virtualNetwork());
            Parts.named(network.hubs(), "virtual hub", made.hub());
            checkArgument(
                    !network.hubConnections().containsKey(made.name()),
                    "there is a connection %s already at this time",
                    made.name());
            return network.toBuilder().put(made).build();
        }
    }

    /** Deletes the connection of a VNet to a hub. */
    record DisconnectVirtualNetwork(String connection) implements HubOperation {
        @Override
        public String element() {
            return connection;
        }

        @Override
        public String text() {
            return "is deleted";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Parts.named(network.hubConnections(), "hub connection", connection);
            return network.toBuilder().removeHubConnection(connection).build();
        }
    }

    /** Switches the default route of a VNet's connection to a hub on or off. */
    record SetDefaultRoute(String connection, boolean propagated) implements HubOperation {
        @Override
        public String element() {
            return connection;
        }

        @Override
        public String text() {
            return propagated ? "is told of the default route" : "is not told of the default route";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            HubConnection from = Parts.named(network.hubConnections(), "hub connection", connection);
            return network.toBuilder()
                    .put(new HubConnection(connection, from.hub(), from.virtualNetwork(), propagated))
                    .build();
        }
    }
}
