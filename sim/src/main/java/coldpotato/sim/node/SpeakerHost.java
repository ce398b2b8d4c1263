package coldpotato.sim.node;

import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.SpeakerConfig;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * Where the speaker of a {@link BgpRouter} runs: in virtual time ({@link SimHost}), or on sockets and a thread of its own. A host
 * tells its router what the speaker decides; everything here is called by the router, as part of an event of the simulation.
 */
public interface SpeakerHost {

    /** Makes the hosts of a network, one for each router that speaks. */
    @FunctionalInterface
    interface Factory {
        /** In virtual time. */
        Factory SIMULATED = SimHost::new;

        /** @param config the settings that the speaker has when it first starts */
        SpeakerHost host(Network network, BgpRouter router, SpeakerConfig config);
    }

    /** The router is up: starts a speaker that knows nothing but its settings. */
    void start();

    /** The router lost its power: the speaker is gone, without a word to anybody. */
    void stop();

    /** The router, which has no power any more, is no longer part of the network: lets go of everything. */
    void leave();

    /** Takes over new settings, to be acted upon as an input of now, and kept for the next start. */
    void reconfigure(SpeakerConfig changed);

    /** Hands the speaker an input as an event of its own, caused by what is going on now; nothing happens if it is gone by then. */
    void later(ObjLongConsumer<BgpSpeaker> input);

    /** Lets somebody read the speaker as it is now, before this returns; nothing happens if there is none. */
    void read(Consumer<BgpSpeaker> reader);

    /** The speaker, empty while the router is not running; to be read only, and only while nothing moves. */
    Optional<BgpSpeaker> speaker();

    /** How BFD with a neighbour stands, empty if none runs. */
    Optional<BfdView> bfd(String peer);
}
