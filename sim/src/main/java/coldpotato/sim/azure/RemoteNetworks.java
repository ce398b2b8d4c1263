package coldpotato.sim.azure;

import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.ExpressRouteGateway;
import coldpotato.core.azure.HubGateway;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.grounds.Conflicts;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Traffic between VNets, and between VNets and Virtual WAN, by way of a circuit: off unless the gateways allow it
 * (virtual-network-connectivity-guidance.md). An MSEE then tells one gateway what another announces, with its own AS in place of
 * Azure's private ones. Not modelled: two hubs of a Virtual WAN, which are joined without circuits.
 */
final class RemoteNetworks {
    private static final MatchClause FROM_AZURE = new MatchClause.PathContains(Documented.GATEWAY_ASN.toInt());
    private static final PolicyRule OFF = Rules.refuse("VNet to VNet over the circuit is off", FROM_AZURE);
    private static final PolicyRule TURNED_ROUND = new PolicyRule(
            "turned round at the edge",
            ImmutableList.of(FROM_AZURE),
            ImmutableList.of(
                    new SetClause.RemoveAs(Documented.RESERVED_ASN_FIRST.toInt(), Documented.RESERVED_ASN_LAST.toInt()),
                    new SetClause.Prepend(Documented.MSEE_ASN.toInt(), 1)),
            PolicyAction.NEXT,
            "");

    private final HybridNetwork network;
    private final InternalAddresses addresses;

    RemoteNetworks(Compilation compilation) {
        this.network = compilation.network();
        this.addresses = compilation.addresses();
    }

    /** What a gateway adds to what it tells MSEEs. */
    ImmutableList<PolicyRule> announced(String owner, Basis at) {
        return isAllowedAnywhere(at)
                ? ImmutableList.of(Rules.set(
                        "announced by " + owner,
                        Marks.add(Marks.origin(number(owner))),
                        Marks.add(network.hubs().containsKey(owner) ? Marks.VIRTUAL_WAN : Marks.VNET)))
                : ImmutableList.of();
    }

    /** What an MSEE tells a gateway of the routes of others. */
    ImmutableList<PolicyRule> toGateway(String owner, Basis at) {
        if (!isAllowedAnywhere(at)) {
            return ImmutableList.of(OFF);
        }
        ImmutableList.Builder<PolicyRule> rules = ImmutableList.builder();
        rules.add(Rules.refuse("announced by " + owner + " itself", Marks.carried(Marks.origin(number(owner)))));
        if (!allowsVnets(owner, at)) {
            rules.add(Rules.refuse("VNet to VNet over the circuit is off", Marks.carried(Marks.VNET)));
        }
        if (!allowsVirtualWan(owner)) {
            rules.add(Rules.refuse("Virtual WAN over the circuit is off", Marks.carried(Marks.VIRTUAL_WAN)));
        }
        return rules.add(TURNED_ROUND).build();
    }

    /** Where nobody else has a gateway, there is nothing to allow. */
    private boolean isAllowedAnywhere(Basis at) {
        ImmutableList<String> owners = Stream.concat(
                        network.virtualNetworks().keySet().stream(), network.hubs().keySet().stream())
                .filter(this::hasGateway)
                .collect(ImmutableList.toImmutableList());
        return owners.size() > 1
                && owners.stream().anyMatch(owner -> allowsVnets(owner, at) || allowsVirtualWan(owner));
    }

    private boolean hasGateway(String owner) {
        return gateway(owner).isPresent() || hubGateway(owner).isPresent();
    }

    private boolean allowsVnets(String owner, Basis at) {
        return gateway(owner)
                        .map(gateway -> gateway.remoteVnets() || at.isOn(Conflicts.VNET_TO_VNET))
                        .orElse(false)
                || hubGateway(owner).map(HubGateway::remoteVnets).orElse(false);
    }

    private boolean allowsVirtualWan(String owner) {
        return gateway(owner).map(ExpressRouteGateway::virtualWan).orElse(false);
    }

    private Optional<ExpressRouteGateway> gateway(String owner) {
        return Optional.ofNullable(network.virtualNetworks().get(owner)).flatMap(vnet -> vnet.gateway());
    }

    private Optional<HubGateway> hubGateway(String owner) {
        return Optional.ofNullable(network.hubs().get(owner)).flatMap(hub -> hub.gateway());
    }

    /** A number of its own for whoever has a gateway. */
    private int number(String owner) {
        return addresses.routerId(Names.gateway(owner)).toInt();
    }
}
