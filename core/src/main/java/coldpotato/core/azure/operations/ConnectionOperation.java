package coldpotato.core.azure.operations;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.azure.Connection;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VnetPeers;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.rules.Refusal;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes, changes or deletes a connection between a gateway and a circuit. */
public sealed interface ConnectionOperation extends Operation {

    /** Gives a connection another routing weight. */
    record SetWeight(String connection, int weight) implements ConnectionOperation {
        @Override
        public String element() {
            return connection;
        }

        @Override
        public String text() {
            return "gets routing weight " + weight;
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Connection from = Parts.named(network.connections(), "connection", connection);
            return network.toBuilder().put(from.withWeight(weight)).build();
        }
    }

    /** Connects a gateway to a circuit; the name may be that of a connection that was deleted. */
    record Connect(Connection made) implements ConnectionOperation {

        /** Connects inside one subscription, without FastPath. */
        public Connect(String connection, String gateway, String circuit, int weight) {
            this(new Connection(connection, gateway, circuit, weight));
        }

        @Override
        public String element() {
            return made.name();
        }

        @Override
        public String text() {
            return "connects " + made.gateway() + " to " + made.circuit() + " with weight " + made.weight()
                    + (made.fastPath() ? " and FastPath" : "");
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            checkArgument(
                    network.virtualNetworks().containsKey(made.gateway())
                            || network.hubs().containsKey(made.gateway()),
                    "no virtual network or virtual hub is called %s",
                    made.gateway());
            Parts.named(network.circuits(), "circuit", made.circuit());
            checkArgument(
                    !network.connections().containsKey(made.name()),
                    "there is a connection %s already at this time",
                    made.name());
            HybridNetworkBuilder after = network.toBuilder().put(made);
            served(network).forEach(vnet -> after.settleCommunity(vnet.name()));
            return after.build();
        }

        /** The VNets that the connected gateway serves: none outside Virtual WAN if it is that of a hub. */
        private ImmutableList<VirtualNetwork> served(HybridNetwork network) {
            return Optional.ofNullable(network.virtualNetworks().get(made.gateway())).stream()
                    .flatMap(owner ->
                            Stream.concat(Stream.of(owner), new VnetPeers(network).usersOfGateways(owner).stream()))
                    .collect(ImmutableList.toImmutableList());
        }

        @Override
        public ImmutableList<Refusal> refusals(HybridNetwork before) {
            int spaces = Optional.ofNullable(before.virtualNetworks().get(made.gateway()))
                    .map(vnet -> new VnetPeers(before).prefixesAnnouncedBy(vnet).size())
                    .orElse(0);
            return spaces <= Documented.ADDRESS_SPACES_AT_CONNECTION_MAX
                    ? ImmutableList.of()
                    : ImmutableList.of(new Refusal(
                            ModelPath.connection(made.name()),
                            made.gateway() + " announces " + spaces + " address spaces, while a new connection takes "
                                    + Documented.ADDRESS_SPACES_AT_CONNECTION_MAX,
                            Document.LINK_VNET));
        }
    }

    /** Deletes a connection. */
    record Disconnect(String connection) implements ConnectionOperation {
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
            Parts.named(network.connections(), "connection", connection);
            return network.toBuilder().removeConnection(connection).build();
        }
    }
}
