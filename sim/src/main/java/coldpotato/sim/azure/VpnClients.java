package coldpotato.sim.azure;

import coldpotato.core.azure.PointToSite;
import coldpotato.core.azure.PointToSite.Protocol;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.grounds.VpnAssumptions;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.FeedTerms;
import coldpotato.sim.node.StaticRoute;
import coldpotato.sim.plan.FeedPlan;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NodePlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Computers that are connected to a VPN gateway: a node of hosts for each protocol. Addresses are given in the order of the
 * protocols, so that those of one move when more of another come. They know the ranges of the VNet or hub and what the gateway
 * learned through its tunnels; those of a hub know all that it knows. Not modelled: what carries a computer's tunnel, that a
 * computer hears of new routes when it connects only.
 */
final class VpnClients {
    private final Compilation compilation;

    VpnClients(Compilation compilation) {
        this.compilation = compilation;
    }

    void compile(VpnOwner owner) {
        owner.gateway().pointToSite().ifPresent(clients -> clients.protocols().forEach(protocol -> {
            compilation.add(node(owner, clients, protocol));
            owner.gateway().instances().forEach(instance -> {
                compilation.add(link(owner, protocol, instance));
                compilation.add(feed(owner, protocol, instance));
            });
            compilation.addToGroup(Names.clients(owner.name()), Names.clients(owner.name(), protocol));
        }));
    }

    /** Where the addresses of computers come from. */
    ImmutableSet<Prefix> pool(VpnOwner owner) {
        return owner.gateway()
                .pointToSite()
                .map(clients -> ImmutableSet.of(clients.addressPool()))
                .orElse(ImmutableSet.of());
    }

    /** Routes of an instance: to the computers that are connected, and to nowhere for addresses of the pool that nobody has. */
    ImmutableList<StaticRoute> routes(VpnOwner owner, int instance) {
        return Stream.concat(
                        toComputers(owner, instance),
                        pool(owner).stream().map(pool -> new StaticRoute(pool, ImmutableList.of(), false, 1)))
                .collect(ImmutableList.toImmutableList());
    }

    private Stream<StaticRoute> toComputers(VpnOwner owner, int instance) {
        return owner.gateway().pointToSite().stream().flatMap(clients -> clients.protocols().stream()
                .flatMap(protocol -> addresses(clients, protocol).stream()
                        .map(prefix -> new StaticRoute(
                                prefix,
                                ImmutableList.of(compilation
                                        .addresses()
                                        .link(name(owner, protocol, instance))
                                        .a(Family.IPV4)),
                                false,
                                1))));
    }

    private NodePlan node(VpnOwner owner, PointToSite clients, Protocol protocol) {
        String name = Names.clients(owner.name(), protocol);
        ImmutableList<IpAddress> gateways = owner.gateway().instances().stream()
                .map(instance -> compilation
                        .addresses()
                        .link(name(owner, protocol, instance))
                        .b(Family.IPV4))
                .collect(ImmutableList.toImmutableList());
        return compilation
                .node(name, Role.CLIENTS, compilation.at(owner.modelPath()))
                .attached(addresses(clients, protocol))
                .statics(owner.announced().stream()
                        .filter(prefix -> prefix.family() == Family.IPV4)
                        .map(prefix -> new StaticRoute(prefix, gateways, false, 1))
                        .collect(ImmutableList.toImmutableList()))
                .build();
    }

    private LinkPlan link(VpnOwner owner, Protocol protocol, int instance) {
        String name = name(owner, protocol, instance);
        Basis at = compilation.at(owner.modelPath());
        return compilation
                .addresses()
                .link(name)
                .between(Names.clients(owner.name(), protocol), owner.instance(instance), at)
                .delayNanos(at.nanos(VpnAssumptions.CLIENT_DELAY))
                .capacity(Optional.of(owner.capacityOfClients()))
                .build();
    }

    private FeedPlan feed(VpnOwner owner, Protocol protocol, int instance) {
        String node = owner.instance(instance);
        Basis at = compilation.at(owner.modelPath());
        IpAddress gateway =
                compilation.addresses().link(name(owner, protocol, instance)).b(Family.IPV4);
        return new FeedPlan(
                Names.feed(node) + "." + Names.clients(owner.name(), protocol),
                node,
                Names.clients(owner.name(), protocol),
                new FeedTerms(
                        Optional.of(gateway),
                        0,
                        owner.sized() ? FeedTerms.Scope.EXTERNAL : FeedTerms.Scope.LEARNED,
                        at.nanos(Assumptions.VNET_PROGRAMMING_DELAY)),
                at.provenance());
    }

    private static String name(VpnOwner owner, Protocol protocol, int instance) {
        return Names.tunnel(Names.clients(owner.name(), protocol), instance);
    }

    /** The addresses of all that are connected with a protocol, as few blocks. */
    private static ImmutableSet<Prefix> addresses(PointToSite clients, Protocol protocol) {
        // The first address of the pool is nobody's.
        long first = 1
                + Stream.of(Protocol.values())
                        .takeWhile(earlier -> earlier != protocol)
                        .mapToLong(clients::connected)
                        .sum();
        return blocks(clients.addressPool(), first, first + clients.connected(protocol));
    }

    private static ImmutableSet<Prefix> blocks(Prefix pool, long first, long end) {
        ImmutableSet.Builder<Prefix> blocks = ImmutableSet.builder();
        long at = first;
        while (at < end) {
            long size = Math.min(Long.lowestOneBit(at), Long.highestOneBit(end - at));
            blocks.add(new Prefix(pool.addressAt(at), 32 - Long.numberOfTrailingZeros(size)));
            at += size;
        }
        return blocks.build();
    }
}
