package coldpotato.sim.azure;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.SiteDestinationNat;
import coldpotato.core.azure.SiteFirewall;
import coldpotato.core.azure.SiteSourceNat;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.WanLink;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.Boundary;
import coldpotato.sim.node.DestinationNatConfig;
import coldpotato.sim.node.FirewallConfig;
import coldpotato.sim.node.MiddleboxConfig;
import coldpotato.sim.node.SourceNatConfig;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.Optional;
import java.util.stream.Stream;

/** Which firewall and which NAT stands on which links of which edge router; one that spans routers becomes one on each. */
final class SiteMiddleboxes {
    private final HybridNetwork network;
    private final VpnOwners vpnOwners;

    SiteMiddleboxes(Compilation compilation) {
        this.network = compilation.network();
        this.vpnOwners = new VpnOwners(compilation);
    }

    /** Those on links of this router: what leaves crosses firewalls before it is translated, what comes in meets them last. */
    ImmutableList<MiddleboxConfig> at(Site site, String router) {
        ImmutableSetMultimap<String, String> links = linksOf(router);
        Stream<MiddleboxConfig> firewalls =
                site.firewalls().values().stream().flatMap(firewall -> firewall(site, firewall, router).stream());
        Stream<MiddleboxConfig> sourceNats = sourceNats(site, links)
                .map(nat -> new SourceNatConfig(
                        name(site, nat.name(), nat.links(), router),
                        outside(nat.links(), links),
                        nat.pool(),
                        site.nats().published(),
                        nat.portsPerAddress(),
                        site.nats().works(nat.name(), router),
                        nat.inbound(),
                        nat.stateGroup()));
        Stream<MiddleboxConfig> destinationNats = destinationNats(site, links)
                .map(nat -> new DestinationNatConfig(
                        name(site, nat.name(), nat.links(), router),
                        outside(nat.links(), links),
                        rules(nat),
                        site.nats().works(nat.name(), router)));
        return Stream.of(firewalls, sourceNats, destinationNats)
                .flatMap(boxes -> boxes)
                .collect(ImmutableList.toImmutableList());
    }

    private Optional<MiddleboxConfig> firewall(Site site, SiteFirewall firewall, String router) {
        boolean onLan = firewall.routers().contains(router);
        if (!onLan && !stands(firewall.links(), linksOf(router))) {
            return Optional.empty();
        }
        return Optional.of(new FirewallConfig(
                firewall.routers().size() > 1
                        ? firewall.name() + "." + router
                        : name(site, firewall.name(), firewall.links(), router),
                onLan
                        ? Boundary.around(ImmutableSet.of(Names.lan(site.name(), router)))
                        : outside(firewall.links(), linksOf(router)),
                firewall.stateGroup(),
                firewall.terms()));
    }

    /** The addresses that NATs on links of this router give or publish, while they work. */
    ImmutableSet<Prefix> pools(Site site, String router) {
        ImmutableSetMultimap<String, String> links = linksOf(router);
        return Stream.concat(
                        sourceNats(site, links)
                                .filter(nat -> site.nats().works(nat.name(), router))
                                .map(SiteSourceNat::pool),
                        destinationNats(site, links)
                                .filter(nat -> site.nats().works(nat.name(), router))
                                .flatMap(nat -> nat.published().stream())
                                .map(Prefix::host))
                .collect(ImmutableSet.toImmutableSet());
    }

    private static Stream<SiteSourceNat> sourceNats(Site site, ImmutableSetMultimap<String, String> links) {
        return site.nats().source().values().stream().filter(nat -> stands(nat.links(), links));
    }

    private static Stream<SiteDestinationNat> destinationNats(Site site, ImmutableSetMultimap<String, String> links) {
        return site.nats().destination().values().stream().filter(nat -> stands(nat.links(), links));
    }

    private static ImmutableList<DestinationNatConfig.Rule> rules(SiteDestinationNat nat) {
        return nat.servers().stream()
                .map(server -> new DestinationNatConfig.Rule(
                        server.published(), server.publishedPort(), server.address(), server.port()))
                .collect(ImmutableList.toImmutableList());
    }

    private String name(Site site, String name, ImmutableSet<String> outside, String router) {
        boolean spans = site.routers().keySet().stream()
                        .filter(other -> stands(outside, linksOf(other)))
                        .count()
                > 1;
        return spans ? name + "." + router : name;
    }

    private static boolean stands(ImmutableSet<String> outside, ImmutableSetMultimap<String, String> links) {
        return outside.stream().anyMatch(links::containsKey);
    }

    private static Boundary outside(ImmutableSet<String> outside, ImmutableSetMultimap<String, String> links) {
        return Boundary.of(
                outside.stream().flatMap(name -> links.get(name).stream()).collect(ImmutableSet.toImmutableSet()));
    }

    /** Names that may be given for an outside, with the links of a router that each stands for. */
    private ImmutableSetMultimap<String, String> linksOf(String router) {
        ImmutableSetMultimap.Builder<String, String> links = ImmutableSetMultimap.builder();
        network.circuits().values().forEach(circuit -> addLinks(circuit, router, links));
        network.internetLinks().values().stream()
                .filter(link -> link.router().equals(router))
                .map(InternetLink::name)
                .forEach(name -> links.put(name, name));
        network.wanLinks().values().stream()
                .filter(link -> link.routerA().equals(router) || link.routerB().equals(router))
                .map(WanLink::name)
                .forEach(name -> links.put(name, name));
        network.vpnConnections().values().stream()
                .filter(connection -> connection
                        .customer()
                        .map(end -> end.router().equals(router))
                        .orElse(false))
                .forEach(connection -> addTunnels(connection, links));
        return links.build();
    }

    /** A tunnel that is not connected keeps its name, and what stands on it its place. */
    private void addTunnels(VpnConnection connection, ImmutableSetMultimap.Builder<String, String> links) {
        vpnOwners.find(connection.gateway()).stream()
                .flatMap(owner -> owner.gateway().instances().stream())
                .map(instance -> Names.tunnel(connection.name(), instance))
                .forEach(tunnel -> {
                    links.put(connection.name(), tunnel);
                    links.put(tunnel, tunnel);
                });
    }

    private static void addLinks(Circuit circuit, String router, ImmutableSetMultimap.Builder<String, String> links) {
        for (Peering peering : circuit.peerings()) {
            for (Leg leg : Leg.values()) {
                if (peering.link(leg).router().equals(router)) {
                    String link = CircuitCompiler.linkAtCustomer(circuit, leg, peering.kind());
                    links.put(circuit.name(), link);
                    links.put(Names.leg(circuit.name(), leg), link);
                    links.put(Names.circuitLink(circuit.name(), leg, peering.kind()), link);
                    links.put(link, link);
                }
            }
        }
    }
}
