package coldpotato.bgp.netty;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.bgp.speaker.SessionTimers;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Two hosts, a and b, with one session between them. */
final class Pair implements AutoCloseable {
    static final String SESSION = "a-b";
    private static final long WAIT_NANOS = Durations.seconds(30);

    final Sockets sockets;
    final End a;
    final End b;

    /** One of the two: its settings while they are made, then its host. */
    final class End {
        final String name;
        final int asn;
        final InetSocketAddress address;
        final Trace trace = Trace.ofChanges();
        UnaryOperator<PeerConfigBuilder> peer = UnaryOperator.identity();
        UnaryOperator<PeerSockets> ends = UnaryOperator.identity();
        Optional<String> listen = Optional.empty();
        NettyHost host;

        End(String name, int asn, String address) {
            this.name = name;
            this.asn = asn;
            this.address = freePort(InetAddresses.forString(address));
        }

        HostSettings settings(End other) {
            PeerConfig config = peer.apply(PeerConfig.builder(SESSION, bgpAddress(), other.bgpAddress())
                            .asns(asn, other.asn)
                            .timers(FAST))
                    .build();
            IpAddress id = IpAddress.ipv4(asn);
            return new HostSettings(
                    name,
                    new SpeakerConfig(asn, id, id, DecisionProcess.RFC4271, ImmutableMap.of(SESSION, config)),
                    1,
                    ImmutableSet.of(listen.map(InetAddresses::forString)
                            .map(all -> new InetSocketAddress(all, address.getPort()))
                            .orElse(address)),
                    ImmutableMap.of(
                            SESSION,
                            ends.apply(PeerSockets.of(new InetSocketAddress(address.getAddress(), 0), other.address))));
        }

        /** What the speaker knows; it cannot be one address on both ends, as on IPv6 loopback. */
        IpAddress bgpAddress() {
            IpAddress socket = PeerSockets.address(address);
            return socket.isIpv4() ? socket : IpAddress.parse("2001:db8::" + asn % 10);
        }

        NettyHost start(End other) {
            host = new NettyHost(sockets, settings(other), new EverythingReachable(), trace);
            host.start();
            return host;
        }

        PeerView session() {
            return host.ask(speaker -> speaker.peers().get(0));
        }

        boolean isEstablished() {
            return session().isEstablished();
        }

        Prefix originate(String text) {
            Prefix prefix = Prefix.parse(text);
            host.input(
                    0,
                    (speaker, now) -> speaker.originate(
                            now,
                            prefix,
                            PathAttributes.builder(IpAddress.ipv4(0)).build()));
            return prefix;
        }

        boolean has(Prefix prefix) {
            return host.ask(speaker -> speaker.rib(AfiSafi.of(prefix.address().family()))
                    .decision(prefix)
                    .best()
                    .isPresent());
        }

        /** Why sessions ended so far. */
        List<String> endings() {
            return host.ask(speaker -> trace.events().stream()
                    .filter(event -> event.kind() == TraceKind.SESSION_DOWN)
                    .map(event ->
                            event.fields().get("reason") + ": " + event.fields().get("detail"))
                    .toList());
        }

        List<TraceEvent> events(TraceKind kind) {
            return host.ask(speaker -> trace.events().stream()
                    .filter(event -> event.kind() == kind)
                    .toList());
        }
    }

    /** Timers of a second or so. */
    static final SessionTimers FAST = new SessionTimers(
            Durations.seconds(180), Durations.seconds(60), Durations.seconds(1), 0, Durations.millis(200), 0, 0);

    Pair(Sockets sockets, String addressA, String addressB) {
        this.sockets = sockets;
        a = new End("a", 64512, addressA);
        b = new End("b", 64513, addressB);
    }

    /** Tests of other builds may run beside this one. */
    private static InetSocketAddress freePort(InetAddress address) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(
                    new InetSocketAddress(address.isLoopbackAddress() ? address : InetAddress.getLoopbackAddress(), 0));
            return new InetSocketAddress(address, probe.getLocalPort());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** On loopback with IPv4. */
    static Pair on(Sockets sockets) {
        return new Pair(sockets, "127.11.0.1", "127.11.0.2");
    }

    /** A prefix of the session's family. */
    String prefix(int number) {
        return PeerSockets.address(a.address).isIpv4() ? "10." + number + ".0.0/16" : "2001:db8:" + number + "::/48";
    }

    Pair start() {
        a.start(b);
        b.start(a);
        return this;
    }

    Pair established() {
        start();
        await("both ends are established", () -> a.isEstablished() && b.isEstablished());
        return this;
    }

    /** Both gates, so that bytes already in the network are held too. */
    void gates(Gate gate) {
        a.host.gate(SESSION, gate);
        b.host.gate(SESSION, gate);
    }

    /** Waits for a condition, with a ceiling that no slow machine reaches. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + WAIT_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen in 30 s: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        for (End end : List.of(a, b)) {
            if (end.host != null) {
                end.host.stop("the test is over");
            }
        }
        sockets.close();
    }
}
