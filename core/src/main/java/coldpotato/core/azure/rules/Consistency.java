package coldpotato.core.azure.rules;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.ExpressRouteGateway;
import coldpotato.core.azure.GatewaySku;
import coldpotato.core.azure.GlobalReach;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.MicrosoftPeering;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PeeringLocation;
import coldpotato.core.azure.PublicService;
import coldpotato.core.azure.Region;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.WanLink;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.stream.Stream;

/** Whether every name that a model uses is the name of something, and the addresses that it may not use are not used. */
public final class Consistency {
    /** Kept for links and loopbacks inside the model, which nobody numbers. */
    public static final ImmutableList<Prefix> KEPT =
            ImmutableList.of(Prefix.parse("169.254.0.0/16"), Prefix.parse("fdc0:1d::/32"));

    /** Sizes of VPN gateway begin like this; Azure knows them, though not for ExpressRoute. */
    private static final ImmutableList<String> VPN_SKUS = ImmutableList.of("VpnGw", "Basic");

    private final HybridNetwork network;
    private final Findings findings = new Findings();
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
        new FirewallConsistency(consistency.findings).check(network);
        network.wanLinks().values().forEach(consistency::wanLink);
        network.circuits().values().forEach(consistency::circuit);
        network.virtualNetworks().values().forEach(consistency::virtualNetwork);
        network.connections().values().forEach(consistency::connection);
        new VnetConsistency(network, consistency.findings).check();
        new ApplianceConsistency(network, consistency.findings).check();
        network.services().values().forEach(consistency::service);
        network.internetLinks().values().forEach(consistency::internetLink);
        network.globalReaches().values().forEach(consistency::globalReach);
        HubConsistency hubs = new HubConsistency(network, consistency.findings);
        network.hubs().values().forEach(hubs::check);
        network.hubConnections().values().forEach(hubs::check);
        new VpnConsistency(network, consistency.findings).check();
        return consistency.findings.all();
    }

    /** True for the name of a VPN gateway's size. */
    static boolean isVpnSku(String sku) {
        return VPN_SKUS.stream().anyMatch(vpn -> sku.regionMatches(true, 0, vpn, 0, vpn.length()));
    }

    private void site(Site site) {
        String path = network.pathOf(site);
        if (site.routers().isEmpty()) {
            findings.wrong(path, site.name() + " has no router");
        }
        site.prefixes().forEach(prefix -> findings.place(path, prefix));
        site.publicPrefixes().forEach(prefix -> findings.place(path, prefix));
        new NatConsistency(site, findings).check();
    }

    private void wanLink(WanLink link) {
        String path = ModelPath.wanLink(link.name());
        findings.name(path, "router", link.routerA(), routers);
        findings.name(path, "router", link.routerB(), routers);
        link.subnet().ifPresent(subnet -> findings.place(path, subnet));
        if (link.routerA().equals(link.routerB())) {
            findings.wrong(path, "a link joins two routers, not " + link.routerA() + " with itself");
        }
    }

    private void circuit(Circuit circuit) {
        findings.entry(
                ModelPath.circuit(circuit.name()) + ".location",
                "peering location",
                circuit.location(),
                PeeringLocation.catalogue());
        circuit.direct()
                .ifPresent(direct -> findings.name(
                        ModelPath.circuit(circuit.name()) + ".direct-port",
                        "port pair",
                        direct.port(),
                        network.directPorts().keySet()));
        for (Peering peering : circuit.peerings()) {
            for (Leg leg : Leg.values()) {
                link(ModelPath.link(circuit.name(), peering.kind(), leg), peering.link(leg));
            }
        }
        circuit.microsoftPeering()
                .flatMap(MicrosoftPeering::routeFilter)
                .ifPresent(filter -> findings.name(
                        ModelPath.peering(circuit.name(), PeeringKind.MICROSOFT) + ".route-filter",
                        "route filter",
                        filter,
                        network.routeFilters().keySet()));
    }

    private void link(String path, PeeringLink link) {
        findings.name(path + ".router", "router", link.router(), routers);
        link.advertise().ifPresent(prefixes -> prefixes.forEach(prefix -> findings.announcement(path, prefix)));
    }

    private void virtualNetwork(VirtualNetwork vnet) {
        String path = ModelPath.virtualNetwork(vnet.name());
        findings.entry(path + ".region", "region", vnet.region(), Region.catalogue());
        vnet.gateway()
                .map(ExpressRouteGateway::sku)
                .filter(sku -> !isVpnSku(sku))
                .ifPresent(sku -> findings.entry(
                        ModelPath.gateway(vnet.name()) + ".sku",
                        "ExpressRoute gateway SKU",
                        sku,
                        GatewaySku.catalogue()));
        vnet.prefixes().forEach(prefix -> findings.place(path, prefix));
    }

    private void connection(Connection connection) {
        String path = ModelPath.connection(connection.name());
        findings.name(
                path + ".vnet",
                network.hubs().isEmpty() ? "virtual network" : "virtual network or virtual hub",
                connection.gateway(),
                Sets.union(network.virtualNetworks().keySet(), network.hubs().keySet()));
        findings.name(
                path + ".circuit",
                "circuit",
                connection.circuit(),
                network.circuits().keySet());
    }

    private void globalReach(GlobalReach reach) {
        String path = ModelPath.globalReach(reach.name()) + ".between";
        findings.name(path, "circuit", reach.circuitA(), network.circuits().keySet());
        findings.name(path, "circuit", reach.circuitB(), network.circuits().keySet());
        if (reach.circuitA().equals(reach.circuitB())) {
            findings.wrong(path, "Global Reach joins two circuits, not " + reach.circuitA() + " with itself");
        }
        Stream.concat(Stream.of(reach.subnet()), reach.ipv6Subnet().stream())
                .forEach(subnet -> findings.place(ModelPath.globalReach(reach.name()), subnet));
    }

    private void service(PublicService service) {
        service.prefixes().forEach(prefix -> findings.announcement(ModelPath.service(service.name()), prefix));
    }

    private void internetLink(InternetLink link) {
        findings.name(ModelPath.internetLink(link.name()) + ".router", "router", link.router(), routers);
    }
}
