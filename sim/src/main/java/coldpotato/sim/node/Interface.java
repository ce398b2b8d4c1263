package coldpotato.sim.node;

import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.net.Link;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** One router's end of a link: its addresses, and whether the router takes it to be up. Named like the link. */
public final class Interface {

    /**
     * An address with the subnet in which it lies.
     *
     * @param address the router's own
     * @param length of the subnet, in bits
     */
    public record Address(IpAddress address, int length) {
        public Prefix subnet() {
            return new Prefix(address, length);
        }
    }

    private final Link link;
    private ImmutableList<Address> addresses;
    private boolean removed;
    private boolean carrier;

    Interface(Link link, ImmutableList<Address> addresses) {
        this.link = link;
        this.addresses = addresses;
        this.carrier = link.hasLight() || !link.carrierSeen();
    }

    public Link link() {
        return link;
    }

    public ImmutableList<Address> addresses() {
        return addresses;
    }

    /** True if it is still there and the router sees light; a silent failure leaves it up. */
    public boolean isUp() {
        return !removed && carrier;
    }

    public boolean has(IpAddress address) {
        for (Address each : addresses) {
            if (each.address().equals(address)) {
                return true;
            }
        }
        return false;
    }

    /** Its first address of a family. */
    public Optional<IpAddress> address(Family family) {
        return addresses.stream()
                .map(Address::address)
                .filter(address -> address.family() == family)
                .findFirst();
    }

    void remove() {
        removed = true;
    }

    void carrier(boolean seen) {
        carrier = seen;
    }

    void addresses(ImmutableList<Address> changed) {
        addresses = changed;
    }

    @Override
    public String toString() {
        return link.name();
    }
}
