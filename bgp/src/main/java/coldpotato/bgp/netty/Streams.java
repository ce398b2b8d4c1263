package coldpotato.bgp.netty;

import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.Transport;
import com.google.common.collect.ImmutableList;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams of one speaker, by the numbers that it knows them by; all of it happens on the speaker's event loop. */
final class Streams implements Transport {
    /** Above so much unsent a stream takes nothing that is not urgent, until it is down to the lower mark again. */
    private static final WriteBufferWaterMark UNSENT_OCTETS = new WriteBufferWaterMark(256 << 10, 1 << 20);

    /** One input of the speaker takes at most so much: the size of a read grows with what there is. */
    private static final RecvByteBufAllocator READ_OCTETS = new AdaptiveRecvByteBufAllocator(512, 8 << 10, 256 << 10);

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private final Sockets sockets;
    private final SpeakerLoop loop;
    private final Consumer<Throwable> onFailure;
    private final Map<Long, Stream> open = new LinkedHashMap<>();
    private final Set<Stream> all = new LinkedHashSet<>();
    private final List<Stream> dirty = new ArrayList<>();
    private final Map<String, Gate> gates = new TreeMap<>();
    private HostSettings settings;
    private long accepted = ACCEPTED_FIRST;
    private boolean ending;
    private Runnable onGone = () -> {};

    Streams(Sockets sockets, HostSettings settings, SpeakerLoop loop, Consumer<Throwable> onFailure) {
        this.sockets = sockets;
        this.settings = settings;
        this.loop = loop;
        this.onFailure = onFailure;
    }

