package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.stream.Stream;

/** Whether every name that a model uses is the name of something, and the addresses that it may not use are not used. */
public final class Consistency {
    /** Kept for links and loopbacks inside the model, which nobody numbers. */
    public static final ImmutableList<Prefix> KEPT =
            ImmutableList.of(Prefix.parse("169.254.0.0/16"), Prefix.parse("fdc0:1d::/32"));

    /** Sizes of VPN gateway begin like this; Azure knows them, though not for ExpressRoute. */
    private static final ImmutableList<String> VPN_SKUS = ImmutableList.of("VpnGw", "Basic");

    private final HybridNetwork network;
    private final ImmutableList.Builder<Inconsistency> found = ImmutableList.builder();
    private final ImmutableSet<String> routers;

    private Consistency(HybridNetwork network) {
        this.network = network;
        this.routers = network.allSites().stream()
                .flatMap(site -> site.routers().keySet().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Everything that is wrong, in the order of the model. */
    public static ImmutableList<Inconsistency> check(HybridNetwork network) {
        Consistency consistency = new Consistency(network);
        network.allSites().forEach(consistency::site);
        network.wanLinks().values().forEach(consistency::wanLink);
        network.circuits().values().forEach(consistency::circuit);
        network.virtualNetworks().values().forEach(consistency::virtualNetwork);
        network.connections().values().forEach(consistency::connection);
        new VnetConsistency(network, consistency.found::add).check();
        new ApplianceConsistency(network, consistency.found::add).check();
        network.internetLinks().values().forEach(consistency::internetLink);
        network.globalReaches().values().forEach(consistency::globalReach);
        HubConsistency hubs = new HubConsistency(network, consistency.found::add);
        network.hubs().values().forEach(hubs::check);
        network.hubConnections().values().forEach(hubs::check);
        new VpnConsistency(network, consistency.found::add).check();
        return consistency.found.build();
    }

    /** True for the name of a VPN gateway's size. */
    static boolean isVpnSku(String sku) {
        return VPN_SKUS.stream().anyMatch(vpn -> sku.regionMatches(true, 0, vpn, 0, vpn.length()));
    }

    private void site(Site site) {
        String path = network.pathOf(site);
        if (site.routers().isEmpty()) {
            found.add(new Inconsistency(path, site.name() + " has no router", ImmutableList.of()));
        }
        addresses(path, site.prefixes());
        addresses(path, site.publicPrefixes());
        site.sourceNats().values().forEach(nat -> pool(ModelPath.sourceNat(site.name(), nat.name()), site, nat));
    }

    /** What the LAN has is delivered there and never comes back to the edge. */
    private void pool(String path, Site site, SiteSourceNat nat) {
        Stream.concat(site.prefixes().stream(), site.publicPrefixes().stream())
                .filter(nat.pool()::overlaps)
                .forEach(hosts -> found.add(new Inconsistency(
                        path,
                        "the pool " + nat.pool() + " overlaps " + hosts + ", where hosts of " + site.name()
                                + " live; a pool stands at the edge",
                        ImmutableList.of())));
    }

    private void wanLink(WanLink link) {
        String path = ModelPath.wanLink(link.name());
        name(path, "router", link.routerA(), routers);
        name(path, "router", link.routerB(), routers);
        link.subnet().ifPresent(subnet -> addresses(path, ImmutableSet.of(subnet)));
        if (link.routerA().equals(link.routerB())) {
            found.add(new Inconsistency(
                    path, "a link joins two routers, not " + link.routerA() + " with itself", ImmutableList.of()));
        }
    }

    private void circuit(Circuit circuit) {
        entry(
                ModelPath.circuit(circuit.name()) + ".location",
                "peering location",
                circuit.location(),
                PeeringLocation.catalogue());
        circuit.direct()
                .ifPresent(direct -> name(
                        ModelPath.circuit(circuit.name()) + ".direct-port",
                        "port pair",
                        direct.port(),
                        network.directPorts().keySet()));
        for (Peering peering : circuit.peerings()) {
            for (Leg leg : Leg.values()) {
                name(
                        ModelPath.link(circuit.name(), peering.kind(), leg) + ".router",
                        "router",
                        peering.link(leg).router(),
                        routers);
            }
        }
        circuit.microsoftPeering()
                .flatMap(MicrosoftPeering::routeFilter)
                .ifPresent(filter -> name(
                        ModelPath.peering(circuit.name(), PeeringKind.MICROSOFT) + ".route-filter",
                        "route filter",
                        filter,
                        network.routeFilters().keySet()));
    }

    private void virtualNetwork(VirtualNetwork vnet) {
        String path = ModelPath.virtualNetwork(vnet.name());
        entry(path + ".region", "region", vnet.region(), Region.catalogue());
        vnet.gateway()
                .map(ExpressRouteGateway::sku)
                .filter(sku -> !isVpnSku(sku))
                .ifPresent(sku -> entry(
                        ModelPath.gateway(vnet.name()) + ".sku",
                        "ExpressRoute gateway SKU",
                        sku,
                        GatewaySku.catalogue()));
        addresses(path, vnet.prefixes());
    }

    private void connection(Connection connection) {
        String path = ModelPath.connection(connection.name());
        name(
                path + ".vnet",
                network.hubs().isEmpty() ? "virtual network" : "virtual network or virtual hub",
                connection.gateway(),
                Sets.union(network.virtualNetworks().keySet(), network.hubs().keySet()));
        name(
                path + ".circuit",
                "circuit",
                connection.circuit(),
                network.circuits().keySet());
    }

    private void globalReach(GlobalReach reach) {
        String path = ModelPath.globalReach(reach.name()) + ".between";
        name(path, "circuit", reach.circuitA(), network.circuits().keySet());
        name(path, "circuit", reach.circuitB(), network.circuits().keySet());
        if (reach.circuitA().equals(reach.circuitB())) {
            found.add(new Inconsistency(
                    path,
                    "Global Reach joins two circuits, not " + reach.circuitA() + " with itself",
                    ImmutableList.of()));
        }
    }

    private void internetLink(InternetLink link) {
        name(ModelPath.internetLink(link.name()) + ".router", "router", link.router(), routers);
    }

    private void name(String path, String kind, String name, Collection<String> known) {
        if (!known.contains(name)) {
            found.add(new Inconsistency(path, "no " + kind + " is called " + name, Catalogue.suggest(name, known)));
        }
    }

    private void entry(String path, String kind, String name, Catalogue<?> known) {
        if (known.find(name).isEmpty()) {
            found.add(new Inconsistency(path, "no " + kind + " is called " + name, known.suggest(name)));
        }
    }

    private void addresses(String path, ImmutableSet<Prefix> prefixes) {
        for (Prefix prefix : prefixes) {
            KEPT.stream()
                    .filter(prefix::overlaps)
                    .forEach(kept -> found.add(new Inconsistency(
                            path,
                            prefix + " overlaps " + kept + ", which numbers the links inside the model",
                            ImmutableList.of())));
        }
    }
}
