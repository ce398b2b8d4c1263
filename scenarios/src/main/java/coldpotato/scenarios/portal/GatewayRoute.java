package coldpotato.scenarios.portal;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.PathSource;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.Optional;

/**
 * A route that an instance of a gateway, of a Route Server or of a hub's router knows or tells a peer, as {@code az network
 * vnet-gateway list-learned-routes} and {@code list-advertised-routes} have it.
 *
 * @param network where it leads
 * @param nextHop empty for the address spaces of the virtual network itself
 * @param origin where it comes from
 * @param sourcePeer the peer that told it, the instance itself for its own; empty for what it tells others
 * @param asPath the AS numbers with dashes between them
 * @param weight that the instance gave it, by which it chose: at an ExpressRoute gateway that of the connection, at a VPN gateway
 *     what makes ExpressRoute win over a VPN for equal prefixes
 */
public record GatewayRoute(
        Prefix network,
        Optional<IpAddress> nextHop,
        Origin origin,
        Optional<IpAddress> sourcePeer,
        String asPath,
        long weight) {
    private static final Comparator<GatewayRoute> ORDER = Comparator.comparing(GatewayRoute::network)
            .thenComparing(route -> route.sourcePeer().map(IpAddress::toString).orElse(""));

    /** How a route came to be known, as Azure calls it. */
    public enum Origin {
        NETWORK("Network"),
        EBGP("EBgp"),
        IBGP("IBgp"),
        IGP("Igp");

        private final String text;

        Origin(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Everything that an instance knows, by prefix and peer; what its import refused is left out. */
    public static ImmutableList<GatewayRoute> learned(BgpSpeaker speaker) {
        ImmutableList.Builder<GatewayRoute> routes = ImmutableList.builder();
        for (AfiSafi family : AfiSafi.values()) {
            speaker.rib(family).forEachPrefix(prefix -> speaker.rib(family).paths(prefix).stream()
                    .filter(Path::accepted)
                    .map(path -> learned(path, address(speaker)))
                    .forEach(routes::add));
        }
        return ImmutableList.sortedCopyOf(ORDER, routes.build());
    }

    private static GatewayRoute learned(Path path, Optional<IpAddress> self) {
        PathSource source = path.source();
        if (source.isLocal()) {
            return new GatewayRoute(path.prefix(), Optional.empty(), Origin.NETWORK, self, "", path.weight());
        }
        return new GatewayRoute(
                path.prefix(),
                Optional.of(path.attributes().nextHop()),
                source.kind() == PathSource.Kind.EBGP ? Origin.EBGP : Origin.IBGP,
                Optional.of(source.peerAddress()),
                dashes(path.attributes().asPath()),
                path.weight());
    }

    /** What an instance has told a peer, by prefix. */
    public static ImmutableList<GatewayRoute> advertised(BgpSpeaker speaker, PeerView peer) {
        ImmutableList.Builder<GatewayRoute> routes = ImmutableList.builder();
        for (AfiSafi family : peer.config().families()) {
            speaker.adjRibOut(peer.config().name(), family)
                    .forEach((prefix, attributes) -> routes.add(new GatewayRoute(
                            prefix,
                            Optional.of(attributes.nextHop()),
                            Origin.IGP,
                            Optional.empty(),
                            dashes(attributes.asPath()),
                            0)));
        }
        return ImmutableList.sortedCopyOf(ORDER, routes.build());
    }

    /** The different prefixes that an instance learned from others. */
    public static ImmutableSet<Prefix> learnedPrefixes(BgpSpeaker speaker) {
        return learned(speaker).stream()
                .filter(route -> route.origin() != Origin.NETWORK)
                .map(GatewayRoute::network)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The address by which an instance is known: its end of its first session. */
    public static Optional<IpAddress> address(BgpSpeaker speaker) {
        return speaker.peers().stream()
                .map(peer -> peer.config().localAddress())
                .findFirst();
    }

    private static String dashes(AsPath path) {
        return path.toString().replace(' ', '-');
    }
}
