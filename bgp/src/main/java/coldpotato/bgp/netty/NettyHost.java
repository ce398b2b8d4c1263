package coldpotato.bgp.netty;

import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.Forwarding;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.trace.TraceSink;
import com.google.common.collect.ImmutableMap;
import io.netty.channel.EventLoopGroup;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one {@link BgpSpeaker} on real TCP, and BFD beside it on UDP. All of the speaker happens on one event loop of its own,
 * and what it calls ({@link Forwarding}, {@link TraceSink}) happens there too; every method here may be called from any
 * other thread.
 */
public final class NettyHost {
    /** How long {@link #stop} waits for neighbours to take their last message. */
    private static final long STOP_WAIT_SECONDS = 3;

    /** Large work is divided so that the loop is never busy for more than a few tenths of a second. */
    private static final int PREFIXES_PER_INPUT = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(NettyHost.class);

    private final Sockets sockets;
    private final EventLoopGroup group;
    private final MortalLoop loop;
    private final SpeakerLoop inputs;
    private final Streams streams;
    private final Listeners listeners;
    private final BfdHost bfd;
    private final BgpSpeaker speaker;
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private volatile HostSettings settings;
    private volatile boolean dead;

    /** A host that does nothing before {@link #start}. */
    public NettyHost(Sockets sockets, HostSettings settings, Forwarding forwarding, TraceSink trace) {
        this.sockets = sockets;
        this.settings = settings;
        group = sockets.newLoop(settings.node());
        loop = new MortalLoop(group.next());
        inputs = new SpeakerLoop(loop.loop(), sockets::nowNanos, trace, this::failed);
        streams = new Streams(sockets, settings, inputs, this::failed);
        listeners = new Listeners(sockets, group, streams::accept);
        bfd = new BfdHost(sockets, settings, inputs, trace, this::failed);
        speaker = new BgpSpeaker(
                settings.node(),
                settings.speaker(),
                streams,
                forwarding,
                bfd,
                trace,
                settings.seed(),
                new AttributePool(),
                PREFIXES_PER_INPUT);
        inputs.drive(speaker, streams::flush);
    }

    /**
     * Listens and starts every session.
     *
     * @throws SocketProblem if this machine cannot do what the settings ask for; nothing was started then
     */
    public synchronized void start() {
        check(settings);
        try {
            listeners.adopt(settings);
            bfd.adopt(settings);
        } catch (SocketProblem problem) {
            listeners.close();
            throw problem;
        }
        loop.run(() -> {
            inputs.input(0, BgpSpeaker::start);
            listeners.open();
        });
    }

    private void check(HostSettings checked) {
        checked.speaker().peers().values().forEach(peer -> sockets.kernel()
                .check(peer, checked.peers().get(peer.name())));
    }

    /**
     * Hands the speaker an input, with the time. After the end nothing happens.
     *
     * @param cause number of the trace event that caused it, 0 for none
     */
    public void input(long cause, ObjLongConsumer<BgpSpeaker> what) {
        inputs.input(cause, what);
    }

    /** Asks the speaker something between two inputs, or after the end, and waits for the answer. */
    public <T> T ask(Function<BgpSpeaker, T> question) {
        return loop.ask(() -> question.apply(speaker));
    }

    /** How BFD with a peer stands, empty if none runs. */
    public Optional<BfdView> bfd(String peer) {
        return bfd.view(peer);
    }

    /** The settings in force. */
    public HostSettings settings() {
        return settings;
    }

    /** Takes over other neighbours on the addresses listened on already. */
    public void reconfigure(SpeakerConfig config, ImmutableMap<String, PeerSockets> peers) {
        reconfigure(settings.with(config, peers));
    }

    /**
     * Takes over other settings: speaker, keys, addresses. Sessions whose own settings changed are reset.
     *
     * @throws SocketProblem if this machine cannot do what they ask for; everything goes on as before then
     */
    public void reconfigure(HostSettings changed) {
        reconfigure(0, changed);
    }

