package coldpotato.sim.azure;

import coldpotato.core.azure.Documented;
import coldpotato.core.azure.VpnGateway;
import coldpotato.core.azure.VpnSku;
import coldpotato.core.net.Prefix;
import coldpotato.sim.net.Capacity;
import com.google.common.collect.ImmutableSet;

/**
 * A VNet or a virtual hub with a VPN gateway, as far as the gateway's connections ask for it.
 *
 * @param name of the VNet or hub
 * @param modelPath of the gateway
 * @param gateway the gateway
 * @param announced the prefixes that the gateway announces as its own: it takes nothing at or inside them from a router
 * @param transit true if routes of other gateways, an ExpressRoute gateway's too, are announced to routers
 * @param sized true for a VNet's gateway, whose size says what it carries; a hub's has scale units, which are not modelled for VPN: it carries the most that any does
 */
record VpnOwner(
        String name,
        String modelPath,
        VpnGateway gateway,
        ImmutableSet<Prefix> announced,
        boolean transit,
        boolean sized) {

    /** No tunnel carries more than this. */
    static Capacity ofTunnel(String tunnel) {
        return Capacity.ofMegabits(tunnel, Documented.VPN_TUNNEL_MBPS);
    }

    /** What computers share: with the tunnels in a VNet's gateway, among themselves in a hub. */
    Capacity capacityOfClients() {
        return sized ? capacity() : Capacity.ofMegabits(Names.clients(name), Documented.HUB_CLIENTS_MBPS);
    }

    /** What all tunnels of a gateway share. */
    Capacity capacity() {
        long megabits = sized
                ? VpnSku.catalogue()
                        .find(gateway.sku())
                        .map(VpnSku::megabitsPerSecond)
                        .orElse(Documented.VPN_TUNNEL_MBPS)
                : Documented.HUB_VPN_MBPS;
        return Capacity.ofMegabits(Names.vpnGateway(name), megabits);
    }

    String instance(int number) {
        return Names.vpnGateway(name, number);
    }
}
