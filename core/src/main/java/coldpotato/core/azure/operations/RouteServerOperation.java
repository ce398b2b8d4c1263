package coldpotato.core.azure.operations;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.RouteServer;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.grounds.Grounds;
import coldpotato.core.azure.grounds.RouteServerAssumptions;
import java.util.Optional;

/** Deploys, changes or deletes the Route Server of a VNet. */
public sealed interface RouteServerOperation extends Operation {
    /** The VNet. */
    String virtualNetwork();

    @Override
    default String element() {
        return virtualNetwork();
    }

    private static Optional<Sequel> afterInterruption(Grounds grounds, RouteServerOperation end) {
        return Optional.of(new Sequel(grounds.nanos(RouteServerAssumptions.INTERRUPTION), end));
    }

    private static HybridNetwork put(HybridNetwork network, String vnet, Optional<RouteServer> server) {
        return network.toBuilder()
                .put(Parts.named(network.virtualNetworks(), "virtual network", vnet).toBuilder()
                        .routeServer(server)
                        .build())
                .build();
    }

    private static RouteServer of(HybridNetwork network, String vnet) {
        return Parts.named(network.virtualNetworks(), "virtual network", vnet)
                .routeServer()
                .orElseThrow(() -> new IllegalArgumentException(vnet + " has no Route Server at this time"));
    }

    private static RouteServer running(HybridNetwork network, String vnet) {
        RouteServer server = of(network, vnet);
        checkArgument(server.isRunning(), "the Route Server of %s does not run at this time", vnet);
        return server;
    }

    /** Begins to deploy one. */
    record Deploy(String virtualNetwork, RouteServer server) implements RouteServerOperation {
        @Override
        public String text() {
            return "begins to deploy a Route Server";
        }

        @Override
        public Optional<Sequel> sequel(Grounds grounds) {
            return afterInterruption(grounds, new Run(virtualNetwork));
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            checkArgument(
                    Parts.named(network.virtualNetworks(), "virtual network", virtualNetwork)
                            .routeServer()
                            .isEmpty(),
                    "%s has a Route Server already at this time",
                    virtualNetwork);
            return put(network, virtualNetwork, Optional.of(server.withState(RouteServer.State.DEPLOYING)));
        }
    }

    /** The one that is being deployed runs. */
    record Run(String virtualNetwork) implements RouteServerOperation {
        @Override
        public String text() {
            return "has a Route Server that runs";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            RouteServer server = of(network, virtualNetwork).withState(RouteServer.State.RUNNING);
            return put(network, virtualNetwork, Optional.of(server));
        }
    }

    /** Begins to delete it: it runs no more. */
    record Delete(String virtualNetwork) implements RouteServerOperation {
        @Override
        public String text() {
            return "begins to delete its Route Server";
        }

        @Override
        public Optional<Sequel> sequel(Grounds grounds) {
            return afterInterruption(grounds, new Remove(virtualNetwork));
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            RouteServer server = running(network, virtualNetwork).withState(RouteServer.State.DELETING);
            return put(network, virtualNetwork, Optional.of(server));
        }
    }

    /** It is gone. */
    record Remove(String virtualNetwork) implements RouteServerOperation {
        @Override
        public String text() {
            return "has no Route Server any more";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            of(network, virtualNetwork);
            return put(network, virtualNetwork, Optional.empty());
        }
    }

    /** Switches branch-to-branch. */
    record SetBranchToBranch(String virtualNetwork, boolean on) implements RouteServerOperation {
        @Override
        public String text() {
            return "has branch-to-branch switched " + (on ? "on" : "off");
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            RouteServer server = running(network, virtualNetwork).withBranchToBranch(on);
            return put(network, virtualNetwork, Optional.of(server));
        }
    }

    /** Gives it another routing preference. */
    record SetPreference(String virtualNetwork, VirtualHub.RoutingPreference preference)
            implements RouteServerOperation {
        @Override
        public String text() {
            return "has a Route Server that prefers " + preference.text();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            RouteServer server = running(network, virtualNetwork).withPreference(preference);
            return put(network, virtualNetwork, Optional.of(server));
        }
    }
}
