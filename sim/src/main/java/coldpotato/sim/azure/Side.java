package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.core.net.IpAddress;
import coldpotato.sim.plan.LinkPlan;

/**
 * One of two neighbours on a link.
 *
 * @param node its name
 * @param asn its AS
 * @param own its addresses on the link
 * @param remote where it expects the other
 * @param vlan its tag, 0 for none
 * @param settings what it has configured for the other
 */
record Side(String node, int asn, DualAddress own, DualAddress remote, int vlan, Settings settings) {

    /** What a router has configured for its neighbour, beyond addresses and AS numbers. */
    interface Settings {
        /** Nothing beyond the usual. */
        Settings USUAL = (peer, family) -> peer;

        PeerConfigBuilder apply(PeerConfigBuilder peer, AfiSafi family);
    }

    LinkPlan.End end() {
        return new LinkPlan.End(node, own.all(), vlan, 0);
    }

    IpAddress own(AfiSafi family) {
        return own.of(family.family());
    }

    IpAddress remote(AfiSafi family) {
        return remote.of(family.family());
    }
}
