package coldpotato.sim.azure;

import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.sim.plan.LinkPlan.Address;
import com.google.common.collect.ImmutableList;

/**
 * A direct link of Azure's fabric.
 *
 * @param name of the link
 * @param a addresses of the node that was named first
 * @param b addresses of the node that was named second
 */
record FabricLink(String name, ImmutableList<Address> a, ImmutableList<Address> b) {

    IpAddress a(Family family) {
        return Side.ofFamily(family, a);
    }

    IpAddress b(Family family) {
        return Side.ofFamily(family, b);
    }
}
