package coldpotato.sim.azure;

import coldpotato.core.azure.VpnGateway;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;

/**
 * A VNet or a virtual hub with a VPN gateway, as far as the gateway's connections ask for it.
 *
 * @param name of the VNet or hub
 * @param modelPath of the gateway
 * @param gateway the gateway
 * @param announced the prefixes that the gateway announces as its own: it takes nothing at or inside them from a router
 * @param transit true if routes of other gateways, an ExpressRoute gateway's too, are announced to routers
 */
record VpnOwner(String name, String modelPath, VpnGateway gateway, ImmutableSet<Prefix> announced, boolean transit) {

    String instance(int number) {
        return Names.vpnGateway(name, number);
    }
}
