package coldpotato.core.azure;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.azure.PeeringLink.Bfd;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that somebody configures, at the customer's or at Azure: a function from model to model, as data that a timeline
 * can hold. Names must exist in the model.
 */
public sealed interface Operation {

    /**
     * The model after the operation, whatever Azure thinks of it.
     *
     * @throws IllegalArgumentException if the model has no such name
     */
    HybridNetwork change(HybridNetwork network);

    /** The name of what is configured: a connection, a circuit, a link of a peering, a route filter or who announces. */
    String element();

    /** What is done to the element, in words. */
    String text();

    /** What Azure has against this operation besides the state that it leads to. */
    default ImmutableList<Refusal> refusals(HybridNetwork before) {
        return ImmutableList.of();
    }

    /**
     * Does it, unless Azure refuses: refused is what would bring something into the model that Azure does not take.
     *
     * @throws IllegalArgumentException if the model has no such name
     */
    default OperationResult apply(HybridNetwork network) {
        HybridNetwork after = change(network);
        ImmutableList<Refusal> known = Validity.check(network);
        ImmutableList<Refusal> refusals = ImmutableList.<Refusal>builder()
                .addAll(refusals(network))
                .addAll(Validity.check(after).stream()
                        .filter(refusal -> !known.contains(refusal))
                        .iterator())
                .build();
        return refusals.isEmpty() ? OperationResult.done(after) : new OperationResult(network, refusals);
    }

    /**
     * Opens or closes both sessions of a peering. Opening it again turns BFD on, which is how peerings from before BFD get it
     * (expressroute-howto-reset-peering.md).
     */
    record SetPeeringEnabled(String circuit, PeeringKind kind, boolean enabled) implements Operation {
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

    /** Gives a connection another routing weight. */
    record SetWeight(String connection, int weight) implements Operation {
        @Override
        public String element() {
            return connection;
        }

        @Override
        public String text() {
            return "gets routing weight " + weight;
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Connection from = Parts.named(network.connections(), "connection", connection);
            return network.toBuilder()
                    .put(new Connection(connection, from.virtualNetwork(), from.circuit(), weight))
                    .build();
        }
    }

    /** Attaches a route filter to Microsoft peering, in place of one that was. */
    record AttachRouteFilter(String circuit, String filter) implements Operation {
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
    record DetachRouteFilter(String circuit) implements Operation {
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
    record SetRouteFilter(String filter, ImmutableSet<Community> communities) implements Operation {
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

    /**
     * Announces prefixes besides the others.
     *
     * @param from a site (on all its private peerings), a virtual network, an Internet link, or a {@link PeeringLeg} as text
     */
    record Announce(String from, ImmutableSet<Prefix> prefixes) implements Operation {
        @Override
        public String element() {
            return from;
        }

        @Override
        public String text() {
            return "announces " + Joiner.on(", ").join(prefixes);
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return new Announcer(network, from).with(prefixes);
        }
    }

    /**
     * Announces prefixes no longer. Their hosts stay where they are.
     *
     * @param from as for {@link Announce}
     */
    record Withdraw(String from, ImmutableSet<Prefix> prefixes) implements Operation {
        @Override
        public String element() {
            return from;
        }

        @Override
        public String text() {
            return "withdraws " + Joiner.on(", ").join(prefixes);
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return new Announcer(network, from).without(prefixes);
        }
    }

    /** Gives the customer's router other policies; what is absent stays, an empty name takes a policy away. */
    record SetPolicy(PeeringLeg leg, Optional<String> importPolicy, Optional<String> exportPolicy)
            implements Operation {
        @Override
        public String element() {
            return leg.toString();
        }

        @Override
        public String text() {
            return Stream.of(text("import", importPolicy), text("export", exportPolicy))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
        }

        private static Optional<String> text(String direction, Optional<String> policy) {
            return policy.map(name ->
                    name.isEmpty() ? "loses its " + direction + " policy" : "gets " + direction + " policy " + name);
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return Parts.change(network, leg, link -> link.importPolicy(
                            importPolicy.orElse(link.build().importPolicy()))
                    .exportPolicy(exportPolicy.orElse(link.build().exportPolicy())));
        }
    }

    /** Makes the customer's router put its AS on the path another number of times, beyond once. */
    record SetPrepend(PeeringLeg leg, int prepend) implements Operation {
        @Override
        public String element() {
            return leg.toString();
        }

        @Override
        public String text() {
            return "prepends its AS " + prepend + " times";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return Parts.change(network, leg, link -> link.prepend(prepend));
        }
    }