    /**
     * Takes over other settings.
     *
     * @param cause number of the trace event that caused it, 0 for none
     * @throws SocketProblem if this machine cannot do what they ask for; everything goes on as before then
     */
    public synchronized void reconfigure(long cause, HostSettings changed) {
        check(changed);
        HostSettings before = settings;
        try {
            listeners.adopt(changed);
            bfd.adopt(changed);
        } catch (SocketProblem problem) {
            takeBack(before, problem);
            throw problem;
        }
        settings = changed;
        listeners.closeOthers(changed);
        loop.run(() -> {
            openUnlessDead();
            streams.adopt(changed);
            inputs.input(cause, (running, now) -> running.reconfigure(now, changed.speaker()));
            changed.speaker()
                    .peers()
                    .keySet()
                    .forEach(peer -> resetIfMoved(
                            cause,
                            peer,
                            before.peers().get(peer),
                            changed.peers().get(peer)));
        });
    }

    private void openUnlessDead() {
        if (!dead) {
            listeners.open();
        }
    }

    private void takeBack(HostSettings before, SocketProblem problem) {
        listeners.closeOthers(before);
        try {
            listeners.adopt(before);
        } catch (SocketProblem further) {
            problem.addSuppressed(further);
        }
    }

    private void resetIfMoved(long cause, String peer, PeerSockets before, PeerSockets ends) {
        if (before != null && !before.equals(ends)) {
            inputs.input(cause, (running, now) -> running.resetPeer(now, peer, "the addresses changed"));
        }
    }

    /** What was written to a peer and the network did not take yet. */
    public long unsentOctets(String peer) {
        return ask(running -> streams.unsentOctets(peer));
    }

    // Faults.

    /** Lets a peer's bytes pass, or holds them; its BFD packets are lost meanwhile. */
    public void gate(String peer, Gate gate) {
        bfd.gate(peer, gate);
        loop.run(() -> streams.gate(peer, gate));
    }

    /**
     * Resets a peer's streams at once, whatever its gate says.
     *
     * @param cause number of the trace event that caused it, 0 for none
     */
    public void cut(long cause, String peer) {
        loop.run(() -> streams.cut(cause, peer));
    }

    /** Resets a peer's streams without a cause. */
    public void cut(String peer) {
        cut(0, peer);
    }

    /** Power loss: nothing is read, written or closed any more, until {@link #stop} resets what is left. */
    public void vanish() {
        dead = true;
        bfd.end();
        loop.run(() -> {
            inputs.end();
            listeners.freeze();
            streams.freeze();
        });
    }

    // The end.

    /** Completes with the error if the speaker, or what it calls, failed; all sessions are reset then. */
    public CompletableFuture<Throwable> failure() {
        return failure.copy();
    }

    private void failed(Throwable bug) {
        LOG.error(
                "{}: internal error at {} ns with seed {}; all sessions are reset",
                settings.node(),
                sockets.nowNanos(),
                settings.seed(),
                bug);
        dead = true;
        try {
            inputs.end();
            bfd.end();
            streams.resetAll();
            listeners.freeze();
        } finally {
            failure.complete(bug);
        }
    }

    /**
     * Says goodbye to every neighbour (Cease, Administrative Shutdown, RFC 9003), waits a little until they took it, and closes
     * everything. After {@link #vanish} or a failure nothing is said: what is left is reset.
     */
    public synchronized void stop(String text) {
        if (group.isShuttingDown()) {
            return;
        }
        listeners.close();
        if (!dead) {
            CompletableFuture<Void> gone = new CompletableFuture<>();
            loop.run(() -> shutDownPeers(text, gone));
            gone.completeOnTimeout(null, STOP_WAIT_SECONDS, TimeUnit.SECONDS).join();
        }
        bfd.close();
        loop.run(() -> {
            inputs.end();
            streams.resetAll();
        });
        group.shutdownGracefully(0, STOP_WAIT_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private void shutDownPeers(String text, CompletableFuture<Void> gone) {
        for (PeerView peer : speaker.peers()) {
            inputs.input(
                    0, (running, now) -> running.stopPeer(now, peer.config().name(), text));
        }
        streams.end(() -> gone.complete(null));
    }
}
