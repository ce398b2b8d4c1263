package coldpotato.scenarios.live;

import coldpotato.bgp.netty.Gate;
import coldpotato.bgp.netty.HostSettings;
import coldpotato.bgp.netty.NettyHost;
import coldpotato.bgp.rib.RibChange;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.Forwarding;
import coldpotato.core.net.IpAddress;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.node.BgpRouter;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * The speaker of a router on sockets, from one boot to the next, and the two ways between it and the simulation. What it decides
 * is posted there, in order and with its cause. What it asks of next hops is answered at once by what the simulation said last,
 * and the simulation speaks up whenever that changes.
 */
final class LiveSpeaker implements Forwarding {
    private final SocketWorld world;
    private final BgpRouter router;
    private final String node;
    private final TraceSink trace;
    private final NettyHost host;
    private final BgpSpeaker speaker;
    private final Map<IpAddress, Long> costs = new ConcurrentSkipListMap<>();
    private final Backlog<Decision> decisions = new Backlog<>(this::announce);
    /** Of the simulation's thread. */
    private boolean powered = true;

    private record Decision(long cause, RibChange change) {}

    /** @param nextHops what routes may lead to, as far as that is known beforehand */
    LiveSpeaker(SocketWorld world, BgpRouter router, HostSettings settings, ImmutableSet<IpAddress> nextHops) {
        this.world = world;
        this.router = router;
        this.node = settings.node();
        this.trace = world.writer();
        nextHops.forEach(nextHop -> costs.put(nextHop, router.track(nextHop)));
        host = new NettyHost(world.sockets(), settings, this, trace);
        host.failure().thenAccept(world::failed);
        speaker = host.ask(itself -> itself);
    }

    // What the simulation does with it, on its thread.

    /** @throws coldpotato.bgp.netty.SocketProblem if this machine does not let it */
    void start() {
        host.start();
    }

    /** Power is lost: its sockets stay as they are, and nothing that it said and was not heard yet counts. */
    void vanish() {
        powered = false;
        host.vanish();
    }

    void stop(String text) {
        host.stop(text);
    }

    void input(long cause, ObjLongConsumer<BgpSpeaker> input) {
        host.input(cause, input);
    }

    void reconfigure(long cause, HostSettings settings) {
        host.reconfigure(cause, settings);
    }

    void gate(String peer, Gate gate) {
        host.gate(peer, gate);
    }

    void cut(long cause, String peer) {
        host.cut(cause, peer);
    }

    Optional<BfdView> bfd(String peer) {
        return host.bfd(peer);
    }

    void read(Consumer<BgpSpeaker> reader) {
        host.ask(running -> {
            reader.accept(running);
            return running;
        });
    }

    /** To be read only, and only while its loop stands still. */
    BgpSpeaker speaker() {
        return speaker;
    }

    void nextHopChanged(IpAddress nextHop, long cost) {
        costs.put(nextHop, cost);
    }

    // What it does with the simulation, on its own thread.

    @Override
    public long track(IpAddress nextHop) {
        Long known = costs.putIfAbsent(nextHop, BgpSpeaker.UNREACHABLE);
        if (known == null) {
            world.post(node, now -> learn(nextHop));
        }
        return known == null ? BgpSpeaker.UNREACHABLE : known;
    }

    /** It goes on being told, which costs little: there are not many next hops in a network. */
    @Override
    public void untrack(IpAddress nextHop) {}

    @Override
    public void bestPathChanged(long nowNanos, RibChange change) {
        decisions.add(new Decision(trace.cause(), change));
    }

    private void announce() {
        world.post(node, this::decided);
    }

    // What becomes of it there.

    private void learn(IpAddress nextHop) {
        if (powered) {
            long cost = router.track(nextHop);
            costs.put(nextHop, cost);
            host.input(0, (running, now) -> running.nextHopChanged(now, nextHop, cost));
        }
    }

    private void decided(long nowNanos) {
        decisions.drain(decision -> {
            if (powered) {
                world.because(decision.cause);
                router.bestPathChanged(nowNanos, decision.change);
            }
        });
        if (powered) {
            router.settle(nowNanos);
        }
    }
}
