package coldpotato.sim.plan;

import coldpotato.core.net.IpAddress;
import coldpotato.sim.net.Capacity;
import coldpotato.sim.net.CarrierDelay;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What joins two nodes: one layer-3 segment, that is one VLAN of a physical link where several share it.
 *
 * @param name unique in the plan
 * @param a one end
 * @param b the other end
 * @param delayNanos one way, both directions alike
 * @param carrierSeen true if each end sees the other's loss of light at once; false if something between them, such as a
 *     provider's switch, keeps the port up
 * @param capacity how much it carries in each direction; empty for as much as anybody sends
 * @param open false if a port of it is administratively down: there is no light
 * @param carriage by what it is carried if it is a tunnel, empty if it is a cable
 * @param keptMarks DSCP marks that stay what they are, while all others become 0; empty if all stay
 * @param provenance where it comes from
 */
public record LinkPlan(
        String name,
        End a,
        End b,
        long delayNanos,
        boolean carrierSeen,
        Optional<Capacity> capacity,
        boolean open,
        Optional<Carriage> carriage,
        Optional<ImmutableSet<Integer>> keptMarks,
        Provenance provenance) {

    /** Begins a cable without delay that carries as much as anybody sends. */
    public static LinkPlanBuilder builder(String name, End a, End b, Provenance provenance) {
        return builder(name, a, b, () -> provenance);
    }

    /** The same, when only what is said of the link decides where it comes from. */
    public static LinkPlanBuilder builder(String name, End a, End b, Supplier<Provenance> provenance) {
        return new LinkPlanBuilder(name, a, b, provenance);
    }

    /** A builder that starts from this. */
    public LinkPlanBuilder toBuilder() {
        return new LinkPlanBuilder(this);
    }

    /** True if the link can become the other one by settings at its ends; else it is laid anew. */
    boolean canBecome(LinkPlan other) {
        return a.node.equals(other.a.node)
                && b.node.equals(other.b.node)
                && carrierSeen == other.carrierSeen
                && carriage.equals(other.carriage);
    }

    /**
     * The way in which a tunnel is carried by other links: packets between two outer addresses, found their way by the routing of
     * everybody on it.
     *
     * @param outer the outer addresses of ends A and B, each of which its node owns; empty if what carries the tunnel is not
     *     part of the network and never fails
     * @param carrierDelay how long each end takes to notice that the other is gone, and back
     */
    public record Carriage(Optional<Outer> outer, CarrierDelay carrierDelay) {}

    /**
     * Outer addresses of a tunnel.
     *
     * @param a of end A
     * @param b of end B
     */
    public record Outer(IpAddress a, IpAddress b) {}

    /**
     * One end of a link.
     *
     * @param node the node's name
     * @param addresses addresses of the interface with the length of their subnet
     * @param vlan 802.1Q tag, 0 for none; frames pass only if both ends have the same
     * @param igpCost cost of leaving by this interface in the IGP domain of the node, 0 if the link is not part of it
     */
    public record End(String node, ImmutableList<Address> addresses, int vlan, int igpCost) {}

    /**
     * An interface address.
     *
     * @param address the address
     * @param length of its subnet, in bits
     */
    public record Address(IpAddress address, int length) {}
}
