package coldpotato.bgp.netty;

import com.google.common.collect.ImmutableList;
import io.netty.channel.ChannelException;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The sockets and the clock that all hosts of a process share. On Linux they are the kernel's own (epoll), which can do all
 * that BGP asks of TCP; elsewhere Java's, which cannot: {@link #missing} says what.
 */
public final class Sockets implements AutoCloseable {
    /** Set to {@code nio} to do without epoll where there is one. */
    public static final String TRANSPORT_PROPERTY = "coldpotato.transport";

    private static final long CLOSE_WAIT_SECONDS = 5;

    private final boolean epoll;
    private final KernelOptions kernel;
    private final StreamCauses causes = new StreamCauses();
    private final long originNanos = System.nanoTime();
    private final List<EventLoopGroup> loops = new ArrayList<>();
    private EventLoopGroup bfdLoop;

    private Sockets(boolean epoll) {
        this.epoll = epoll;
        this.kernel = epoll ? KernelOptions.probe() : KernelOptions.NONE;
    }

    /** The best that this machine has. */
    public static Sockets open() {
        return new Sockets(Epoll.isAvailable() && !"nio".equals(System.getProperty(TRANSPORT_PROPERTY)));
    }

    /** Java's own sockets. */
    public static Sockets nio() {
        return new Sockets(false);
    }

    /** What this machine cannot do, one sentence each. */
    public ImmutableList<String> missing() {
        return kernel.missing(epoll ? "this kernel" : "this transport (NIO)");
    }

    /** The kernel's options for BGP. */
    KernelOptions kernel() {
        return kernel;
    }

    StreamCauses causes() {
        return causes;
    }

    /** The time that all hosts of this process go by: since the sockets were opened; never goes back. */
    public long nowNanos() {
        return System.nanoTime() - originNanos;
    }

    /** An event loop of one thread; ends with {@link #close}, or earlier with {@code shutdownGracefully}. */
    EventLoopGroup newLoop(String name) {
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory(name, true), io);
        synchronized (loops) {
            loops.removeIf(EventLoopGroup::isTerminated);
            loops.add(loop);
        }
        return loop;
    }

    /** The event loop of all BFD of this process, which no table ever keeps waiting. */
    synchronized EventLoop bfdLoop() {
        if (bfdLoop == null) {
            bfdLoop = newLoop("bfd");
        }
        return bfdLoop.next();
    }

    /** A socket for datagrams between direct neighbours; only where single-hop BFD is not missing. */
    DatagramChannel newSingleHopDatagrams(InetSocketAddress at) {
        DatagramChannel channel = new EpollDatagramChannel(family(at));
        try {
            kernel.singleHop(channel, at);
            return channel;
        } catch (ChannelException refused) {
            channel.unsafe().closeForcibly();
            throw refused;
        }
    }

    SocketChannel newStream(InetSocketAddress to) {
        return epoll
                ? new EpollSocketChannel(family(to))
                : new NioSocketChannel(SelectorProvider.provider(), family(to));
    }

    ServerSocketChannel newListener(InetSocketAddress at) {
        return epoll
                ? new EpollServerSocketChannel(family(at))
                : new NioServerSocketChannel(SelectorProvider.provider(), family(at));
    }

    private static SocketProtocolFamily family(InetSocketAddress address) {
        return PeerSockets.address(address).isIpv4() ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6;
    }

    /** Ends all event loops, and with them every socket. */
    @Override
    public void close() {
        List<EventLoopGroup> ending;
        synchronized (loops) {
            ending = List.copyOf(loops);
        }
        ending.forEach(loop -> loop.shutdownGracefully(0, CLOSE_WAIT_SECONDS, TimeUnit.SECONDS));
        ending.forEach(loop -> loop.terminationFuture().awaitUninterruptibly(CLOSE_WAIT_SECONDS, TimeUnit.SECONDS));
    }
}
