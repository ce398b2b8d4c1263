package coldpotato.interop;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.bfd.BfdState;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.netty.EverythingReachable;
import coldpotato.bgp.netty.HostSettings;
import coldpotato.bgp.netty.NettyHost;
import coldpotato.bgp.netty.PeerSockets;
import coldpotato.bgp.netty.Sockets;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A process with one speaker of ours that guards one session by BFD and says what happens to it, one line for each event.
 * Told to be busy, it keeps its speaker from everything else for two seconds at a time, as a large table might.
 */
final class BfdRouter {
    static final int ASN = 65020;
    static final int NEIGHBOUR_ASN = 65010;
    private static final long BUSY_MILLIS = 2000;
    private static final long IDLE_MILLIS = 200;

    private BfdRouter() {}

    /** Starts it in a namespace. */
    static Foreground start(Lab lab, Namespace namespace, String local, String remote, boolean busy) {
        return lab.start(
                namespace,
                "ours.log",
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                BfdRouter.class.getName(),
                local,
                remote,
                String.valueOf(busy));
    }

    /** Runs until it is killed: our address, the neighbour's, and whether to be busy. */
    public static void main(String[] args) {
        Trace trace = Trace.ofChanges();
        NettyHost host = new NettyHost(Sockets.open(), settings(args[0], args[1]), new EverythingReachable(), trace);
        host.start();
        int told = 0;
        while (true) {
            if (Boolean.parseBoolean(args[2]) && isGuarded(host)) {
                host.input(0, (speaker, now) -> pause(BUSY_MILLIS));
                host.ask(speaker -> "free again");
                System.out.println("was busy");
            }
            pause(IDLE_MILLIS);
            int from = told;
            List<TraceEvent> events = host.ask(speaker ->
                    List.copyOf(trace.events().subList(from, trace.events().size())));
            events.forEach(BfdRouter::say);
            told += events.size();
            host.bfd("peer").ifPresent(BfdRouter::say);
        }
    }

    private static boolean isGuarded(NettyHost host) {
        return host.bfd("peer").filter(view -> view.state() == BfdState.UP).isPresent();
    }

    private static void say(TraceEvent event) {
        System.out.println(event.fields().entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(" ", event.kind() + " ", "")));
    }

    private static void say(BfdView view) {
        System.out.println("BFD " + view.state() + " detects in " + Durations.format(view.detectionTimeNanos()));
    }

    private static HostSettings settings(String local, String remote) {
        IpAddress us = IpAddress.parse(local);
        IpAddress id = IpAddress.ipv4(ASN);
        PeerConfig peer = PeerConfig.builder("peer", us, IpAddress.parse(remote))
                .asns(ASN, NEIGHBOUR_ASN)
                .families(ImmutableSet.of(AfiSafi.of(us.family())))
                .bfd(Optional.of(BfdTimers.DEFAULT))
                .build();
        return new HostSettings(
                "ours",
                new SpeakerConfig(ASN, id, id, DecisionProcess.RFC4271, ImmutableMap.of("peer", peer)),
                1,
                ImmutableSet.of(at(local, 179)),
                ImmutableMap.of("peer", PeerSockets.of(at(local, 0), at(remote, 179))));
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddresses.forString(address), port);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
