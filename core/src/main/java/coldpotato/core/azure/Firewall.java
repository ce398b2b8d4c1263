package coldpotato.core.azure;

import coldpotato.core.net.FirewallTerms;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stateful firewall of the network, at a site or in a VNet.
 *
 * @param name what it is called
 * @param stateGroup firewalls of the same group share their state
 * @param terms what it lets pass, and how it keeps its state
 */
public record Firewall(String name, String stateGroup, FirewallTerms terms) {

    /** The firewall of this name, be it a site's or an appliance; empty if there is none, or if the appliance keeps no state. */
    public static Optional<Firewall> named(String name, HybridNetwork network) {
        Stream<Firewall> atSites = network.sites().values().stream()
                .flatMap(site -> site.firewalls().values().stream())
                .map(firewall -> new Firewall(firewall.name(), firewall.stateGroup(), firewall.terms()));
        Stream<Firewall> appliances = network.appliances().values().stream()
                .flatMap(appliance -> appliance.firewall().stream()
                        .map(terms -> new Firewall(appliance.name(), appliance.stateGroup(), terms)));
        return Stream.concat(atSites, appliances)
                .filter(firewall -> firewall.name().equals(name))
                .findFirst();
    }
}
