package coldpotato.sim.net;

import coldpotato.core.net.IpAddress;
import java.util.Optional;

/**
 * What TCP must know of a peer.
 *
 * @param local our address
 * @param remote the peer's address
 * @param password TCP MD5 key (RFC 2385): segments that are not signed with the same key are dropped without a word
 * @param linksMax how many links our packets may cross, 1 for single-hop eBGP
 */
public record PeerAddresses(IpAddress local, IpAddress remote, Optional<String> password, int linksMax) {
    /** Without the password. */
    @Override
    public String toString() {
        return local + " to " + remote;
    }
}
