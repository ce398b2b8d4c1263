package coldpotato.contract;

import java.util.function.Supplier;

/** Who can run a speaker. */
enum Host {
    /** Wires with a constant delay, and a record of what the speaker asked for: the smallest host that there can be. */
    RECORDING(RecordingWorld::new),
    /** Virtual time, simulated TCP. */
    SIMULATOR(SimulatedWorld::new),
    /** Real TCP. */
    NETTY(NettyWorld::new);

    private final Supplier<World> maker;

    Host(Supplier<World> maker) {
        this.maker = maker;
    }

    World newWorld() {
        return maker.get();
    }
}
