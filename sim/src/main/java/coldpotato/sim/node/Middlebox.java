package coldpotato.sim.node;

import coldpotato.core.net.FlowKey;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What stands on links of a node and lets packets that cross it pass, drops them or changes them, by the flows that it knows. It
 * keeps state when it is told that a flow was opened: whether a packet arrives is not known where it is judged.
 */
public abstract sealed class Middlebox permits StatefulFirewall, SourceNat, DestinationNat {

    /** What it says to a packet. */
    public enum Verdict {
        /** It belongs to a flow with state, or to none that matters here. */
        PASSED,
        /** It opens a flow, and may. */
        OPENED,
        /** It belongs to no flow with state. */
        NO_STATE,
        /** It would open a flow that may not be opened, such as one from the wrong side. */
        REFUSED,
        /** It would open a flow, and there is no address and port left for it. */
        EXHAUSTED,
        /** It would have to be translated by what has stopped. */
        STOPPED,
        /** Nobody does the work of the unit that has to do with it. */
        DOWN
    }

    /**
     * What becomes of a packet.
     *
     * @param verdict whether it passes
     * @param key what it is from now on, if it passes
     * @param link by which it leaves the node, whatever the routing table says; empty if that decides
     */
    public record Ruling(Verdict verdict, FlowKey key, Optional<String> link) {
        static Ruling of(Verdict verdict, FlowKey key) {
            return new Ruling(verdict, key, Optional.empty());
        }

        /** True if the packet goes on. */
        public boolean passes() {
            return verdict == Verdict.PASSED || verdict == Verdict.OPENED;
        }
    }

    private final MiddleboxConfig config;
    private final Cluster cluster;
    private boolean powered = true;

    Middlebox(MiddleboxConfig config, Cluster cluster) {
        this.config = config;
        this.cluster = cluster;
        cluster.use(this);
    }

    public final MiddleboxConfig config() {
        return config;
    }

    /** Its units, which it may share with others of its group. */
    public final Cluster cluster() {
        return cluster;
    }

    /** What it knows, or, of several units, the one that does the work. */
    public final FlowStates states() {
        return cluster.states();
    }

    /** Judges a packet that arrives at the node, before it is routed. */
    public abstract Ruling arriving(FlowKey key);

    /** True if a packet between these links (an empty name is the node itself) crosses from one side to the other. */
    public boolean isCrossed(String inLink, String outLink) {
        return config.boundary().isCrossed(inLink, outLink);
    }

    /** True if it may make other packets of those that come by this link; the rest of the node's middleboxes judge before it. */
    abstract boolean translates(String inLink);

    /**
     * Judges a packet that crosses.
     *
     * @param inLink the link it came by, empty if it starts here
     * @param opens true for a packet that may open a flow, such as a TCP SYN
     */
    public abstract Ruling crossing(FlowKey key, String inLink, boolean opens);

    /** Judges a packet that is for the node itself: an address that it publishes is no host's. */
    public Ruling ending(FlowKey key) {
        return Ruling.of(Verdict.PASSED, key);
    }

    /** Why it refuses what would open a flow, in words that follow "lets no flow be opened". */
    public String refusal(FlowKey key, String inLink) {
        return "from outside";
    }

    /** Keeps state for a flow: what crossed, what it became, and by which link it came. */
    public abstract void remember(FlowKey key, FlowKey after, String inLink);

    /** What it makes of the packets of a flow, by the key that they have before translation, if it makes anything else of them. */
    ImmutableList<FlowKey> translations(FlowKey key) {
        return states().translated(key).map(ImmutableList::of).orElse(ImmutableList.of());
    }

    /** Forgets a flow, by the key that its packets have before translation. */
    public final void forget(FlowKey key) {
        cluster.forget(key);
    }

    /** It is taken away; true if it was the last one that knew these states. */
    final boolean retire() {
        return cluster.leave(this);
    }

    final boolean hasPower() {
        return powered && config.works();
    }

    /** Its node loses power: what no other middlebox with power shares is forgotten. */
    final void lostPower() {
        powered = false;
        cluster.lostPower();
    }

    /** Its node has power again; it knows what the others of its group know. */
    final void gotPower() {
        powered = true;
    }
}
