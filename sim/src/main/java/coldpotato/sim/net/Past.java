package coldpotato.sim.net;

/**
 * A datagram that should have been sent before now, over a link as it was then.
 *
 * @param node where it arrives
 * @param arrivalNanos when
 */
record Past(String node, long arrivalNanos) {}
