package coldpotato.sim.plan;

import coldpotato.core.net.IpAddress;

/**
 * Best BGP routes of one node programmed into another's routing table, as an ExpressRoute gateway's routes are into the
 * subnets of its VNet.
 *
 * @param name unique in the plan
 * @param from the node whose best routes are fed
 * @param to the node whose table is programmed
 * @param nextHop the address through which the receiver sends: usually the feeding node's own; only routes of its family are
 *     fed
 * @param delayNanos from a change at the one to its programming at the other
 * @param provenance where it comes from
 */
public record FeedPlan(
        String name, String from, String to, IpAddress nextHop, long delayNanos, Provenance provenance) {}
