package coldpotato.core.azure.operations;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringLink.Bfd;
import coldpotato.core.time.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Configures the customer's router at one link of a peering or, where that makes no difference, at a VPN connection. */
public sealed interface EdgeOperation extends Operation {

    /** Gives the customer's router other policies; what is absent stays, an empty name takes a policy away. */
    record SetPolicy(CustomerEnd end, Optional<String> importPolicy, Optional<String> exportPolicy)
            implements EdgeOperation {
        @Override
        public String element() {
            return end.toString();
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
            return end.change(network, link -> link.importPolicy(
                            importPolicy.orElse(link.build().importPolicy()))
                    .exportPolicy(exportPolicy.orElse(link.build().exportPolicy())));
        }
    }

    /** Makes the customer's router put its AS on the path another number of times, beyond once. */
    record SetPrepend(CustomerEnd end, int prepend) implements EdgeOperation {
        @Override
        public String element() {
            return end.toString();
        }

        @Override
        public String text() {
            return "prepends its AS " + prepend + " times";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return end.change(network, link -> link.prepend(prepend));
        }
    }

    /** Gives the customer's router other timers. */
    record SetTimers(PeeringLeg leg, long holdNanos, long keepaliveNanos) implements EdgeOperation {
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
            return leg.change(network, link -> link.timers(holdNanos, keepaliveNanos));
        }
    }

    /** Gives the customer's router other BFD settings, or none. */
    record SetBfd(PeeringLeg leg, Optional<Bfd> bfd) implements EdgeOperation {
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
            return leg.change(network, link -> link.bfd(bfd));
        }
    }

    /** Breaks the configuration of the customer's router; what is empty stays as it is. */
    record Misconfigure(PeeringLeg leg, OptionalInt vlan, Optional<String> md5, boolean swapAddresses)
            implements EdgeOperation {
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
            return leg.change(network, link -> link.vlan(
                            vlan.isPresent() ? vlan : link.build().vlan())
                    .md5(md5.or(() -> link.build().md5()))
                    .addressesSwapped(swapAddresses || link.build().addressesSwapped()));
        }
    }

    /** Gives the customer's router the tag, the key and the addresses that the peering has. */
    record Correct(PeeringLeg leg) implements EdgeOperation {
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
            return leg.change(
                    network,
                    link -> link.vlan(OptionalInt.empty()).md5(peering.md5()).addressesSwapped(false));
        }
    }
}
