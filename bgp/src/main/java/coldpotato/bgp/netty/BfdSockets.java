package coldpotato.bgp.netty;

import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.core.time.Luck;
import com.google.common.collect.ImmutableMap;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The datagrams of one host's BFD (RFC 5881): a socket that listens on each address with a neighbour to watch, and for each
 * such neighbour one that sends, from a port of its own. A neighbour is known by the addresses of both ends, before anything
 * of a packet is parsed; its sockets stay until it is gone or has moved.
 */
final class BfdSockets {
    /** RFC 5881 section 4: source ports of single-hop sessions. */
    private static final int SOURCE_PORT_FIRST = 49152;

    private static final int SOURCE_PORTS = 65536 - SOURCE_PORT_FIRST;

    /** So many ports in use by others, one after the other, and something is wrong. */
    private static final int SOURCE_PORT_ATTEMPTS_MAX = 64;

    /** Network control (CS6), as routers mark it: a full queue drops others first. */
    private static final int TRAFFIC_CLASS = 0xc0;

    private static final Logger LOG = LoggerFactory.getLogger(BfdSockets.class);

    private final Sockets sockets;
    private final EventLoop loop;
    private final BiConsumer<String, byte[]> received;
    private final Luck luck;
    private long packetsAtRisk;
    // Looked up by other threads, never iterated by them.
    private final Map<String, Gate> gates = new ConcurrentSkipListMap<>();
    private volatile ImmutableMap<String, Sender> senders = ImmutableMap.of();
    private volatile ImmutableMap<InetSocketAddress, Channel> listeners = ImmutableMap.of();

    private record Sender(PeerSockets ends, Channel channel, InetSocketAddress to) {}

    /**
     * @param luck of packets that may be lost for fault injection
     * @param received told on the loop of every packet from a neighbour
     */
    BfdSockets(Sockets sockets, EventLoop loop, Luck luck, BiConsumer<String, byte[]> received) {
        this.sockets = sockets;
        this.loop = loop;
        this.luck = luck;
        this.received = received;
    }

    /** Sends a packet now or never. */
    void send(String peer, byte[] packet) {
        Sender sender = senders.get(peer);
        Gate gate = gate(peer);
        if (sender != null && gate.sends() && !loses(gate.outboundLoss()) && sender.channel.isWritable()) {
            sender.channel.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(packet), sender.to));
        }
    }

    /** Drops packets of a neighbour, in one direction or both; unlike bytes of a stream they do not come later. */
    void gate(String peer, Gate gate) {
        gates.put(peer, gate);
    }

    private boolean loses(double fraction) {
        return fraction > 0 && luck.happens(fraction, packetsAtRisk++);
    }

    private Gate gate(String peer) {
        return gates.getOrDefault(peer, Gate.OPEN);
    }

    /**
     * Opens what is new, closes what is gone. One call at a time, and not from the loop, which does the work.
     *
     * @throws SocketProblem if an address cannot be used; nothing has changed then
     */
    void adopt(HostSettings settings) {
        Map<String, Sender> next = new LinkedHashMap<>();
        Map<InetSocketAddress, Channel> heard = new LinkedHashMap<>();
        try {
            for (PeerConfig peer : settings.speaker().peers().values()) {
                adopt(settings, peer, next, heard);
            }
        } catch (SocketProblem problem) {
            closeExcept(next, heard, senders, listeners);
            throw problem;
        }
        closeExcept(senders, listeners, next, heard);
        listeners = ImmutableMap.copyOf(heard);
        senders = ImmutableMap.copyOf(next);
    }

    private void adopt(
            HostSettings settings, PeerConfig peer, Map<String, Sender> next, Map<InetSocketAddress, Channel> heard) {
        PeerSockets ends = settings.peers().get(peer.name());
        InetSocketAddress from = new InetSocketAddress(ends.local().getAddress(), settings.bfdPort());
        InetSocketAddress to = new InetSocketAddress(ends.remote().getAddress(), settings.bfdPort());
        Sender known = senders.get(peer.name());
        boolean stays = known != null && known.ends.equals(ends) && known.to.equals(to);
        if (stays || peer.bfd().isPresent()) {
            heard.computeIfAbsent(from, this::listener);
            next.put(peer.name(), stays ? known : new Sender(ends, source(settings, peer.name(), ends), to));
        }
    }

    private static void closeExcept(
            Map<String, Sender> senders,
            Map<InetSocketAddress, Channel> listeners,
            Map<String, Sender> keptSenders,
            Map<InetSocketAddress, Channel> keptListeners) {
        senders.values().stream()
                .filter(sender -> !keptSenders.containsValue(sender))
                .forEach(sender -> close(sender.channel));
        listeners.values().stream()
                .filter(listener -> !keptListeners.containsValue(listener))
                .forEach(BfdSockets::close);
    }

    private static void close(Channel channel) {
        channel.close().awaitUninterruptibly();
    }

    private Channel listener(InetSocketAddress at) {
        Channel known = listeners.get(at);
        if (known != null) {
            return known;
        }
        ChannelFuture binding = bind(at, true, new Listener());
        if (!binding.isSuccess()) {
            throw SocketProblem.bfd(at, binding.cause());
        }
        return binding.channel();
    }

    private Channel source(HostSettings settings, String peer, PeerSockets ends) {
        Luck luck = Luck.of(settings.seed(), settings.node(), "bfd port " + peer);
        for (int attempt = 0; ; attempt++) {
            int port = SOURCE_PORT_FIRST + (int) luck.below(SOURCE_PORTS, attempt);
            InetSocketAddress at = new InetSocketAddress(ends.local().getAddress(), port);
            ChannelFuture binding = bind(at, false, new ChannelInboundHandlerAdapter());
            if (binding.isSuccess()) {
                return binding.channel();
            }
            if (attempt == SOURCE_PORT_ATTEMPTS_MAX) {
                throw SocketProblem.bfd(at, binding.cause());
            }
        }
    }

    private ChannelFuture bind(InetSocketAddress at, boolean listening, ChannelHandler handler) {
        return new Bootstrap()
                .group(loop)
                .channelFactory(() -> sockets.newSingleHopDatagrams(at))
                .option(ChannelOption.AUTO_READ, listening)
                // A daemon beside us that listens on all addresses, as bfdd does, leaves us ours if both ends allow it.
                .option(ChannelOption.SO_REUSEADDR, listening)
                .option(ChannelOption.IP_TOS, TRAFFIC_CLASS)
                .handler(handler)
                .bind(at)
                .awaitUninterruptibly();
    }

    /** Hears nothing any more. */
    void freeze() {
        listeners.values().forEach(listener -> listener.config().setAutoRead(false));
    }

    void close() {
        closeExcept(senders, listeners, Map.of(), Map.of());
        listeners = ImmutableMap.of();
        senders = ImmutableMap.of();
    }

    private Optional<String> neighbour(InetSocketAddress local, InetSocketAddress remote) {
        return senders.entrySet().stream()
                .filter(entry -> entry.getValue().ends.matches(local, remote))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private final class Listener extends SimpleChannelInboundHandler<DatagramPacket> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
            InetSocketAddress local = (InetSocketAddress) context.channel().localAddress();
            Optional<String> peer = neighbour(local, packet.sender());
            Gate gate = peer.map(BfdSockets.this::gate).orElse(Gate.OPEN);
            if (peer.isEmpty()) {
                LOG.debug("BFD packet from {}, which is no neighbour at {}", packet.sender(), local);
            } else if (gate.receives() && !loses(gate.inboundLoss())) {
                received.accept(peer.get(), ByteBufUtil.getBytes(packet.content()));
            }
        }
    }
}
