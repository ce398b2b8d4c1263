package coldpotato.scenarios.live;

import coldpotato.bgp.netty.Gate;
import coldpotato.bgp.netty.HostSettings;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.IpAddress;
import coldpotato.sim.node.BgpRouter;
import coldpotato.sim.node.Router;
import coldpotato.sim.node.RouterListener;
import coldpotato.sim.node.SpeakerHost;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/** Runs the speaker of a router on sockets: another one after each boot. All of it is of the simulation's thread. */
final class LiveHost implements SpeakerHost, RouterListener {
    private final SocketWorld world;
    private final BgpRouter router;
    private final String node;
    private final Map<String, Gate> gates = new TreeMap<>();
    private SpeakerConfig config;
    private Optional<LiveSpeaker> running = Optional.empty();
    /** What it left behind when its power failed: its sockets, which nobody has closed. */
    private Optional<LiveSpeaker> former = Optional.empty();

    LiveHost(SocketWorld world, BgpRouter router, SpeakerConfig config) {
        this.world = world;
        this.router = router;
        this.node = router.router().name();
        this.config = config;
        router.router().addListener(this);
    }

    /** What was left of the last life is reset, as a router that knows nothing answers to connections it does not know. */
    @Override
    public void start() {
        former.ifPresent(old -> old.stop(""));
        former = Optional.empty();
        LiveSpeaker fresh = new LiveSpeaker(world, router, settings(), world.nextHops());
        config.peers().keySet().forEach(peer -> fresh.gate(peer, gate(peer)));
        fresh.start();
        running = Optional.of(fresh);
    }

    @Override
    public void stop() {
        running.ifPresent(LiveSpeaker::vanish);
        former = running;
        running = Optional.empty();
    }

    /** Its sockets, which nobody has closed yet, are closed now. */
    @Override
    public void leave() {
        router.router().removeListener(this);
        former.ifPresent(old -> old.stop(""));
        former = Optional.empty();
        world.left(this, node);
    }

    /** Sessions that are new wait until it is known whether their packets pass. */
    @Override
    public void reconfigure(SpeakerConfig changed) {
        config = changed;
        running.ifPresent(speaker -> {
            changed.peers().keySet().forEach(peer -> speaker.gate(peer, gate(peer)));
            speaker.reconfigure(world.cause(), settings());
        });
    }

    @Override
    public void later(ObjLongConsumer<BgpSpeaker> input) {
        running.ifPresent(speaker -> speaker.input(world.cause(), input));
    }

    @Override
    public void nextHopChanged(long nowNanos, Router changed, IpAddress nextHop, long cost) {
        running.ifPresent(speaker -> speaker.nextHopChanged(nextHop, cost));
    }

    @Override
    public void read(Consumer<BgpSpeaker> reader) {
        running.ifPresent(speaker -> speaker.read(reader));
    }

    @Override
    public Optional<BgpSpeaker> speaker() {
        return running.map(LiveSpeaker::speaker);
    }

    @Override
    public Optional<BfdView> bfd(String peer) {
        return running.flatMap(speaker -> speaker.bfd(peer));
    }

    boolean isRunning() {
        return running.isPresent();
    }

    /** Lets the packets of a session pass, or not, from now on and after each boot. */
    void gate(String peer, Gate gate) {
        if (!gate.equals(gates.put(peer, gate))) {
            running.ifPresent(speaker -> speaker.gate(peer, gate));
        }
    }

    private Gate gate(String peer) {
        return gates.getOrDefault(peer, Gate.SILENT);
    }

    /** Resets the connections of a session on the spot. */
    void cut(String peer) {
        running.ifPresent(speaker -> speaker.cut(world.cause(), peer));
    }

    /** Lets its loop stand still as soon as it is between two inputs. */
    void stand(Pause pause) {
        running.ifPresent(speaker -> speaker.input(0, (itself, now) -> pause.stand()));
    }

    /** Says goodbye to its neighbours, as far as they can hear it. */
    void end(String text) {
        running.ifPresent(speaker -> {
            gates.forEach((peer, gate) -> {
                if (gate.outbound() == Gate.Direction.HOLD || gate.inbound() == Gate.Direction.HOLD) {
                    speaker.cut(0, peer);
                }
            });
            speaker.stop(text);
        });
        former.ifPresent(speaker -> speaker.stop(text));
    }

    private HostSettings settings() {
        return new HostSettings(
                node,
                config,
                world.seed(),
                world.addresses().listening(node, config),
                world.addresses().peers(node, config),
                world.bfdPort());
    }
}
