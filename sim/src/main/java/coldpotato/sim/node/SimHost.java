package coldpotato.sim.node;

import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.speaker.BfdSpeaker;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.Budget;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.bgp.speaker.Transport;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Simulation;
import coldpotato.sim.engine.Wakeup;
import coldpotato.sim.net.IpStack;
import coldpotato.sim.net.IpStackUser;
import coldpotato.sim.net.PeerAddresses;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * Runs a BGP speaker in virtual time, over the simulated TCP and UDP of its node, with BFD beside it. What the speaker decides
 * takes effect when its input is done; what the router tells it comes as an event of its own.
 */
final class SimHost implements SpeakerHost, Transport, IpStackUser, RouterListener {
    private final Simulation simulation;
    private final TraceSink trace;
    private final long seed;
    private final BgpRouter router;
    private final String node;
    private final AttributePool pool;
    private final IpStack stack;
    private final Wakeup deadline;
    private final BfdEnds bfd;
    private SpeakerConfig config;
    private Optional<BgpSpeaker> speaker = Optional.empty();
    private Optional<BfdSpeaker> bfdSpeaker = Optional.empty();

    /** @param config sessions with an interface name are held to that one link unless they are iBGP */
    SimHost(Network network, BgpRouter router, SpeakerConfig config) {
        this.simulation = network.simulation();
        this.trace = network.trace();
        this.seed = network.seed();
        this.router = router;
        this.node = router.router().name();
        this.config = config;
        this.pool = network.attributes();
        stack = network.ip().addStack(node, this);
        deadline = simulation.wakeup(node, this::deadlineReached);
        bfd = new BfdEnds(network.bfd(), node, this, this::askForDeadline);
        router.router().addListener(this);
    }

    // The router's life.

    @Override
    public void start() {
        stack.switchOn();
        listen();
        BfdSpeaker paths = new BfdSpeaker(node, trace, seed, this::sendDatagram, this::dead);
        bfdSpeaker = Optional.of(paths);
        speaker = Optional.of(new BgpSpeaker(node, config, this, router, paths, trace, seed, pool, Budget.UNLIMITED));
        later((running, now) -> running.start(now));
    }

    @Override
    public void stop() {
        speaker = Optional.empty();
        bfdSpeaker = Optional.empty();
        bfd.look();
        deadline.cancel();
        stack.switchOff();
    }

    @Override
    public void leave() {
        router.router().removeListener(this);
        bfd.leave();
        stack.leave();
    }

    @Override
    public void reconfigure(SpeakerConfig changed) {
        long cause = trace.cause();
        simulation.schedule(simulation.nowNanos(), node, now -> {
            // First, because what is under way was sent by the former settings.
            bfd.wake();
            adopt(changed);
            input(now, cause, (running, at) -> running.reconfigure(at, changed));
        });
    }

    /** From the instant on at which the speaker works by new settings, and not before, connections follow them too. */
    private void adopt(SpeakerConfig changed) {
        config.peers().values().forEach(peer -> stack.ignore(peer.localAddress(), peer.remoteAddress()));
        config = changed;
        if (router.router().isRunning()) {
            listen();
        }
    }

    @Override
    public void later(ObjLongConsumer<BgpSpeaker> input) {
        long cause = trace.cause();
        Optional<BgpSpeaker> addressed = speaker;
        if (addressed.isPresent()) {
            simulation.schedule(simulation.nowNanos(), node, now -> {
                if (speaker.equals(addressed)) {
                    input(now, cause, input);
                }
            });
        }
    }

    @Override
    public void interfaceChanged(long nowNanos, Router changedRouter, Interface changed) {
        bfd.wake();
    }

    @Override
    public void fibChanged(long nowNanos, Router changed, ImmutableList<Prefix> prefixes) {
        bfd.forwardingChanged(prefixes);
    }

    // Views.

    @Override
    public void read(Consumer<BgpSpeaker> reader) {
        speaker.ifPresent(reader);
    }

    @Override
    public Optional<BgpSpeaker> speaker() {
        return speaker;
    }

    /** What finds out for the speaker whether its neighbours live, empty while the router is not running. */
    Optional<BfdSpeaker> bfdSpeaker() {
        return bfdSpeaker;
    }

    @Override
    public Optional<BfdView> bfd(String peer) {
        return bfdSpeaker.flatMap(running -> running.view(peer));
    }

    // What the stack has for the speaker.

    @Override
    public void connected(long nowNanos, long connection) {
        input(nowNanos, trace.cause(), (running, now) -> running.connected(now, connection));
    }

