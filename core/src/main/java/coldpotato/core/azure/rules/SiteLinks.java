package coldpotato.core.azure.rules;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.WanLink;

/** The links by which the routers of a site reach the rest of the network, on which its firewalls and NATs may stand. */
final class SiteLinks {
    private final HybridNetwork network;
    private final Site site;

    SiteLinks(HybridNetwork network, Site site) {
        this.network = network;
        this.site = site;
    }

    /** True for the name of a link, or of what has several, of which one at least begins at a router of the site. */
    boolean has(String link) {
        InternetLink internet = network.internetLinks().get(link);
        WanLink wan = network.wanLinks().get(link);
        return internet != null && hasRouter(internet.router())
                || wan != null && (hasRouter(wan.routerA()) || hasRouter(wan.routerB()))
                || network.circuits().values().stream().anyMatch(circuit -> has(circuit, link))
                || network.vpnConnections().values().stream().anyMatch(connection -> has(connection, link));
    }

    /** A circuit without peerings may get them later, at any router. */
    private boolean has(Circuit circuit, String link) {
        return circuit.peerings().isEmpty() && isWithin(link, circuit.name())
                || circuit.peerings().stream()
                        .anyMatch(peering -> has(circuit, peering, Leg.PRIMARY, Leg.SECONDARY, link)
                                || has(circuit, peering, Leg.SECONDARY, Leg.PRIMARY, link));
    }

    /** The name of a link of a circuit begins with that of the circuit, then that of the leg if it is one leg's. */
    private boolean has(Circuit circuit, Peering peering, Leg leg, Leg other, String link) {
        return hasRouter(peering.link(leg).router())
                && isWithin(link, circuit.name())
                && !isWithin(link, circuit.name() + "." + other.text());
    }

    /** Its tunnels begin with its name. */
    private boolean has(VpnConnection connection, String link) {
        return connection.customer().map(end -> hasRouter(end.router())).orElse(false)
                && isWithin(link, connection.name());
    }

    private static boolean isWithin(String link, String name) {
        return link.equals(name) || link.startsWith(name + ".");
    }

    private boolean hasRouter(String router) {
        return site.routers().containsKey(router);
    }
}
