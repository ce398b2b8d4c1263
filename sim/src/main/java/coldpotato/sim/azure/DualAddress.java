package coldpotato.sim.azure;

import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.sim.plan.LinkPlan.Address;
import com.google.common.collect.ImmutableList;

/**
 * Where somebody is found: an address of each family that is in use there.
 *
 * @param all the addresses, at most one of a family
 */
record DualAddress(ImmutableList<Address> all) {

    /** Addresses that are no part of a subnet, such as loopbacks. */
    static DualAddress hosts(ImmutableList<IpAddress> addresses) {
        return new DualAddress(addresses.stream()
                .map(address -> new Address(address, address.family().bits()))
                .collect(ImmutableList.toImmutableList()));
    }

    /** The address of a family that is in use. */
    IpAddress of(Family family) {
        return all.stream()
                .map(Address::address)
                .filter(address -> address.family() == family)
                .findFirst()
                .orElseThrow();
    }
}
