package coldpotato.bgp.netty;

import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SpeakerConfig;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The sockets on which a host takes connections: only where its settings say, with the keys of the peers. */
final class Listeners {
    private final Sockets sockets;
    private final EventLoopGroup loop;
    private final Consumer<SocketChannel> accepted;
    private final Map<InetSocketAddress, Channel> bound = new LinkedHashMap<>();

    Listeners(Sockets sockets, EventLoopGroup loop, Consumer<SocketChannel> accepted) {
        this.sockets = sockets;
        this.loop = loop;
        this.accepted = accepted;
    }

    /**
     * Binds what is new, closes what is gone, sets the keys that are in force. What is new waits for {@link #open}.
     *
     * @throws SocketProblem if an address cannot be listened on; what was bound stays so
     */
    synchronized void adopt(HostSettings settings) {
        settings.listen().stream().filter(at -> !bound.containsKey(at)).forEach(at -> bound.put(at, bind(at)));
        ImmutableList.copyOf(bound.keySet()).stream()
                .filter(at -> !settings.listen().contains(at))
                .forEach(at -> bound.remove(at).close().awaitUninterruptibly());
        bound.forEach((at, listener) -> demand(at, listener, settings));
    }

    /** Only what concerns the peers that may arrive here: elsewhere a peer's address may have another key. */
    private void demand(InetSocketAddress at, Channel listener, HostSettings settings) {
        Map<String, PeerSockets> arriving = Maps.filterValues(settings.peers(), ends -> ends.arrivesAt(at));
        try {
            sockets.kernel().keys(listener, passwords(settings.speaker(), arriving));
            sockets.kernel().ttl(listener, at, arriving.values());
        } catch (ChannelException refused) {
            throw SocketProblem.keys(at, refused);
        }
    }

    private Channel bind(InetSocketAddress at) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loop)
                .channelFactory(() -> sockets.newListener(at))
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        Streams.configure(channel);
                        accepted.accept(channel);
                    }
                });
        ChannelFuture binding = bootstrap.bind(at).awaitUninterruptibly();
        if (!binding.isSuccess()) {
            throw SocketProblem.listening(at, binding.cause());
        }
        return binding.channel();
    }

    private static Map<InetAddress, String> passwords(SpeakerConfig speaker, Map<String, PeerSockets> arriving) {
        Map<InetAddress, String> passwords = new LinkedHashMap<>();
        arriving.forEach((name, ends) -> Optional.ofNullable(speaker.peers().get(name))
                .flatMap(PeerConfig::password)
                .ifPresent(password -> passwords.put(ends.remote().getAddress(), password)));
        return passwords;
    }

    /** Takes connections from now on. */
    synchronized void open() {
        bound.values().forEach(listener -> listener.config().setAutoRead(true));
    }

    /** Takes none for now; who dials is left waiting. */
    synchronized void freeze() {
        bound.values().forEach(listener -> listener.config().setAutoRead(false));
    }

    synchronized void close() {
        bound.values().forEach(listener -> listener.close().awaitUninterruptibly());
        bound.clear();
    }
}
