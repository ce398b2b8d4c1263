package coldpotato.sim.node;

import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.Decision;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.PathSource;
import coldpotato.bgp.rib.RibChange;
import coldpotato.bgp.speaker.BfdSpeaker;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.Forwarding;
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
import coldpotato.sim.net.Underlay;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/**
 * Runs a BGP speaker on a router in virtual time. The speaker lives from the router's start to its stop; settings and
 * originated prefixes outlive it. What the speaker decides goes into the routing table when its input is done, each change
 * with its own cause; what the router tells it comes as an event of its own. BFD runs beside it and lives as long.
 */
public final class SpeakerHost implements Transport, Forwarding, IpStackUser, RouterListener {
    private final Simulation simulation;
    private final TraceSink trace;
    private final long seed;
    private final Router router;
    private final AttributePool pool;
    private final IpStack stack;
    private final Wakeup deadline;
    private final BfdEnds bfd;
    private final Map<Prefix, PathAttributes> originations = new TreeMap<>();
    private final List<RouteFeed> feeds = new ArrayList<>();
    private SpeakerConfig config;
    private Optional<BgpSpeaker> speaker = Optional.empty();
    private Optional<BfdSpeaker> bfdSpeaker = Optional.empty();

    /**
     * A host for a router that is not running.
     *
     * @param config its neighbours; sessions with an interface name are held to that one link unless they are iBGP
     * @param pool where attributes are interned, shared by all speakers of the simulation
     */
    SpeakerHost(Network network, Router router, SpeakerConfig config, AttributePool pool) {
        this.simulation = network.simulation();
        this.trace = network.trace();
        this.seed = network.seed();
        this.router = router;
        this.config = config;
        this.pool = pool;
        stack = network.ip().addStack(router.name(), this);
        deadline = simulation.wakeup(router.name(), this::deadlineReached);
        bfd = new BfdEnds(network.bfd(), router.name(), this, this::askForDeadline);
        router.addListener(this);
    }

    // Settings and operations.

    public Router router() {
        return router;
    }

    /** The speaker, empty while the router is not running. Inputs go through this host. */
    public Optional<BgpSpeaker> speaker() {
        return speaker;
    }

    /** What finds out for it whether its neighbours live, empty while the router is not running. */
    Optional<BfdSpeaker> bfdSpeaker() {
        return bfdSpeaker;
    }

    /** How BFD with a neighbour stands, empty if none runs. */
    public Optional<BfdView> bfd(String peer) {
        return bfdSpeaker.flatMap(running -> running.view(peer));
    }

    public SpeakerConfig config() {
        return config;
    }

    /** Announces a prefix of this router's own, now and after each boot; replaces what was said of it before. */
    public void originate(Prefix prefix, PathAttributes attributes) {
        originations.put(prefix, attributes);
        later((running, now) -> running.originate(now, prefix, attributes));
    }

    /** Takes an originated prefix back. */
    public void withdraw(Prefix prefix) {
        originations.remove(prefix);
        later((running, now) -> running.withdraw(now, prefix));
    }

    /** Takes over new settings: neighbours that come, go or change, policies, the decision process. */
    public void reconfigure(SpeakerConfig changed) {
        long cause = trace.cause();
        simulation.schedule(simulation.nowNanos(), router.name(), now -> {
            adopt(changed);
            bfd.wake();
            input(now, cause, (running, at) -> running.reconfigure(at, changed));
        });
    }

    /** From the instant on at which the speaker works by new settings, and not before, connections follow them too. */
    private void adopt(SpeakerConfig changed) {
        config.peers().values().forEach(peer -> stack.ignore(peer.localAddress(), peer.remoteAddress()));
        config = changed;
        if (router.isRunning()) {
            listen();
        }
    }

    /** Lets something be done to the speaker as an event of now; nothing happens if it is not running then. */
    public void later(ObjLongConsumer<BgpSpeaker> input) {
        long cause = trace.cause();
        Optional<BgpSpeaker> addressed = speaker;
        if (addressed.isPresent()) {
            simulation.schedule(simulation.nowNanos(), router.name(), now -> {
                if (speaker.equals(addressed)) {
                    input(now, cause, input);
                }
            });
        }
    }

