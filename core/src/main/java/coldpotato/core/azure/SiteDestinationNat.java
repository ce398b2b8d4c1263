package coldpotato.core.azure;

import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * Destination NAT at the edge of a site: servers published under addresses of a pool (designing-for-high-availability-with-expressroute.md).
 *
 * @param name unique in the network
 * @param links the links on its outside: names such as {@code er-ams.primary} or an Internet link
 * @param servers what is published
 * @param bound true if only routers on which it stands and works may be the origin of the published addresses, false if every
 *     router is that is told to announce them
 */
public record SiteDestinationNat(
        String name, ImmutableSet<String> links, ImmutableList<Server> servers, boolean bound) {
    /** Stands for every port. */
    public static final int ANY_PORT = 0;

    /**
     * A server of the site.
     *
     * @param published the address that it is known by outside
     * @param publishedPort the port that is published, or {@link #ANY_PORT}
     * @param address its own
     * @param port where it listens; {@link #ANY_PORT} if that is the published port
     */
    public record Server(IpAddress published, int publishedPort, IpAddress address, int port) {}

    /** The addresses that its servers are known by. */
    public ImmutableSet<IpAddress> published() {
        return servers.stream().map(Server::published).collect(ImmutableSet.toImmutableSet());
    }
}
