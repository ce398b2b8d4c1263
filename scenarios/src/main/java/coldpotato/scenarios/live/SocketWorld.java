package coldpotato.scenarios.live;

import coldpotato.bgp.netty.Sockets;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.IpAddress;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Event;
import coldpotato.sim.node.BgpRouter;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.SpeakerHost;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.World;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sockets for the speakers of a network, each on a thread of its own, while routers, links and flows are simulated on the thread
 * that calls. The two meet in the {@link Mailbox} and in the {@link SharedTrace}.
 */
final class SocketWorld implements World {
    private final SocketAddresses addresses;
    private final ImmutableSet<IpAddress> nextHops;
    private final int bfdPort;
    private final long seed;
    private final Mailbox mailbox;
    private final Map<String, LiveHost> hosts = new TreeMap<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private SharedTrace trace;
    private TraceSink sink;
    private volatile Pause pause = new Pause(0);
    private volatile Optional<Sockets> sockets = Optional.empty();

    /** @param plans all networks of the scenario */
    SocketWorld(List<NetworkPlan> plans, SocketAddresses addresses, int bfdPort, long seed, Mailbox mailbox) {
        this.addresses = addresses;
        this.nextHops = plans.stream().flatMap(SocketWorld::addresses).collect(ImmutableSet.toImmutableSet());
        this.bfdPort = bfdPort;
        this.seed = seed;
        this.mailbox = mailbox;
    }

    private static Stream<IpAddress> addresses(NetworkPlan plan) {
        Stream<IpAddress> sessions = plan.sessions().values().stream()
                .flatMap(session ->
                        Stream.of(session.a().localAddress(), session.b().localAddress()));
        return Stream.concat(sessions, plan.nodes().values().stream().flatMap(node -> node.loopbacks().stream()));
    }

    @Override
    public SpeakerHost host(Network network, BgpRouter router, SpeakerConfig config) {
        LiveHost host = new LiveHost(this, router, config);
        hosts.put(router.router().name(), host);
        return host;
    }

    /** A router is no longer part of the network; one of the same name may have come meanwhile. */
    void left(LiveHost host, String node) {
        hosts.remove(node, host);
    }

    @Override
    public TraceSink sink(TraceSink whole) {
        trace = new SharedTrace(whole, (node, now) -> mailbox.post(now, node, at -> {}));
        sink = trace.writer();
        return sink;
    }

    @Override
    public void later(Runnable event) {
        post("", now -> event.run());
    }

    /** Lets something happen at a node as soon as can be; from any thread. */
    void post(String node, Event event) {
        mailbox.post(nowNanos(), node, event);
    }

    // Time.

    /** Opens the sockets; the time of the run counts from here. */
    void open() {
        sockets = Optional.of(Sockets.open());
    }

    Sockets sockets() {
        return sockets.orElseThrow();
    }

    /** The time since the start of the run; nothing before it. */
    long nowNanos() {
        return sockets.map(Sockets::nowNanos).orElse(0L);
    }

    // What the hosts share.

    SocketAddresses addresses() {
        return addresses;
    }

    int bfdPort() {
        return bfdPort;
    }

    /** Addresses that routes may lead to, as far as the plan knows. */
    ImmutableSet<IpAddress> nextHops() {
        return nextHops;
    }

    long seed() {
        return seed;
    }

    /** A sink for the thread of a speaker. */
    TraceSink writer() {
        return trace.writer();
    }

    /** The cause of what happens in the simulation now. */
    long cause() {
        return sink.cause();
    }

    void because(long cause) {
        sink.because(cause);
    }

    Optional<LiveHost> host(String node) {
        return Optional.ofNullable(hosts.get(node));
    }

    /** A speaker failed by a mistake of ours: the run cannot go on. */
    void failed(Throwable mistake) {
        failure.compareAndSet(null, mistake);
        pause.giveUp();
        post("", now -> checkHealth());
    }

    private void checkHealth() {
        if (failure.get() != null) {
            throw new IllegalStateException("a speaker failed", failure.get());
        }
    }

    // The whole.

    /** Lets somebody look while no speaker moves and nobody writes into the trace. */
    <T> T whileStill(Supplier<T> look) {
        Pause begun = new Pause(
                (int) hosts.values().stream().filter(LiveHost::isRunning).count());
        pause = begun;
        checkHealth();
        hosts.values().forEach(host -> host.stand(begun));
        try {
            begun.begin();
            checkHealth();
            return trace.whileStill(look);
        } finally {
            begun.end();
        }
    }

    /** Lets somebody read the trace, not the speakers. */
    <T> T whileUnwritten(Supplier<T> look) {
        return trace.whileStill(look);
    }

    /** Writes no more, and ends all sessions in an orderly way. */
    void close(String text) {
        trace.end();
        hosts.values().forEach(host -> host.end(text));
        sockets.ifPresent(Sockets::close);
    }
}
