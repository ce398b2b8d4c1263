package coldpotato.core.azure;

import coldpotato.core.net.FirewallTerms;
import coldpotato.core.net.IpAddress;
import java.util.Optional;

/**
 * A network virtual appliance (NVA) or Azure Firewall in a VNet. It forwards what it is sent, by the routes of its subnet.
 *
 * @param name unique
 * @param virtualNetwork where it stands
 * @param address where user-defined routes lead to it, in the address space of its VNet
 * @param firewall the terms of one that is a firewall: a packet of no flow that it knows is dropped, unless it opens one
 * @param stateGroup firewalls of the same group share what they know
 * @param bgp what it does with BGP, if it does
 */
public record Appliance(
        String name,
        String virtualNetwork,
        IpAddress address,
        Optional<FirewallTerms> firewall,
        String stateGroup,
        Optional<ApplianceBgp> bgp) {

    /** An appliance that speaks no BGP, and lets all flows be opened if it is a firewall. */
    public Appliance(String name, String virtualNetwork, IpAddress address, boolean stateful, String stateGroup) {
        this(
                name,
                virtualNetwork,
                address,
                stateful ? Optional.of(FirewallTerms.plain(true)) : Optional.empty(),
                stateGroup,
                Optional.empty());
    }

    /** The same with its state in another group. */
    public Appliance withStateGroup(String value) {
        return new Appliance(name, virtualNetwork, address, firewall, value, bgp);
    }

    public Appliance withBgp(ApplianceBgp value) {
        return new Appliance(name, virtualNetwork, address, firewall, stateGroup, Optional.of(value));
    }
}
