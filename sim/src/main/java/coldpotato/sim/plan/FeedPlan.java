package coldpotato.sim.plan;

import coldpotato.sim.node.FeedTerms;

/**
 * Best BGP routes of one node programmed into another's routing table, as a controller programs those of a router into the machines
 * behind it.
 *
 * @param name unique in the plan
 * @param from the node whose best routes are fed
 * @param to the node whose table is programmed
 * @param terms which routes, and how the receiver takes them
 * @param provenance where it comes from
 */
public record FeedPlan(String name, String from, String to, FeedTerms terms, Provenance provenance) {}
