package coldpotato.contract;

import coldpotato.bgp.netty.EverythingReachable;
import coldpotato.bgp.netty.Gate;
import coldpotato.bgp.netty.HostSettings;
import coldpotato.bgp.netty.NettyHost;
import coldpotato.bgp.netty.PeerSockets;
import coldpotato.bgp.netty.Sockets;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.net.Family;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;

/**
 * Real TCP between loopback addresses. The speakers know the addresses that they know in every world; what these stand for
 * here is for the sockets alone.
 */
final class NettyWorld implements World {
    private static final long LOOK_MILLIS = 10;

    private final Sockets sockets = Sockets.open();
    private final Map<Node, InetSocketAddress> addresses = new LinkedHashMap<>();
    private final Map<Node, InetSocketAddress> ipv6Addresses = new LinkedHashMap<>();
    private final Map<Node, Trace> traces = new LinkedHashMap<>();
    private final Map<Node, NettyHost> hosts = new LinkedHashMap<>();
    private final Map<Node, SocketPuppet> puppets = new LinkedHashMap<>();
    private final Set<Wire> dark = new LinkedHashSet<>();
    private final List<Wire> wires = new ArrayList<>();

    @Override
    public void start(ImmutableList<Node> nodes, ImmutableList<Wire> allWires) {
        wires.addAll(allWires);
        nodes.forEach(node -> addresses.put(node, LoopbackBlock.next()));
        overIpv6().forEach(wire -> {
            ipv6Addresses.put(wire.a(), LoopbackBlock.nextOfIpv6());
            ipv6Addresses.put(wire.b(), LoopbackBlock.nextOfIpv6());
        });
        for (Node node : nodes) {
            if (node.speaks()) {
                Trace trace = new Trace(EnumSet.allOf(TraceKind.class));
                traces.put(node, trace);
                hosts.put(node, new NettyHost(sockets, settings(node), new EverythingReachable(), trace));
            } else {
                puppets.put(node, new SocketPuppet(addresses.get(node)));
            }
        }
        hosts.values().forEach(NettyHost::start);
    }

    /** One of the IPv6 wires: with a single loopback address, neighbours of one router could not be told apart. */
    private List<Wire> overIpv6() {
        return wires.stream()
                .filter(wire -> wire.atA().family() == Family.IPV6)
                .limit(1)
                .toList();
    }

    private HostSettings settings(Node node) {
        ImmutableMap.Builder<String, PeerSockets> peers = ImmutableMap.builder();
        for (Wire wire : wires) {
            if ((wire.a() == node || wire.b() == node) && node.settings(wire.session()) != null) {
                InetSocketAddress local =
                        new InetSocketAddress(address(wire, node).getAddress(), 0);
                peers.put(wire.session(), PeerSockets.of(local, address(wire, wire.other(node))));
            }
        }
        ImmutableSet.Builder<InetSocketAddress> listen =
                ImmutableSet.<InetSocketAddress>builder().add(addresses.get(node));
        if (ipv6Addresses.containsKey(node)) {
            listen.add(ipv6Addresses.get(node));
        }
        return new HostSettings(
                node.name, node.config(), 1, listen.build(), peers.buildOrThrow(), LoopbackBlock.port());
    }

    private InetSocketAddress address(Wire wire, Node end) {
        return overIpv6().contains(wire) ? ipv6Addresses.get(end) : addresses.get(end);
    }

    @Override
    public boolean comes(BooleanSupplier condition, long withinNanos) {
        long end = nowNanos() + withinNanos;
        while (!condition.getAsBoolean()) {
            if (nowNanos() >= end) {
                return false;
            }
            sleep();
        }
        return true;
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted while waiting", interrupted);
        }
    }

    @Override
    public long nowNanos() {
        return sockets.nowNanos();
    }

    @Override
    public <T> T ask(Node node, Function<BgpSpeaker, T> question) {
        return hosts.get(node).ask(question);
    }

    @Override
    public void tell(Node node, ObjLongConsumer<BgpSpeaker> input) {
        hosts.get(node).input(0, input);
    }

    @Override
    public void reconfigure(Node node) {
        hosts.get(node).reconfigure(settings(node));
    }

    @Override
    public ImmutableList<TraceEvent> trace(Node node) {
        return ask(node, speaker -> ImmutableList.copyOf(traces.get(node).events()));
    }

    @Override
    public void silence(Wire wire) {
        gate(wire, Gate.SILENT);
    }

    @Override
    public void darken(Wire wire) {
        silence(wire);
        dark.add(wire);
        tell(wire.a(), (speaker, now) -> speaker.interfaceDown(now, wire.link()));
        tell(wire.b(), (speaker, now) -> speaker.interfaceDown(now, wire.link()));
    }

    @Override
    public void mend(Wire wire) {
        gate(wire, Gate.OPEN);
        if (dark.remove(wire)) {
            tell(wire.a(), (speaker, now) -> speaker.interfaceUp(now, wire.link()));
            tell(wire.b(), (speaker, now) -> speaker.interfaceUp(now, wire.link()));
        }
    }

    private void gate(Wire wire, Gate gate) {
        hosts.get(wire.a()).gate(wire.session(), gate);
        hosts.get(wire.b()).gate(wire.session(), gate);
    }

    @Override
    public Line dial(Node puppet, Wire wire) {
        return puppets.get(puppet).dial(addresses.get(wire.other(puppet)));
    }

    @Override
    public ImmutableList<Line> taken(Node puppet) {
        return puppets.get(puppet).taken();
    }

    @Override
    public void close() {
        puppets.values().forEach(SocketPuppet::close);
        hosts.values().forEach(host -> host.stop("the test is over"));
        sockets.close();
    }
}