    /** Gives the customer's router other timers. */
    record SetTimers(PeeringLeg leg, long holdNanos, long keepaliveNanos) implements Operation {
        @Override
        public String element() {
            return leg.toString();
        }

        @Override
        public String text() {
            return "gets hold time " + Durations.format(holdNanos) + " and keepalive interval "
                    + Durations.format(keepaliveNanos);
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return Parts.change(network, leg, link -> link.timers(holdNanos, keepaliveNanos));
        }
    }

    /** Gives the customer's router other BFD settings, or none. */
    record SetBfd(PeeringLeg leg, Optional<Bfd> bfd) implements Operation {
        @Override
        public String element() {
            return leg.toString();
        }

        @Override
        public String text() {
            return bfd.map(timers ->
                            "gets BFD of " + Durations.format(timers.intervalNanos()) + " x " + timers.multiplier())
                    .orElse("loses BFD");
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return Parts.change(network, leg, link -> link.bfd(bfd));
        }
    }

    /** Breaks the configuration of the customer's router; what is empty stays as it is. */
    record Misconfigure(PeeringLeg leg, OptionalInt vlan, Optional<String> md5, boolean swapAddresses)
            implements Operation {
        @Override
        public String element() {
            return leg.toString();
        }

        @Override
        public String text() {
            List<String> mistakes = new ArrayList<>();
            vlan.ifPresent(tag -> mistakes.add("VLAN " + tag));
            md5.ifPresent(key -> mistakes.add("another MD5 key"));
            if (swapAddresses) {
                mistakes.add("swapped addresses");
            }
            return "gets " + String.join(" and ", mistakes) + " by mistake";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return Parts.change(network, leg, link -> link.vlan(
                            vlan.isPresent() ? vlan : link.build().vlan())
                    .md5(md5.or(() -> link.build().md5()))
                    .addressesSwapped(swapAddresses || link.build().addressesSwapped()));
        }
    }

    /** Gives the customer's router the tag, the key and the addresses that the peering has. */
    record Correct(PeeringLeg leg) implements Operation {
        @Override
        public String element() {
            return leg.toString();
        }

        @Override
        public String text() {
            return "is configured correctly again";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Peering peering = Parts.peering(network, leg.circuit(), leg.kind());
            return Parts.change(network, leg, link -> link.vlan(OptionalInt.empty())
                    .md5(peering.md5())
                    .addressesSwapped(false));
        }
    }

    /** Gives a circuit another SKU. */
    record SetSku(String circuit, Circuit.Sku sku) implements Operation {
        @Override
        public String element() {
            return circuit;
        }

        @Override
        public String text() {
            return "becomes " + sku.text();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return network.toBuilder()
                    .put(Parts.named(network.circuits(), "circuit", circuit).withSku(sku))
                    .build();
        }

        @Override
        public ImmutableList<Refusal> refusals(HybridNetwork before) {
            return SkuRules.refusals(before, Parts.named(before.circuits(), "circuit", circuit), sku);
        }
    }

    /** Connects a gateway to a circuit; the name may be that of a connection that was deleted. */
    record Connect(String connection, String virtualNetwork, String circuit, int weight) implements Operation {
        @Override
        public String element() {
            return connection;
        }

        @Override
        public String text() {
            return "connects " + virtualNetwork + " to " + circuit + " with weight " + weight;
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Parts.named(network.virtualNetworks(), "virtual network", virtualNetwork);
            Parts.named(network.circuits(), "circuit", circuit);
            checkArgument(
                    !network.connections().containsKey(connection),
                    "there is a connection %s already at this time",
                    connection);
            return network.toBuilder()
                    .put(new Connection(connection, virtualNetwork, circuit, weight))
                    .build();
        }

        @Override
        public ImmutableList<Refusal> refusals(HybridNetwork before) {
            int spaces = before.virtualNetworks().get(virtualNetwork).prefixes().size();
            return spaces <= Documented.ADDRESS_SPACES_AT_CONNECTION_MAX
                    ? ImmutableList.of()
                    : ImmutableList.of(new Refusal(
                            ModelPath.connection(connection),
                            virtualNetwork + " has " + spaces + " address spaces, while a new connection takes "
                                    + Documented.ADDRESS_SPACES_AT_CONNECTION_MAX,
                            Document.LINK_VNET));
        }
    }

    /** Deletes a connection. */
    record Disconnect(String connection) implements Operation {
        @Override
        public String element() {
            return connection;
        }

        @Override
        public String text() {
            return "is deleted";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Parts.named(network.connections(), "connection", connection);
            return network.toBuilder().removeConnection(connection).build();
        }
    }
}