    @Override
    public void connectFailed(long nowNanos, long connection) {
        input(nowNanos, trace.cause(), (running, now) -> running.connectFailed(now, connection));
    }

    @Override
    public void accepted(long nowNanos, long connection, IpAddress local, IpAddress remote) {
        Optional<PeerConfig> peer = peer(local, remote);
        if (peer.isPresent()) {
            input(
                    nowNanos,
                    trace.cause(),
                    (running, now) -> running.accepted(now, peer.get().name(), connection));
        } else {
            stack.close(connection, true);
        }
    }

    @Override
    public void received(long nowNanos, long connection, byte[] bytes) {
        input(nowNanos, trace.cause(), (running, now) -> running.received(now, connection, bytes));
    }

    @Override
    public void closed(long nowNanos, long connection) {
        input(nowNanos, trace.cause(), (running, now) -> running.closed(now, connection));
    }

    @Override
    public void writable(long nowNanos, long connection) {
        input(nowNanos, trace.cause(), (running, now) -> running.writable(now, connection));
    }

    @Override
    public void datagram(long nowNanos, IpAddress local, IpAddress remote, byte[] packet) {
        peer(local, remote).filter(peer -> hasSession(peer.name())).ifPresent(peer -> {
            tellBfd(nowNanos, trace.cause(), (running, now) -> running.datagram(now, peer.name(), packet));
            afterInput();
        });
    }

    private boolean hasSession(String peer) {
        return bfdSpeaker.flatMap(running -> running.session(peer)).isPresent();
    }

    /** Calls the one whose deadline has come, or both. */
    private void deadlineReached(long nowNanos) {
        if (speaker.isPresent() && speaker.get().nextDeadlineNanos() <= nowNanos) {
            tell(nowNanos, 0, (running, now) -> running.deadlineReached(now));
        }
        if (bfdSpeaker.isPresent() && bfdSpeaker.get().nextDeadlineNanos() <= nowNanos) {
            tellBfd(nowNanos, 0, (running, now) -> running.deadlineReached(now));
        }
        afterInput();
    }

    private void dead(long nowNanos, String peer, long cause) {
        tell(nowNanos, cause, (running, now) -> running.bfdDown(now, peer));
    }

    /** Hands an input to the speaker, lets its decisions take effect and asks when it wants to be called. */
    private void input(long nowNanos, long cause, ObjLongConsumer<BgpSpeaker> what) {
        tell(nowNanos, cause, what);
        afterInput();
    }

    private void tell(long nowNanos, long cause, ObjLongConsumer<BgpSpeaker> what) {
        if (speaker.isPresent()) {
            trace.because(cause);
            what.accept(speaker.get(), nowNanos);
            router.settle(nowNanos);
        }
    }

    private void tellBfd(long nowNanos, long cause, ObjLongConsumer<BfdSpeaker> what) {
        if (bfdSpeaker.isPresent()) {
            trace.because(cause);
            what.accept(bfdSpeaker.get(), nowNanos);
        }
    }

    private void afterInput() {
        bfd.look();
        askForDeadline();
    }

    private void askForDeadline() {
        if (speaker.isPresent() && bfdSpeaker.isPresent()) {
            deadline.moveTo(
                    Math.min(speaker.get().nextDeadlineNanos(), bfdSpeaker.get().nextDeadlineNanos()));
        }
    }

    // What the speaker asks for.

    @Override
    public void connect(String peer, long connection) {
        stack.connect(connection, addresses(config.peers().get(peer)));
    }

    @Override
    public void send(long connection, byte[] bytes) {
        stack.send(connection, bytes);
    }

    @Override
    public boolean isWritable(long connection) {
        return stack.isWritable(connection);
    }

    @Override
    public void close(long connection, boolean abort) {
        stack.close(connection, abort);
    }

    private void sendDatagram(String peer, byte[] packet) {
        PeerConfig to = config.peers().get(peer);
        stack.sendDatagram(to.localAddress(), to.remoteAddress(), packet);
    }

    private void listen() {
        config.peers().values().forEach(peer -> stack.listen(addresses(peer)));
    }

    private Optional<PeerConfig> peer(IpAddress local, IpAddress remote) {
        return config.peers().values().stream()
                .filter(peer -> peer.localAddress().equals(local)
                        && peer.remoteAddress().equals(remote))
                .findFirst();
    }

    private static PeerAddresses addresses(PeerConfig peer) {
        return new PeerAddresses(peer.localAddress(), peer.remoteAddress(), peer.password(), BgpRouter.linksMax(peer));
    }
}
