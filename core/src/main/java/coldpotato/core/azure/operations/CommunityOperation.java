package coldpotato.core.azure.operations;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VnetPeers;
import coldpotato.core.azure.rules.ConnectionRules;
import coldpotato.core.azure.rules.Refusal;
import coldpotato.core.net.Community;
import com.google.common.collect.ImmutableList;

/** Gives VNets communities of their own. */
public sealed interface CommunityOperation extends Operation {

    /**
     * Gives a VNet a community of its own. If a gateway that serves it is connected, that takes effect when a connection of this
     * gateway is deleted and made anew (how-to-configure-custom-bgp-communities.md); then it shows on all of them.
     */
    record SetCommunity(String virtualNetwork, Community community) implements CommunityOperation {
        @Override
        public String element() {
            return virtualNetwork;
        }

        @Override
        public String text() {
            return "is to show community " + community;
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            HybridNetworkBuilder after = network.toBuilder().putPending(virtualNetwork, community);
            return waits(network)
                    ? after.build()
                    : after.settleCommunity(virtualNetwork).build();
        }

        /** What waits is in no state that could be judged. */
        @Override
        public ImmutableList<Refusal> refusals(HybridNetwork before) {
            return ConnectionRules.againstCommunity(virtualNetwork, community)
                    .filter(refusal -> waits(before))
                    .map(ImmutableList::of)
                    .orElse(ImmutableList.of());
        }

        private boolean waits(HybridNetwork network) {
            VirtualNetwork vnet = Parts.named(network.virtualNetworks(), "virtual network", virtualNetwork);
            return new VnetPeers(network)
                    .ownersOfGateways(vnet).stream().anyMatch(owner -> network.connections().values().stream()
                            .anyMatch(connection -> connection.gateway().equals(owner.name())));
        }
    }
}
