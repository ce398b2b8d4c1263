package coldpotato.core.azure.operations;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Subnet;
import coldpotato.core.azure.SubnetRouteTable;
import coldpotato.core.azure.UserDefinedRoute;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VirtualNetworkPeering;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Configures route tables, VNet peerings and what a VNet's gateways announce. */
public sealed interface VnetOperation extends Operation {

    /** Attaches a route table to a subnet in place of the one that it has, or takes the one away that it has. */
    record SetRouteTable(String virtualNetwork, String subnet, Optional<String> routeTable) implements VnetOperation {
        @Override
        public String element() {
            return virtualNetwork + "." + subnet;
        }

        @Override
        public String text() {
            return routeTable.map(table -> "gets route table " + table).orElse("is left without a route table");
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            VirtualNetwork vnet = Parts.named(network.virtualNetworks(), "virtual network", virtualNetwork);
            Subnet of = Parts.named(vnet.subnets(), "subnet of " + virtualNetwork, subnet);
            routeTable.ifPresent(table -> Parts.named(network.routeTables(), "route table", table));
            Map<String, Subnet> subnets = new LinkedHashMap<>(vnet.subnets());
            subnets.put(subnet, of.withRouteTable(routeTable));
            return network.toBuilder()
                    .put(vnet.toBuilder().subnets(ImmutableMap.copyOf(subnets)).build())
                    .build();
        }
    }

    /** Puts a route into a table, in place of that for the same prefix. */
    record PutRoute(String routeTable, UserDefinedRoute route) implements VnetOperation {
        @Override
        public String element() {
            return routeTable;
        }

        @Override
        public String text() {
            return "sends " + route.prefix() + " to " + route.target();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            SubnetRouteTable table = Parts.named(network.routeTables(), "route table", routeTable);
            Map<Prefix, UserDefinedRoute> routes = new LinkedHashMap<>(table.routes());
            routes.put(route.prefix(), route);
            return put(network, table.withRoutes(ImmutableMap.copyOf(routes)));
        }
    }

    /** Takes a route out of a table. */
    record RemoveRoute(String routeTable, Prefix prefix) implements VnetOperation {
        @Override
        public String element() {
            return routeTable;
        }

        @Override
        public String text() {
            return "loses its route for " + prefix;
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            SubnetRouteTable table = Parts.named(network.routeTables(), "route table", routeTable);
            Map<Prefix, UserDefinedRoute> routes = new LinkedHashMap<>(table.routes());
            checkArgument(routes.remove(prefix) != null, "%s has no route for %s at this time", routeTable, prefix);
            return put(network, table.withRoutes(ImmutableMap.copyOf(routes)));
        }
    }

    /** Lets the subnets of a table take the routes of gateways, or keeps these from them. */
    record SetPropagation(String routeTable, boolean propagation) implements VnetOperation {
        @Override
        public String element() {
            return routeTable;
        }

        @Override
        public String text() {
            return propagation ? "lets gateway routes in" : "keeps gateway routes out";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            SubnetRouteTable table = Parts.named(network.routeTables(), "route table", routeTable);
            return put(network, table.withPropagation(propagation));
        }
    }

    /** Peers two VNets; the name may be that of a peering that was deleted. */
    record Peer(VirtualNetworkPeering peering) implements VnetOperation {
        @Override
        public String element() {
            return peering.name();
        }

        @Override
        public String text() {
            return "peers " + peering.hub() + " with " + peering.spoke();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Parts.named(network.virtualNetworks(), "virtual network", peering.hub());
            Parts.named(network.virtualNetworks(), "virtual network", peering.spoke());
            checkArgument(
                    !network.vnetPeerings().containsKey(peering.name()),
                    "there is a peering %s already at this time",
                    peering.name());
            return network.toBuilder().put(peering).build();
        }
    }

    /** Deletes a peering. */
    record Unpeer(String peering) implements VnetOperation {
        @Override
        public String element() {
            return peering;
        }

        @Override
        public String text() {
            return "is deleted";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Parts.named(network.vnetPeerings(), "VNet peering", peering);
            return network.toBuilder().removeVnetPeering(peering).build();
        }
    }

    /** Sets what the two sides of a peering say of gateways; empty leaves a side as it is. */
    record SetGatewayTransit(String peering, Optional<Boolean> allow, Optional<Boolean> use) implements VnetOperation {
        @Override
        public String element() {
            return peering;
        }

        @Override
        public String text() {
            StringBuilder text = new StringBuilder("is set to");
            allow.ifPresent(on -> text.append(on ? " allow gateway transit" : " allow no gateway transit"));
            text.append(allow.isPresent() && use.isPresent() ? " and to" : "");
            use.ifPresent(on -> text.append(on ? " use remote gateways" : " use no remote gateways"));
            return text.toString();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            VirtualNetworkPeering from = Parts.named(network.vnetPeerings(), "VNet peering", peering);
            return network.toBuilder()
                    .put(new VirtualNetworkPeering(
                            peering,
                            from.hub(),
                            from.spoke(),
                            allow.orElse(from.allowGatewayTransit()),
                            use.orElse(from.useRemoteGateways())))
                    .build();
        }
    }

    /** Sets the summaries that the gateways of a VNet announce. */
    record SetSummaries(String virtualNetwork, ImmutableSet<Prefix> summaries) implements VnetOperation {
        @Override
        public String element() {
            return virtualNetwork;
        }

        @Override
        public String text() {
            return summaries.isEmpty() ? "announces no summaries" : "announces summaries " + summaries;
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            VirtualNetwork vnet = Parts.named(network.virtualNetworks(), "virtual network", virtualNetwork);
            return network.toBuilder()
                    .put(vnet.toBuilder().summaries(summaries).build())
                    .build();
        }
    }

    private static HybridNetwork put(HybridNetwork network, SubnetRouteTable table) {
        return network.toBuilder().put(table).build();
    }
}