    /** What every stream is like, dialled or accepted. Reading starts when the speaker knows of it. */
    static void configure(Channel channel) {
        channel.config().setOption(ChannelOption.TCP_NODELAY, true);
        channel.config().setOption(ChannelOption.AUTO_READ, false);
        channel.config().setOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNSENT_OCTETS);
        channel.config().setOption(ChannelOption.RECVBUF_ALLOCATOR, READ_OCTETS);
        // The speaker gives up by its ConnectRetryTimer.
        channel.config().setOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0);
    }

    // What the speaker asks for.

    @Override
    public void connect(String peer, long connection) {
        add(peer, connection).dial();
    }

    @Override
    public void send(long connection, byte[] bytes) {
        Stream stream = open.get(connection);
        if (stream != null) {
            stream.write(bytes);
        }
    }

    @Override
    public boolean isWritable(long connection) {
        Stream stream = open.get(connection);
        return stream != null && stream.isWritable();
    }

    @Override
    public long unsentOctets(long connection) {
        Stream stream = open.get(connection);
        return stream == null ? 0 : stream.unsentOctets();
    }

    @Override
    public void close(long connection, boolean abort) {
        Stream stream = open.remove(connection);
        if (stream != null) {
            stream.release(abort);
        }
    }

    /** One flush for each stream that an input wrote to. */
    void flush() {
        for (int i = 0; i < dirty.size(); i++) {
            dirty.get(i).flush();
        }
        dirty.clear();
    }

    private Stream add(String peer, long number) {
        Stream stream = new Stream(this, peer, number, gates.getOrDefault(peer, Gate.OPEN));
        open.put(number, stream);
        all.add(stream);
        return stream;
    }

    // What streams ask for.

    /** Opens a socket for a stream, from the address and with the key and TTL that its peer's settings say. */
    Future<Void> dial(Stream stream) {
        try {
            return dial(stream, settings.peers().get(stream.peer()));
        } catch (ChannelException refused) {
            // Such as too many open files: the speaker tries again, by its ConnectRetryTimer.
            LOG.warn("{}: cannot open a socket for {}: {}", settings.node(), stream.peer(), refused.getMessage());
            return loop.eventLoop().newFailedFuture(refused);
        }
    }

    private ChannelFuture dial(Stream stream, PeerSockets ends) {
        SocketChannel channel = sockets.newStream(ends.remote());
        stream.use(channel);
        loop.eventLoop().register(channel);
        configure(channel);
        sockets.kernel().ttl(channel, ends);
        password(stream.peer()).ifPresent(key -> sockets.kernel().keys(channel, Map.of(remote(ends), key)));
        // Bound before it is dialled, even to any address: causes go by both addresses.
        ChannelFuture bound = channel.bind(ends.local());
        if (!bound.isSuccess()) {
            LOG.warn("{}: {}", settings.node(), SocketProblem.dialling(stream.peer(), ends.local(), bound.cause()));
            return bound;
        }
        return stream.connect(ends);
    }

    private static InetAddress remote(PeerSockets ends) {
        return ends.remote().getAddress();
    }

    private Optional<String> password(String peer) {
        return Optional.ofNullable(settings.speaker().peers().get(peer)).flatMap(PeerConfig::password);
    }

    void dirty(Stream stream) {
        dirty.add(stream);
    }

    long cause() {
        return loop.cause();
    }

    StreamCauses.End causes(InetSocketAddress local, InetSocketAddress remote) {
        return sockets.causes().end(local, remote);
    }

    void tell(long cause, ObjLongConsumer<BgpSpeaker> what) {
        loop.input(cause, what);
    }

    void gone(Stream stream) {
        if (all.remove(stream)) {
            open.remove(stream.number());
            stream.forgetCauses();
            tellIfGone();
        }
    }

    long nowNanos() {
        return sockets.nowNanos();
    }

    void later(Runnable what, long afterNanos) {
        loop.eventLoop().schedule(what, afterNanos, TimeUnit.NANOSECONDS);
    }

    void failed(Throwable bug) {
        onFailure.accept(bug);
    }

    void note(Stream stream, String what, Throwable cause) {
        LOG.debug("{}: stream to {} {}: {}", settings.node(), stream.peer(), what, cause.getMessage());
    }

    // What the network brings.

    /** Takes a connection that was opened to us if it is a peer's; strangers are closed before a byte is read. */
    void accept(SocketChannel channel) {
        InetSocketAddress local = channel.localAddress();
        InetSocketAddress remote = channel.remoteAddress();
        Optional<Map.Entry<String, PeerSockets>> peer = settings.peers().entrySet().stream()
                .filter(known -> !ending && known.getValue().matches(local, remote))
                .findFirst();
        if (peer.isEmpty()) {
            LOG.debug("{}: closed a stranger's connection from {} to {}", settings.node(), remote, local);
            channel.close();
            return;
        }
        try {
            sockets.kernel().ttl(channel, peer.get().getValue());
            add(peer.get().getKey(), accepted++).use(channel);
        } catch (ChannelException gone) {
            channel.close();
        }
    }

    // What the host asks for.

    void adopt(HostSettings changed) {
        settings = changed;
    }

    void gate(String peer, Gate gate) {
        gates.put(peer, gate);
        of(peer).forEach(stream -> stream.gate(gate));
    }

    void cut(long cause, String peer) {
        of(peer).forEach(stream -> stream.cut(cause));
    }

    private ImmutableList<Stream> of(String peer) {
        return all.stream().filter(stream -> stream.peer().equals(peer)).collect(ImmutableList.toImmutableList());
    }

    long unsentOctets(String peer) {
        return of(peer).stream().mapToLong(Stream::unsentOctets).sum();
    }

    void freeze() {
        ending = true;
        open.clear();
        all.forEach(Stream::freeze);
    }

    /** Nothing is accepted any more; says when the last stream is gone. */
    void end(Runnable whenGone) {
        ending = true;
        onGone = whenGone;
        tellIfGone();
    }

    void resetAll() {
        ending = true;
        ImmutableList.copyOf(all).forEach(Stream::reset);
    }

    private void tellIfGone() {
        if (all.isEmpty()) {
            onGone.run();
        }
    }
}
