package coldpotato.sim.plan;

import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.node.BgpRouter;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.SpeakerHost;

/** What surrounds the speakers of a network: virtual time, or sockets, threads and the clock. */
public interface World extends SpeakerHost.Factory {
    /** Virtual time: everything happens on one thread, in the order of the simulation. */
    World VIRTUAL = new World() {
        @Override
        public SpeakerHost host(Network network, BgpRouter router, SpeakerConfig config) {
            return SIMULATED.host(network, router, config);
        }

        @Override
        public TraceSink sink(TraceSink trace) {
            return trace;
        }

        @Override
        public void later(Runnable event) {
            event.run();
        }
    };

    /**
     * Where the simulation writes what happens.
     *
     * @param trace where all of the network does, the speakers too
     */
    TraceSink sink(TraceSink trace);

    /** Lets something be done by the simulation; called by whoever writes into the trace. */
    void later(Runnable event);
}
