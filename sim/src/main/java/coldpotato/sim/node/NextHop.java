package coldpotato.sim.node;

import coldpotato.core.net.IpAddress;
import java.util.Optional;

/**
 * Where a packet goes next.
 *
 * @param link name of the link to leave by, empty while it has to be found out from the address
 * @param address the neighbour's address; empty if the packet's destination itself is on the link
 */
public record NextHop(Optional<String> link, Optional<IpAddress> address) {

    /** An address to be resolved through other routes. */
    public static NextHop via(IpAddress address) {
        return new NextHop(Optional.empty(), Optional.of(address));
    }

    /** A neighbour on a link. */
    public static NextHop via(String link, IpAddress address) {
        return new NextHop(Optional.of(link), Optional.of(address));
    }

    /** Straight out of a link, to whoever has the destination's address there. */
    public static NextHop onLink(String link) {
        return new NextHop(Optional.of(link), Optional.empty());
    }

    /** This next hop if it names an address, otherwise the given one on the same link. */
    NextHop orAddress(IpAddress destination) {
        return address.isPresent() ? this : new NextHop(link, Optional.of(destination));
    }

    @Override
    public String toString() {
        return address.map(IpAddress::toString).orElse("direct")
                + link.map(name -> " on " + name).orElse("");
    }
}
