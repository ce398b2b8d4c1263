package coldpotato.contract;

import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;

/**
 * What joins two nodes: a link with a session over it.
 *
 * @param session the session's name
 * @param a one end
 * @param b the other end
 * @param atA the address there
 * @param atB the address there
 */
record Wire(String session, Node a, Node b, IpAddress atA, IpAddress atB) {
    /** The name of the link, which is that of the interface at either end. */
    String link() {
        return session + "-link";
    }

    Node other(Node end) {
        return end == a ? b : a;
    }

    /** The address of one of the ends. */
    IpAddress at(Node end) {
        return end == a ? atA : atB;
    }

    /** The length of the subnet that both addresses are in. */
    int length() {
        return atA.family() == Family.IPV4 ? 30 : 64;
    }
}
