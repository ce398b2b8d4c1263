package coldpotato.sim.net;

/**
 * One link on a packet's way.
 *
 * @param link which
 * @param direction in which it is crossed
 */
public record Crossing(Link link, Direction direction) {}
