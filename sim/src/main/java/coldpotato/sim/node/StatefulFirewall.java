package coldpotato.sim.node;

import coldpotato.core.net.FlowKey;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A stateful firewall of a node. It sees packets that cross between one of its outside links and the rest of the node,
 * and keeps one state for both directions of a flow. Not modelled: states that time out, and TCP's own states: whatever
 * opens a flow makes a state, and the state stays until the firewall loses it.
 */
public final class StatefulFirewall {

    /** What a firewall says to a packet. */
    public enum Verdict {
        /** It does not cross the firewall, or belongs to a flow with state. */
        PASSED,
        /** It opens a flow, and may. */
        OPENED,
        /** It belongs to no flow with state. */
        NO_STATE,
        /** It would open a flow from the wrong side. */
        REFUSED
    }

    /** The states that the firewalls of one group share. */
    public static final class States {
        private final Set<FlowKey> flows = new LinkedHashSet<>();
        private int firewalls;

        public int size() {
            return flows.size();
        }

        private boolean has(FlowKey key) {
            return flows.contains(key) || flows.contains(key.reversed());
        }
    }

    private final FirewallConfig config;
    private final States states;

    public StatefulFirewall(FirewallConfig config, States states) {
        this.config = config;
        this.states = states;
        states.firewalls++;
    }

    public FirewallConfig config() {
        return config;
    }

    public States states() {
        return states;
    }

    /** True if a packet between these links (an empty name is the node itself) crosses from one side to the other. */
    public boolean isCrossed(String inLink, String outLink) {
        return config.links().isEmpty()
                ? !inLink.isEmpty() && !outLink.isEmpty()
                : config.links().contains(inLink) != config.links().contains(outLink);
    }

    /**
     * Judges a packet; keeps no state yet, because whether the packet arrives is not known here.
     *
     * @param inLink the link it came by, empty if it starts here
     * @param outLink the link it leaves by, empty if it ends here
     * @param opens true for a packet that may open a flow, such as a TCP SYN
     */
    public Verdict judge(FlowKey key, String inLink, String outLink, boolean opens) {
        if (!isCrossed(inLink, outLink) || states.has(key)) {
            return Verdict.PASSED;
        }
        if (!opens) {
            return Verdict.NO_STATE;
        }
        boolean fromOutside = config.links().contains(inLink);
        return fromOutside && !config.opensFromOutside() ? Verdict.REFUSED : Verdict.OPENED;
    }

    /** Keeps state for a flow. */
    public void remember(FlowKey key) {
        if (!states.has(key)) {
            states.flows.add(key);
        }
    }

    /** Forgets a flow. */
    public void forget(FlowKey key) {
        states.flows.remove(key);
        states.flows.remove(key.reversed());
    }

    /** It is taken away; true if it was the last one that knew these states. */
    boolean retire() {
        states.firewalls--;
        return states.firewalls == 0;
    }

    /** Its node loses power: what no other firewall shares is forgotten. */
    void lostPower() {
        if (states.firewalls == 1) {
            states.flows.clear();
        }
    }
}
