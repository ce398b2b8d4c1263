package coldpotato.bgp.speaker;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.AdjRibIn;
import coldpotato.bgp.rib.NextHopCosts;
import coldpotato.bgp.rib.Rib;
import coldpotato.bgp.wire.NotificationCode;
import coldpotato.bgp.wire.NotificationMessage;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A router without a world: a complete BGP speaker (RFC 4271) that owns no socket, clock, thread or random source. Bytes and
 * the time go in, bytes and route changes come out.
 *
 * <p>What a host must keep to:
 *
 * <ul>
 *   <li>One thread. No call from inside a call: what {@link Transport}, {@link Forwarding} or {@link Bfd} cause is handed
 *       in later.
 *   <li>Every input begins with the time, in nanoseconds of a clock that never goes back.
 *   <li>After every input the host asks {@link #nextDeadlineNanos} and calls {@link #deadlineReached} at that time, or later.
 *   <li>Before every input the host tells the trace what caused it.
 * </ul>
 *
 * Each input runs to completion: decode, state machine, tables, one decision pass over the prefixes that changed, then all
 * that neighbours may be told. A chunk with a thousand UPDATEs costs one pass. A speaker with a budget leaves what is beyond
 * it to the next inputs and asks for them by its deadline.
 */
public final class BgpSpeaker {
    /** The IGP cost of a next hop that cannot be reached. */
    public static final long UNREACHABLE = NextHopCosts.UNREACHABLE;

    private final String node;
    private final TraceSink trace;
    private final long seed;
    private final RouteExchange routes;
    private final Budget budget;
    private final PeerHost host;
    private final Map<String, Peer> peers = new LinkedHashMap<>();
    private SpeakerConfig config;
    private long lastNanos = Long.MIN_VALUE;
    private boolean started;
    private boolean busy;

    /**
     * A speaker that divides large work, so that keepalives and timers are looked after in time: a lost table, a changed policy.
     *
     * @param node the router's name, in the trace and for its luck
     * @param seed of the run: jitter of timers is a function of it, the node, the session and a count
     * @param pool where attributes are interned, shared by all speakers of a simulation
     * @param prefixesPerInput how many prefixes are worked on in one input, or {@link Budget#UNLIMITED}; while there is more to
     *     do the next deadline is now
     */
    public BgpSpeaker(
            String node,
            SpeakerConfig config,
            Transport transport,
            Forwarding forwarding,
            Bfd bfd,
            TraceSink trace,
            long seed,
            AttributePool pool,
            int prefixesPerInput) {
        this.node = node;
        this.config = config;
        this.trace = trace;
        this.seed = seed;
        this.budget = new Budget(prefixesPerInput);
        this.routes = new RouteExchange(node, config, forwarding, trace, pool, budget);
        this.host = new PeerHost(transport, bfd, routes, pool, config.routerId());
        config.peers().values().forEach(this::add);
    }

    private Peer add(PeerConfig peer) {
        Peer added = new Peer(peer, host, new SessionTrace(trace, node, peer.name()), seed, node);
        peers.put(peer.name(), added);
        return added;
    }

    // Inputs: the router as a whole

    /** Starts every neighbour's session. */
    public void start(long now) {
        input(now, () -> {
            started = true;
            eachPeer(peer -> peer.start(now));
        });
    }

    /** Takes over new settings; only sessions whose own settings changed beyond policies are reset. */
    public void reconfigure(long now, SpeakerConfig changed) {
        checkArgument(
                changed.localAs() == config.localAs()
                        && changed.routerId().equals(config.routerId())
                        && changed.clusterId().equals(config.clusterId())
                        && changed.installedOnly() == config.installedOnly(),
                "a router with another AS, identifier, cluster or order of installing and telling is another router: %s",
                node);
        input(now, () -> {
            config = changed;
            eachPeer(peer -> reconfigure(now, peer));
            routes.reconfigure(now, changed);
            changed.peers().values().stream()
                    .filter(peer -> !peers.containsKey(peer.name()))
                    .forEach(peer -> startIfRunning(now, add(peer)));
        });
    }

    private void reconfigure(long now, Peer peer) {
        PeerConfig changed = config.peers().get(peer.name());
        if (changed == null) {
            peer.shutDown(
                    now,
                    NotificationMessage.of(NotificationCode.PEER_DECONFIGURED),
                    Ending.of(DownReason.CONFIGURATION, "the neighbour was removed"));
            peers.remove(peer.name());
            peer.retire();
        } else if (changed.needsReset(peer.config())) {
            peer.shutDown(
                    now,
                    NotificationMessage.of(NotificationCode.OTHER_CONFIGURATION_CHANGE),
                    Ending.of(DownReason.CONFIGURATION, "the neighbour's settings changed"));
            peer.retire();
            startIfRunning(now, add(changed));
        } else {
            peer.configure(now, changed);
        }
    }

    private void startIfRunning(long now, Peer peer) {
        if (started) {
            peer.start(now);
        }
    }

    // Inputs: sessions

    /** Shuts a neighbour down until {@link #startPeer}. */
    public void stopPeer(long now, String peer, String text) {
        input(now, () -> peer(peer)
                .shutDown(
                        now,
                        NotificationMessage.shutdown(NotificationCode.ADMINISTRATIVE_SHUTDOWN, text),
                        Ending.of(DownReason.ADMIN, text)));
    }

    /** Starts a neighbour that was shut down. */
    public void startPeer(long now, String peer) {
        input(now, () -> peer(peer).start(now));
    }

    /** Clears a neighbour's session: one that is up is reset and comes back by itself, one that waits is tried at once. */
    public void resetPeer(long now, String peer, String text) {
        input(now, () -> peer(peer)
                .clear(
                        now,
                        NotificationMessage.shutdown(NotificationCode.ADMINISTRATIVE_RESET, text),
                        Ending.of(DownReason.ADMIN, text)));
    }

    /** A connected interface went down: sessions over it end at once. */
    public void interfaceDown(long now, String interfaceName) {
        Ending why = Ending.of(DownReason.INTERFACE_DOWN, interfaceName + " is down");
        input(
                now,
                () -> over(
                        interfaceName,
                        peer -> peer.reset(now, NotificationMessage.of(NotificationCode.CEASE), why, 0)));
    }

    /** A connected interface is up: sessions over it are tried at once. */
    public void interfaceUp(long now, String interfaceName) {
        input(now, () -> over(interfaceName, peer -> peer.reachable(now)));
    }

    /** BFD found the path to a neighbour dead: a session that is up ends; without one, this is no news. */
    public void bfdDown(long now, String peer) {
        input(now, () -> Optional.ofNullable(peers.get(peer)).ifPresent(known -> known.bfdDown(now)));
    }

    private void over(String interfaceName, Consumer<Peer> action) {
        peers.values().stream()
                .filter(peer -> peer.config()
                        .interfaceName()
                        .filter(interfaceName::equals)
                        .isPresent())
                .forEach(action);
    }

    // Inputs: connections

    /** A connection that was asked for is open. */
    public void connected(long now, long connection) {
        onConnection(now, connection, machine -> machine.connected(now));
    }

    /** A connection that was asked for could not be opened. */
    public void connectFailed(long now, long connection) {
        closed(now, connection);
    }

    /** A neighbour opened a connection; the host knows which from the addresses. */
    public void accepted(long now, String peer, long connection) {
        checkArgument(
                connection >= Transport.ACCEPTED_FIRST, "%s is not a number for an accepted connection", connection);
        input(now, () -> {
            host.accepted(peer(peer), connection);
            peer(peer).accepted(now, connection);
        });
    }

    /** Bytes arrived, cut anyhow. */
    public void received(long now, long connection, byte[] bytes) {
        onConnection(now, connection, machine -> machine.received(now, bytes));
    }

    /** The neighbour closed a connection, or it broke. */
    public void closed(long now, long connection) {
        onConnection(now, connection, machine -> {
            host.forget(connection);
            machine.transportFailed(now);
        });
    }

    /** A connection whose buffer was full has room again. */
    public void writable(long now, long connection) {
        onConnection(now, connection, machine -> machine.writable(now));
    }

    /** Hands an input to the machine of a connection; what comes for a connection that we closed is of no interest. */
    private void onConnection(long now, long connection, Consumer<BgpConnection> action) {
        input(now, () -> {
            Peer owner = host.owner(connection);
            BgpConnection machine = owner == null ? null : owner.connection(connection);
            if (machine != null) {
                action.accept(machine);
            }
        });
    }

    // Inputs: routes

    /** Announces a prefix of our own, or changes what it carries; the next hop is the unspecified address. */
    public void originate(long now, Prefix prefix, PathAttributes attributes) {
        input(now, () -> routes.originate(prefix, attributes));
    }

    /** Withdraws a prefix of our own. */
    public void withdraw(long now, Prefix prefix) {
        input(now, () -> routes.withdraw(prefix));
    }

    /** The way to a next hop that {@link Forwarding#track} was asked for changed. */
    public void nextHopChanged(long now, IpAddress nextHop, long cost) {
        input(now, () -> routes.nextHopChanged(nextHop, cost));
    }

    /**
     * The forwarding table does what {@link Forwarding#bestPathChanged} asked for; without meaning unless the settings say that
     * neighbours wait for it. An older decision than the last is no news.
     */
    public void installed(long now, ImmutableList<InstalledRoute> installed) {
        input(now, () -> routes.installed(installed));
    }

    // Time

    /** When {@link #deadlineReached} is to be called next; {@code Deadlines.NONE} if nothing waits. */
    public long nextDeadlineNanos() {
        return routes.isUnfinished()
                ? lastNanos
                : Math.min(routes.nextDeadlineNanos(), host.deadlines().nextNanos());
    }

    /** Some deadline may have passed. */
    public void deadlineReached(long now) {
        input(now, () -> {
            List<Peer> due = host.deadlines().takeDue(now);
            eachOf(due.size() < 2 ? due : inOrder(due), peer -> peer.deadlineReached(now));
            due.forEach(Peer::deadlineMoved);
        });
    }

    private List<Peer> inOrder(List<Peer> some) {
        Set<Peer> wanted = new LinkedHashSet<>(some);
        return peers.values().stream().filter(wanted::contains).toList();
    }

    /** What happens to one neighbour is no cause of what happens to the next. */
    private void eachPeer(Consumer<Peer> action) {
        eachOf(ImmutableList.copyOf(peers.values()), action);
    }

    private void eachOf(List<Peer> some, Consumer<Peer> action) {
        long cause = trace.cause();
        for (Peer peer : some) {
            trace.because(cause);
            action.accept(peer);
        }
        trace.because(cause);
    }

    private void input(long now, Runnable action) {
        checkState(!busy, "%s was called from inside one of its own calls", node);
        checkState(now >= lastNanos, "time went back from %s to %s at %s", lastNanos, now, node);
        busy = true;
        lastNanos = now;
        budget.renew();
        try {
            action.run();
            routes.settle(now);
        } finally {
            busy = false;
        }
    }

    // Views

    /** All neighbours, in the order of the configuration. */
    public ImmutableList<PeerView> peers() {
        return peers.values().stream().map(Peer::view).collect(ImmutableList.toImmutableList());
    }

    /** The settings in force. */
    public SpeakerConfig config() {
        return config;
    }

    /** The table of a family; to be read only. */
    public Rib rib(AfiSafi family) {
        return routes.rib(family);
    }

    /** What a neighbour announced, empty while its session is not up or does not carry the family. */
    public Optional<AdjRibIn> adjRibIn(String peer, AfiSafi family) {
        return Optional.ofNullable(routes.adjRibIn(peer, family));
    }

    /** What a neighbour has been told, in prefix order. */
    public Map<Prefix, PathAttributes> adjRibOut(String peer, AfiSafi family) {
        return routes.adjRibOut(peer, family);
    }

    /** Whether a neighbour is told the best path of a prefix, and why; empty if there is no best path or no session. */
    public Optional<ExportVerdict> exportVerdict(String peer, Prefix prefix) {
        return routes.exportVerdict(peer, prefix);
    }

    private Peer peer(String name) {
        Peer peer = peers.get(name);
        checkArgument(peer != null, "%s has no neighbour %s", node, name);
        return peer;
    }
}
