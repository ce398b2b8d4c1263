package coldpotato.sim.azure;

import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.LinkPlanBuilder;

/**
 * A link and the addresses on it, of which each end knows the other's.
 *
 * @param name of the link
 * @param a addresses of the one end
 * @param b addresses of the other end
 */
record NumberedLink(String name, DualAddress a, DualAddress b) {

    IpAddress a(Family family) {
        return a.of(family);
    }

    IpAddress b(Family family) {
        return b.of(family);
    }

    /** The one end, if it speaks BGP. */
    Side a(String node, int asn, Side.Settings settings) {
        return new Side(node, asn, a, b, 0, settings);
    }

    /** The other end, if it speaks BGP. */
    Side b(String node, int asn, Side.Settings settings) {
        return new Side(node, asn, b, a, 0, settings);
    }

    /** The same link, seen from its other end. */
    NumberedLink turned() {
        return new NumberedLink(name, b, a);
    }

    /** Begins the link between two nodes. */
    LinkPlanBuilder between(String nodeA, String nodeB, Basis at) {
        return between(nodeA, nodeB, 0, at);
    }

    /** Begins the link between two routers of a link-state domain. */
    LinkPlanBuilder between(String nodeA, String nodeB, int igpCost, Basis at) {
        return LinkPlan.builder(
                name,
                new LinkPlan.End(nodeA, a.all(), 0, igpCost),
                new LinkPlan.End(nodeB, b.all(), 0, igpCost),
                at::provenance);
    }
}
