package coldpotato.sim.plan;

import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.node.Network;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds and changes routers, links and speakers as a plan says. */
final class Assembly {
    private final Network network;
    private final TraceSink trace;
    private final long seed;
    private final AttributePool pool;

    Assembly(Network network, TraceSink trace, long seed, AttributePool pool) {
        this.network = network;
        this.trace = trace;
        this.seed = seed;
        this.pool = pool;
    }

    void build(NetworkPlan plan) {}

    void apply(NetworkPlan before, NetworkPlan after) {}

    Optional<BgpSpeaker> speaker(String node) {
        return Optional.empty();
    }

    void withSpeaker(String node, Consumer<BgpSpeaker> action) {}
}
