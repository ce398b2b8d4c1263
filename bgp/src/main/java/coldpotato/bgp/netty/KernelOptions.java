package coldpotato.bgp.netty;

import coldpotato.bgp.speaker.PeerConfig;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/**
 * What BGP asks of sockets beyond bytes, and only Linux has: keys for peers (TCP MD5, RFC 2385) and a look at the TTL (GTSM,
 * RFC 5082), which BFD cannot do without (RFC 5881 section 5).
 *
 * @param md5 true if segments can be signed
 * @param ttl true if the TTL can be set and demanded
 * @param singleHopBfd true if the same goes for datagrams
 */
record KernelOptions(boolean md5, boolean ttl, boolean singleHopBfd) {
    /** What Java's own sockets can do. */
    static final KernelOptions NONE = new KernelOptions(false, false, false);

    /** The longest key that Linux takes (TCP_MD5SIG_MAXKEYLEN). */
    static final int KEY_OCTETS_MAX = 80;

    /** Stands for the TTL that the machine gives to packets of nobody in particular. */
    private static final int TTL_USUAL = -1;

    private static final int SOL_IP = 0;
    private static final int SOL_IPV6 = 41;
    private static final ChannelOption<Integer> IP_TTL = new IntegerUnixChannelOption("IP_TTL", SOL_IP, 2);
    private static final ChannelOption<Integer> IP_MINTTL = new IntegerUnixChannelOption("IP_MINTTL", SOL_IP, 21);
    private static final ChannelOption<Integer> HOPS = new IntegerUnixChannelOption("IPV6_UNICAST_HOPS", SOL_IPV6, 16);
    private static final ChannelOption<Integer> MIN_HOPS =
            new IntegerUnixChannelOption("IPV6_MINHOPCOUNT", SOL_IPV6, 73);

    /** Tries the options on a socket that goes nowhere: containers and old kernels may lack them. */
    static KernelOptions probe() {
        InetAddress nobody = InetAddress.getLoopbackAddress();
        boolean md5 = takes(EpollChannelOption.TCP_MD5SIG, Map.of(nobody, new byte[] {1}));
        boolean ttl = takes(IP_TTL, PeerSockets.TTL_SECURE) && takes(IP_MINTTL, PeerSockets.TTL_SECURE);
        return new KernelOptions(md5, ttl, ttl && BfdHopFilter.works());
    }

    private static <T> boolean takes(ChannelOption<T> option, T value) {
        EpollSocketChannel channel = new EpollSocketChannel(SocketProtocolFamily.INET);
        try {
            return channel.config().setOption(option, value);
        } catch (ChannelException refused) {
            return false;
        } finally {
            channel.unsafe().closeForcibly();
        }
    }

    ImmutableList<String> missing(String who) {
        ImmutableList.Builder<String> missing = ImmutableList.builder();
        if (!md5) {
            missing.add(who + " has no TCP MD5 (RFC 2385): peers with a password are refused");
        }
        if (!ttl) {
            missing.add(who + " has no TTL security (RFC 5082): peers with ttl-security are refused");
        }
        if (!singleHopBfd) {
            missing.add(who + " has no single-hop BFD (RFC 5881): peers with bfd are refused");
        }
        return missing.build();
    }

    /** @throws SocketProblem if a peer wants what cannot be done here */
    void check(PeerConfig peer, PeerSockets sockets) {
        if (peer.password().isPresent() && !md5) {
            throw new SocketProblem("no TCP MD5 here (" + where() + "): take the password of peer " + peer.name()
                    + " away on both sides, or run on a Linux kernel that has it");
        }
        if (peer.password()
                .map(KernelOptions::octets)
                .filter(key -> key.length > KEY_OCTETS_MAX)
                .isPresent()) {
            throw new SocketProblem("the password of peer " + peer.name() + " is too long: TCP MD5 takes "
                    + KEY_OCTETS_MAX + " octets; shorten it on both sides");
        }
        if (sockets.ttlSecurity() && !ttl) {
            throw new SocketProblem("no TTL security here (" + where() + "): take ttl-security of peer " + peer.name()
                    + " away on both sides, or run on a Linux kernel that has it");
        }
        if (peer.bfd().isPresent() && !singleHopBfd) {
            throw new SocketProblem("no single-hop BFD here (" + where() + "): take bfd of peer " + peer.name()
                    + " away, or run on a Linux kernel that has it");
        }
    }

    /** Sends a neighbour's datagrams as they must be, and takes none that crossed a router. */
    void singleHop(Channel channel, InetSocketAddress at) {
        set(channel, at, IP_TTL, HOPS, PeerSockets.TTL_SECURE);
        BfdHopFilter.attach(channel);
    }

    private String where() {
        return equals(NONE) ? "NIO transport" : "this kernel lacks the socket option";
    }

    /** Sets the keys of a socket; those that it had for others are taken away. */
    void keys(Channel channel, Map<InetAddress, String> passwords) {
        if (md5) {
            ImmutableMap.Builder<InetAddress, byte[]> keys = ImmutableMap.builder();
            passwords.forEach((address, password) -> keys.put(address, octets(password)));
            channel.config().setOption(EpollChannelOption.TCP_MD5SIG, keys.buildOrThrow());
        }
    }

    private static byte[] octets(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }

    /** Gives packets of a stream the peer's TTL, and demands it of what arrives if the peer's settings say so. */
    void ttl(Channel channel, PeerSockets ends) {
        if (ends.ttlSecurity()) {
            set(channel, ends.remote(), IP_TTL, HOPS, PeerSockets.TTL_SECURE);
            set(channel, ends.remote(), IP_MINTTL, MIN_HOPS, PeerSockets.TTL_SECURE);
        } else if (ends.ttl().isPresent()) {
            set(channel, ends.remote(), IP_TTL, HOPS, ends.ttl().getAsInt());
        }
    }

    /**
     * The answers of a listener must pass every peer's look at the TTL; it can demand one only if all peers are to be looked
     * at. Where some are not, the look begins when the stream is accepted.
     */
    void ttl(Channel listener, InetSocketAddress at, Collection<PeerSockets> peers) {
        boolean some = peers.stream().anyMatch(PeerSockets::ttlSecurity);
        boolean every = some && peers.stream().allMatch(PeerSockets::ttlSecurity);
        set(listener, at, IP_TTL, HOPS, some ? PeerSockets.TTL_SECURE : TTL_USUAL);
        set(listener, at, IP_MINTTL, MIN_HOPS, every ? PeerSockets.TTL_SECURE : 0);
    }

    private void set(
            Channel channel,
            InetSocketAddress at,
            ChannelOption<Integer> ipv4,
            ChannelOption<Integer> ipv6,
            int value) {
        boolean isIpv4 = PeerSockets.address(at).isIpv4();
        if (ttl && !isIpv4) {
            channel.config().setOption(ipv6, value);
        }
        // What listens on all IPv6 addresses listens on all IPv4 addresses too.
        if (ttl && (isIpv4 || at.getAddress().isAnyLocalAddress())) {
            channel.config().setOption(ipv4, value);
        }
    }
}
