package coldpotato.bgp.netty;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.net.IpAddress;
import java.net.InetSocketAddress;
import java.util.OptionalInt;

/**
 * Where the stream to a peer really runs. The addresses that the speaker knows may be others: routers of a scenario can all
 * live on loopback.
 *
 * @param local our end; port 0 for any, the unspecified address for whatever the machine chooses
 * @param remote the peer's end and the port to dial; a peer that dials us may come from any port
 * @param ttlSecurity true to demand that packets come from a direct neighbour (GTSM, RFC 5082): sent with TTL 255, taken only
 *     with TTL 255
 * @param ttl of packets sent without TTL security, such as 1 for a direct neighbour; empty for the machine's usual one
 */
public record PeerSockets(InetSocketAddress local, InetSocketAddress remote, boolean ttlSecurity, OptionalInt ttl) {
    /** The TTL that only a direct neighbour's packets still have on arrival (RFC 5082 section 3). */
    static final int TTL_SECURE = 255;

    public PeerSockets {
        checkArgument(!local.isUnresolved() && !remote.isUnresolved(), "not an address: %s or %s", local, remote);
        checkArgument(
                address(local).family() == address(remote).family()
                        || local.getAddress().isAnyLocalAddress(),
                "%s cannot reach %s",
                local,
                remote);
    }

    /** A stream without further demands. */
    public static PeerSockets of(InetSocketAddress local, InetSocketAddress remote) {
        return new PeerSockets(local, remote, false, OptionalInt.empty());
    }

    /** Whether a stream with these ends is the peer's. */
    boolean matches(InetSocketAddress localEnd, InetSocketAddress remoteEnd) {
        return address(remote).equals(address(remoteEnd))
                && (local.getAddress().isAnyLocalAddress() || address(local).equals(address(localEnd)));
    }

    /** Whether the peer's connections may come to a listener. */
    boolean arrivesAt(InetSocketAddress listener) {
        boolean sameFamily = address(remote).family() == address(listener).family();
        if (listener.getAddress().isAnyLocalAddress()) {
            // All IPv6 addresses stand for all IPv4 addresses too.
            return sameFamily || !address(listener).isIpv4();
        }
        return address(local).equals(address(listener))
                || (sameFamily && local.getAddress().isAnyLocalAddress());
    }

    /** True if both ends are on this machine, so that next hops such as 127.0.0.1 are no nonsense. */
    boolean isLoopback() {
        return remote.getAddress().isLoopbackAddress();
    }

    /** The address of a socket; an IPv4 address is one even where it comes mapped into IPv6 (RFC 4291 section 2.5.5.2). */
    static IpAddress address(InetSocketAddress socket) {
        IpAddress address = IpAddress.ofBytes(socket.getAddress().getAddress());
        boolean mapped = !address.isIpv4() && address.high() == 0 && address.low() >>> 32 == 0xffff;
        return mapped ? IpAddress.ipv4(address.toInt()) : address;
    }
}
