package coldpotato.sim.net;

import com.google.common.collect.ImmutableList;

/**
 * The way of a packet, by the forwarding tables of this instant.
 *
 * @param crossings the links in order; empty if the packet stays on its node
 * @param node where it ends: the owner of the destination address
 */
public record Route(ImmutableList<Crossing> crossings, String node) {

    /**
     * Sends one packet along it.
     *
     * @return how long it takes, or {@link Link#LOST}
     */
    long cross() {
        long total = 0;
        for (Crossing crossing : crossings) {
            long nanos = crossing.link().cross(crossing.direction());
            if (nanos == Link.LOST) {
                return Link.LOST;
            }
            total += nanos;
        }
        return total;
    }
}
