package coldpotato.sim.azure;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.RouteServer;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.grounds.VpnAssumptions;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;

/** Who has VPN gateways. */
final class VpnOwners {
    private final Compilation compilation;

    VpnOwners(Compilation compilation) {
        this.compilation = compilation;
    }

    /** The owner of this name, empty if it has no VPN gateway. */
    Optional<VpnOwner> find(String name) {
        HybridNetwork network = compilation.network();
        return network.vpnGateway(name)
                .map(gateway -> network.hubs().containsKey(name)
                        ? owner(network.hubs().get(name), gateway)
                        : owner(network.virtualNetworks().get(name), gateway));
    }

    /** All of them, in the order of the model. */
    ImmutableList<VpnOwner> all() {
        return Stream.concat(
                        compilation.network().virtualNetworks().keySet().stream(),
                        compilation.network().hubs().keySet().stream())
                .flatMap(name -> find(name).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private VpnOwner owner(VirtualNetwork vnet, VpnGateway gateway) {
        return new VpnOwner(
                vnet.name(),
                ModelPath.vpnGateway(vnet.name()),
                gateway,
                compilation.fabric().announced().prefixes(vnet),
                vnet.routeServer().map(RouteServer::joinsBranches).orElse(false),
                true);
    }

    /** In a hub transit between VPN and ExpressRoute needs nothing. */
    private VpnOwner owner(VirtualHub hub, VpnGateway gateway) {
        return new VpnOwner(
                hub.name(),
                ModelPath.hubVpnGateway(hub.name()),
                gateway,
                new HubRoutes(compilation).spaces(hub),
                true,
                false);
    }

    /** Where an instance is to be found by tunnels: as the model says, or at an address that is assumed. */
    IpAddress publicAddress(VpnOwner owner, int instance, Basis at) {
        ImmutableList<IpAddress> said = owner.gateway().publicAddresses();
        if (instance <= said.size()) {
            return said.get(instance - 1);
        }
        at.choice(VpnAssumptions.PUBLIC_ADDRESSES);
        return compilation.addresses().publicAddress(owner.instance(instance));
    }
}
