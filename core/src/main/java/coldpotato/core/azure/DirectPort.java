package coldpotato.core.azure;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

/**
 * ExpressRoute Direct: a pair of ports at a peering location, one on each of two routers of Microsoft
 * (expressroute-erdirect-about.md).
 *
 * @param name unique
 * @param location name of the peering location
 * @param bandwidthMbps of each of the two ports
 * @param encapsulation how frames of several circuits are told apart
 * @param shut the links whose ports are administratively down
 */
public record DirectPort(
        String name, String location, long bandwidthMbps, Encapsulation encapsulation, ImmutableSet<Leg> shut) {

    /** How frames of several circuits and peerings are told apart. */
    public enum Encapsulation {
        /** An outer tag for each circuit, assigned by Azure, and an inner one for each peering. */
        QINQ("QinQ"),
        /** One tag for each peering, unique over all circuits of the pair. */
        DOT1Q("Dot1Q");

        private final String text;

        Encapsulation(String text) {
            this.text = text;
        }

        /** As Azure writes it. */
        public String text() {
            return text;
        }
    }

    /** The same with one link opened or shut. */
    public DirectPort withShut(Leg leg, boolean value) {
        ImmutableSet<Leg> links = ImmutableSet.of(leg);
        return new DirectPort(
                name,
                location,
                bandwidthMbps,
                encapsulation,
                (value ? Sets.union(shut, links) : Sets.difference(shut, links)).immutableCopy());
    }
}
