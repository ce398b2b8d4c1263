package coldpotato.bgp.netty;

import coldpotato.bgp.speaker.PeerConfig;
import com.google.common.collect.ImmutableList;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
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
     * Binds what is new, closes what is gone, sets the keys that are in force. Nothing is accepted before {@link #open}.
     *
     * @throws SocketProblem if an address cannot be listened on
     */
    synchronized void adopt(HostSettings settings) {
        ImmutableList.copyOf(bound.keySet()).stream()
                .filter(at -> !settings.listen().contains(at))
                .forEach(at -> bound.remove(at).close().syncUninterruptibly());
        settings.listen().stream().filter(at -> !bound.containsKey(at)).forEach(at -> bound.put(at, bind(at)));
        bound.forEach((at, listener) -> sockets.kernel().keys(listener, passwords(settings)));
        bound.forEach((at, listener) ->
                sockets.kernel().ttl(listener, at, settings.peers().values()));
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

    private static Map<InetAddress, String> passwords(HostSettings settings) {
        Map<InetAddress, String> passwords = new LinkedHashMap<>();
        for (PeerConfig peer : settings.speaker().peers().values()) {
            InetAddress address = settings.peers().get(peer.name()).remote().getAddress();
            peer.password().ifPresent(password -> passwords.put(address, password));
        }
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
