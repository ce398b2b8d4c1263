package coldpotato.contract;

import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.trace.TraceEvent;
import com.google.common.collect.ImmutableList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;

/**
 * Somewhere that speakers live: the one thing of which there are three. Time is the world's own. In a virtual world it passes
 * only while it is waited for.
 */
interface World extends AutoCloseable {
    /** Brings all nodes to life, and with them the links of the sessions between them. */
    void start(ImmutableList<Node> nodes, ImmutableList<Wire> wires);

    /** Lets time pass until something is so; false if it is not within this time. */
    boolean comes(BooleanSupplier condition, long withinNanos);

    /** The world's time. */
    long nowNanos();

    /** Asks a speaker something. */
    <T> T ask(Node node, Function<BgpSpeaker, T> question);

    /** Hands an input to a speaker. */
    void tell(Node node, ObjLongConsumer<BgpSpeaker> input);

    /** Gives a speaker its settings anew. */
    void reconfigure(Node node);

    /** What has happened to a node so far. */
    ImmutableList<TraceEvent> trace(Node node);

    /** Frames of a wire vanish, and nobody is told. */
    void silence(Wire wire);

    /** The light of a wire goes out, and both ends see it. */
    void darken(Wire wire);

    /** A wire is as it was before it was silenced or darkened. */
    void mend(Wire wire);

    /** Opens a connection from a node without a speaker to the speaker at the other end of a wire. */
    Line dial(Node puppet, Wire wire);

    /** The connections to a node without a speaker that a speaker has opened so far. */
    ImmutableList<Line> taken(Node puppet);

    @Override
    void close();
}
