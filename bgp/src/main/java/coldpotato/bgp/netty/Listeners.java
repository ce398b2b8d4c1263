package coldpotato.bgp.netty;

import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SpeakerConfig;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
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
import java.util.Set;
import java.util.function.Consumer;

/**
 * The sockets on which a host takes connections: only where its settings say, with the keys of the peers. They change in one
 * call at a time, and not on the loop, which does the work; nothing here keeps the loop waiting.
 */
final class Listeners {
    private final Sockets sockets;
    private final EventLoopGroup loop;
    private final Consumer<SocketChannel> accepted;
    private volatile ImmutableMap<InetSocketAddress, Channel> bound = ImmutableMap.of();

    Listeners(Sockets sockets, EventLoopGroup loop, Consumer<SocketChannel> accepted) {
        this.sockets = sockets;
        this.loop = loop;
        this.accepted = accepted;
    }

    /**
     * Binds what is new, sets the keys that are in force. What is new waits for {@link #open}, what is gone for {@link
     * #closeOthers}: what others may take meanwhile could not be had back if something else in the settings cannot be done.
     *
     * @throws SocketProblem if an address cannot be listened on; what was bound stays so
     */
    void adopt(HostSettings settings) {
        for (InetSocketAddress at : settings.listen()) {
            if (!bound.containsKey(at)) {
                bound = ImmutableMap.<InetSocketAddress, Channel>builder()
                        .putAll(bound)
                        .put(at, bind(at))
                        .buildOrThrow();
            }
            demand(at, bound.get(at), settings);
        }
    }

    /** Closes what the settings have no use for. */
    void closeOthers(HostSettings settings) {
        keep(settings.listen());
    }

    private void keep(Set<InetSocketAddress> kept) {
        ImmutableMap<InetSocketAddress, Channel> before = bound;
        bound = ImmutableMap.copyOf(Maps.filterKeys(before, kept::contains));
        before.forEach((at, listener) -> {
            if (!kept.contains(at)) {
                listener.close().awaitUninterruptibly();
            }
        });
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
    void open() {
        bound.values().forEach(listener -> listener.config().setAutoRead(true));
    }

    /** Takes none for now; who dials is left waiting. */
    void freeze() {
        bound.values().forEach(listener -> listener.config().setAutoRead(false));
    }

    void close() {
        keep(ImmutableSet.of());
    }
}
