package coldpotato.sim.node;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.sim.engine.Simulation;
import coldpotato.sim.net.Link;
import coldpotato.sim.net.LinkFault;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;

/** A small network for tests, in text: {@code link("ab", "a 10.0.0.1/30", "b 10.0.0.2/30")}. */
public final class Lab {
    /** The forwarding tables of all nodes follow after this time. */
    public static final long FIB_DELAY = Durations.millis(50);

    public static final long SPF_DELAY = Durations.millis(50);
    public static final long LINK_DELAY = Durations.millis(1);

    public final Simulation simulation = new Simulation();
    public final Trace trace = Trace.ofChanges();
    public final Network network = new Network(simulation, trace, 1);

    public Lab nodes(String... names) {
        List.of(names).forEach(name -> network.addRouter(name, FibDelays.of(FIB_DELAY)));
        return this;
    }

    /** Each end is the node's name and, if it has any, addresses with lengths. */
    public Lab link(String name, String endA, String endB) {
        return link(name, endA, endB, true);
    }

    public Lab link(String name, String endA, String endB, boolean carrierSeen) {
        String a = endA.split(" ")[0];
        String b = endB.split(" ")[0];
        network.addLink(new Link(name, a, b, LINK_DELAY, carrierSeen, 1), addresses(endA), addresses(endB));
        return this;
    }

    private static ImmutableList<Interface.Address> addresses(String end) {
        return List.of(end.split(" ")).stream()
                .skip(1)
                .map(text -> text.split("/"))
                .map(parts -> new Interface.Address(IpAddress.parse(parts[0]), Integer.parseInt(parts[1])))
                .collect(ImmutableList.toImmutableList());
    }

    /** {@code statics("a", "10.0.0.0/8 via 192.0.2.1 192.0.2.5")}; without next hops a null route. */
    public Lab statics(String node, String... routes) {
        return statics(node, false, routes);
    }

    public Lab staticsInOrder(String node, String... routes) {
        return statics(node, true, routes);
    }

    private Lab statics(String node, boolean inOrder, String... routes) {
        network.router(node)
                .statics(List.of(routes).stream()
                        .map(text -> text.split(" via | "))
                        .map(parts -> new StaticRoute(
                                Prefix.parse(parts[0]),
                                List.of(parts).stream()
                                        .skip(1)
                                        .map(IpAddress::parse)
                                        .collect(ImmutableList.toImmutableList()),
                                inOrder,
                                1))
                        .collect(ImmutableList.toImmutableList()));
        return this;
    }

    public Lab attach(String node, String prefix) {
        network.router(node).attach(Prefix.parse(prefix));
        return this;
    }

    public Lab loopback(String node, String address) {
        network.router(node).addLoopback(IpAddress.parse(address));
        return this;
    }

    /** All nodes in one IGP domain, with cost 10 on every link. */
    public Lab igp() {
        network.routers().forEach(router -> network.igp("igp").addRouter(router, SPF_DELAY));
        network.links().all().forEach(link -> network.igp("igp").addLink(link, 10, 10));
        return this;
    }

    /** A speaker with one eBGP neighbour on a link. */
    public Lab ebgp(String node, int asn, String link, String local, String remote, int remoteAs) {
        PeerConfig peer = peer(asn, link, local, remote, remoteAs);
        IpAddress id = IpAddress.parse(local);
        SpeakerConfig config =
                new SpeakerConfig(asn, id, id, DecisionProcess.RFC4271, ImmutableMap.of(peer.name(), peer));
        network.addSpeaker(node, config);
        return this;
    }

    /** A speaker with these neighbours, whom it tells only what its forwarding table holds. */
    public Lab between(String node, int asn, PeerConfig... neighbours) {
        IpAddress id = neighbours[0].localAddress();
        ImmutableMap<String, PeerConfig> peers =
                List.of(neighbours).stream().collect(ImmutableMap.toImmutableMap(PeerConfig::name, peer -> peer));
        network.addSpeaker(node, new SpeakerConfig(asn, id, id, DecisionProcess.RFC4271, peers, true));
        return this;
    }

    /** An eBGP neighbour on a link. */
    public static PeerConfig peer(int asn, String link, String local, String remote, int remoteAs) {
        return PeerConfig.builder(link, IpAddress.parse(local), IpAddress.parse(remote))
                .asns(asn, remoteAs)
                .interfaceName(java.util.Optional.of(link))
                .build();
    }

    public Lab originate(String node, String prefix) {
        network.speaker(node)
                .originate(
                        Prefix.parse(prefix),
                        PathAttributes.builder(IpAddress.ipv4(0)).build());
        return this;
    }

    public Lab start() {
        network.start();
        return run("1s");
    }

    /** Lets this much time pass. */
    public Lab run(String duration) {
        simulation.runUntil(simulation.nowNanos() + Durations.parse(duration));
        return this;
    }

    public Lab failLoud(String link) {
        network.links().link(link).fail("test", LinkFault.loud());
        return this;
    }

    public Lab failSilent(String link) {
        network.links().link(link).fail("test", LinkFault.silent());
        return this;
    }

    public Lab repair(String link) {
        network.links().link(link).repair("test");
        return this;
    }

    /** What the routing table of a node uses: {@code source next-hops}, or {@code none}. */
    public String route(String node, String prefix) {
        return network.router(node)
                .table()
                .selected(Prefix.parse(prefix))
                .map(route -> route.source().text() + " " + route.target())
                .orElse("none");
    }

    /** What the forwarding table of a node does with packets to an address. */
    public String forwarding(String node, String destination) {
        return network.router(node)
                .fib()
                .lookup(IpAddress.parse(destination))
                .map(entry -> entry.prefix() + " " + entry.action() + " " + entry.nextHops())
                .orElse("none");
    }

    public static FlowKey key(String from, int sourcePort, String to) {
        return new FlowKey(IpProtocol.TCP, IpAddress.parse(from), sourcePort, IpAddress.parse(to), 443);
    }
}
