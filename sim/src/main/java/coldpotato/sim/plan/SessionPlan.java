package coldpotato.sim.plan;

import coldpotato.bgp.speaker.PeerConfig;

/**
 * A BGP session: two neighbours configured for each other, or at least meant to be.
 *
 * @param name unique in the plan; both ends' settings carry it
 * @param nodeA the node of one end
 * @param a that end's settings
 * @param nodeB the node of the other end
 * @param b the other end's settings
 * @param enabled false if both ends are administratively down
 * @param provenance where it comes from
 */
public record SessionPlan(
        String name, String nodeA, PeerConfig a, String nodeB, PeerConfig b, boolean enabled, Provenance provenance) {}
