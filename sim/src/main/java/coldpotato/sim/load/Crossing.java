package coldpotato.sim.load;

import coldpotato.sim.net.Capacity;

/**
 * A limit on the way of some traffic.
 *
 * @param lane of it
 * @param limit what it carries
 * @param passing the share of what was sent that no link before it has lost, from 0 to 1
 */
public record Crossing(Lane lane, Capacity limit, double passing) {}
