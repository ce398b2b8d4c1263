package coldpotato.core.azure.operations;

import coldpotato.core.azure.AdvertisedPublicPrefixesState;
import coldpotato.core.azure.CircuitBuilder;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.MicrosoftPeering;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringState;
import coldpotato.core.azure.RouteFilter;
import coldpotato.core.azure.rules.DeletionRules;
import coldpotato.core.azure.rules.Refusal;
import coldpotato.core.net.Community;
import coldpotato.core.net.Family;
import coldpotato.core.net.Prefix;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.Optional;

/** Configures a peering of a circuit, or the route filters of Microsoft peering. */
public sealed interface PeeringOperation extends Operation {

    /**
     * Opens or closes sessions of a peering, all or those of one family. Opening it again after all were closed turns BFD on, which
     * is how peerings from before BFD get it (expressroute-howto-reset-peering.md).
     *
     * @param families which sessions, of both links
     */
    record SetPeeringEnabled(String circuit, PeeringKind kind, ImmutableSet<Family> families, boolean enabled)
            implements PeeringOperation {

        /** Opens or closes all sessions. */
        public SetPeeringEnabled(String circuit, PeeringKind kind, boolean enabled) {
            this(circuit, kind, ImmutableSet.copyOf(Family.values()), enabled);
        }

        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            String family = families.size() == 1 ? " in " + Iterables.getOnlyElement(families) : "";
            return kind.text() + " peering is switched " + (enabled ? "on" : "off") + family;
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Peering peering = Parts.peering(network, circuit, kind);
            boolean reopened = enabled && !peering.enabled();
            Peering switched = peering.withState(peering.state().with(families, enabled));
            return Parts.put(network, circuit, reopened ? switched.withBfd(true) : switched);
        }
    }

    /** Takes a peering away; nothing may use it any more. */
    record DeletePeering(String circuit, PeeringKind kind) implements PeeringOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "loses its " + kind.title();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Parts.peering(network, circuit, kind);
            CircuitBuilder without = network.circuits().get(circuit).toBuilder();
            return network.toBuilder()
                    .put(
                            switch (kind) {
                                case PRIVATE ->
                                    without.privatePeering(Optional.empty()).build();
                                case MICROSOFT ->
                                    without.microsoftPeering(Optional.empty()).build();
                            })
                    .build();
        }

        @Override
        public ImmutableList<Refusal> refusals(HybridNetwork before) {
            return kind == PeeringKind.PRIVATE
                    ? DeletionRules.inUse(before, circuit, "private peering")
                    : ImmutableList.of();
        }
    }

    /** Names other public prefixes; if Microsoft is in doubt whose they are, the sessions close until it has looked. */
    record SetAdvertisedPublicPrefixes(
            String circuit, ImmutableSet<Prefix> prefixes, AdvertisedPublicPrefixesState state)
            implements PeeringOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "gets advertised public prefixes " + Joiner.on(", ").join(prefixes) + ", " + state.text();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            MicrosoftPeering peering = Parts.microsoftPeering(network, circuit);
            PeeringState before = peering.state();
            return Parts.put(
                    network,
                    circuit,
                    peering.withAdvertisedPublicPrefixes(
                            prefixes, before.with(before.registration().with(state))));
        }
    }

    /** Microsoft has looked and takes the prefixes and the AS for the customer's. */
    record Validate(String circuit) implements PeeringOperation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "has its public prefixes and AS validated by Microsoft";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            MicrosoftPeering peering = Parts.microsoftPeering(network, circuit);
            PeeringState before = peering.state();
            return Parts.put(
                    network,
                    circuit,
                    peering.withState(
                            before.with(before.registration().with(AdvertisedPublicPrefixesState.CONFIGURED))));
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
