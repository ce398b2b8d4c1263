package coldpotato.core.azure;

import coldpotato.core.net.Community;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** Configures a peering of a circuit, or the route filters of Microsoft peering. */
public sealed interface PeeringOperation extends Operation {

    /**
     * Opens or closes both sessions of a peering. Opening it again turns BFD on, which is how peerings from before BFD get it
     * (expressroute-howto-reset-peering.md).
     */
    record SetPeeringEnabled(String circuit, PeeringKind kind, boolean enabled) implements PeeringOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return kind.text() + " peering is switched " + (enabled ? "on" : "off");
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Peering peering = Parts.peering(network, circuit, kind);
            boolean reopened = enabled && !peering.enabled();
            Peering switched = peering.withEnabled(enabled);
            return Parts.put(network, circuit, reopened ? switched.withBfd(true) : switched);
        }
    }

    /** Attaches a route filter to Microsoft peering, in place of one that was. */
    record AttachRouteFilter(String circuit, String filter) implements PeeringOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "gets route filter " + filter;
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Parts.named(network.routeFilters(), "route filter", filter);
            return Parts.put(
                    network, circuit, Parts.microsoftPeering(network, circuit).withRouteFilter(Optional.of(filter)));
        }
    }

    /** Leaves Microsoft peering without a route filter. */
    record DetachRouteFilter(String circuit) implements PeeringOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "is left without a route filter";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return Parts.put(
                    network, circuit, Parts.microsoftPeering(network, circuit).withRouteFilter(Optional.empty()));
        }
    }

    /** Gives a route filter other communities. */
    record SetRouteFilter(String filter, ImmutableSet<Community> communities) implements PeeringOperation {
        @Override
        public String element() {
            return filter;
        }

        @Override
        public String text() {
            return "lets through " + Joiner.on(", ").join(communities);
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Parts.named(network.routeFilters(), "route filter", filter);
            return network.toBuilder().put(new RouteFilter(filter, communities)).build();
        }
    }
}