    void addFeed(RouteFeed feed) {
        feeds.add(feed);
    }

    void removeFeed(RouteFeed feed) {
        feeds.remove(feed);
    }

    // The router's life.

    @Override
    public void started(long nowNanos, Router started) {
        stack.switchOn();
        listen();
        BfdSpeaker paths = new BfdSpeaker(router.name(), trace, seed, this::sendDatagram, this::dead);
        bfdSpeaker = Optional.of(paths);
        speaker = Optional.of(new BgpSpeaker(router.name(), config, this, this, paths, trace, seed, pool));
        later((running, now) -> running.start(now));
        originations.forEach(
                (prefix, attributes) -> later((running, now) -> running.originate(now, prefix, attributes)));
    }

    @Override
    public void stopped(long nowNanos, Router stopped) {
        speaker = Optional.empty();
        bfdSpeaker = Optional.empty();
        bfd.look();
        deadline.cancel();
        stack.switchOff();
    }

    @Override
    public void interfaceChanged(long nowNanos, Router changedRouter, Interface changed) {
        String name = changed.link().name();
        boolean up = changed.isUp();
        bfd.wake();
        later((running, now) -> {
            if (up) {
                running.interfaceUp(now, name);
            } else {
                running.interfaceDown(now, name);
            }
        });
    }

    @Override
    public void fibChanged(long nowNanos, Router changed, ImmutableList<Prefix> prefixes) {
        bfd.forwardingChanged(prefixes);
    }

    @Override
    public void nextHopChanged(long nowNanos, Router changed, IpAddress nextHop, long cost) {
        later((running, now) -> running.nextHopChanged(now, nextHop, cost));
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
        peer(local, remote).ifPresent(peer -> {
            tellBfd(nowNanos, trace.cause(), (running, now) -> running.datagram(now, peer.name(), packet));
            afterInput();
        });
    }

    private void deadlineReached(long nowNanos) {
        tell(nowNanos, 0, (running, now) -> running.deadlineReached(now));
        tellBfd(nowNanos, 0, (running, now) -> running.deadlineReached(now));
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
            router.changeRoutes(nowNanos, table -> {});
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

    @Override
    public long track(IpAddress nextHop) {
        return router.table().track(nextHop);
    }

    @Override
    public void untrack(IpAddress nextHop) {
        router.table().untrack(nextHop);
    }

    @Override
    public void bestPathChanged(long nowNanos, RibChange change) {
        RouteTable table = router.table();
        table.remove(change.prefix(), RouteSource.EBGP, "");
        table.remove(change.prefix(), RouteSource.IBGP, "");
        route(change.prefix(), change.after()).ifPresent(table::put);
        feeds.forEach(
                feed -> feed.changed(nowNanos, change.prefix(), change.after().best()));
    }

    /** Empty for a prefix of our own, or without a path. */
    private static Optional<CandidateRoute> route(Prefix prefix, Decision decision) {
        ImmutableList<NextHop> nextHops = decision.multipath().stream()
                .filter(path -> !path.source().isLocal())
                .map(path -> NextHop.via(path.attributes().nextHop()))
                .distinct()
                .collect(ImmutableList.toImmutableList());
        Optional<RouteSource> source = decision.best().map(Path::source).map(SpeakerHost::routeSource);
        return source.filter(known -> known != RouteSource.LOCAL)
                .map(known -> CandidateRoute.over(prefix, known, "", 0, nextHops));
    }

    private static RouteSource routeSource(PathSource source) {
        return switch (source.kind()) {
            case LOCAL -> RouteSource.LOCAL;
            case EBGP -> RouteSource.EBGP;
            case IBGP -> RouteSource.IBGP;
        };
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
        boolean singleHop = !peer.isIbgp() && peer.interfaceName().isPresent();
        return new PeerAddresses(
                peer.localAddress(), peer.remoteAddress(), peer.password(), singleHop ? 1 : Underlay.HOPS_MAX);
    }
}
