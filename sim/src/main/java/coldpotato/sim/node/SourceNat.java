package coldpotato.sim.node;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Source NAT of a node. What opens a flow across it in its direction gets an address of the pool, all flows of one host the same
 * one, and keeps its port where that is free; answers to the pool are translated back before they are routed. Those to flows
 * that were opened from outside leave by the link that the flow came by, if it is this node's and up, whatever the routing table
 * says: an edge that translates what comes in keeps its sessions. A flow opened against its direction passes as it is, and so do its answers. Packets in its direction that belong to no flow it knows, and
 * packets to the pool that answer none, are dropped. Not modelled: state that times out, pools that run out of ports, and
 * servers published in a pool (destination NAT).
 */
public final class SourceNat {
    private static final int PORT_FIRST = 1024;
    private static final int PORTS = 65536 - PORT_FIRST;

    /** The states that the NATs of one group share. */
    static final class States {
        /** By the key before translation, the key after it. */
        private final Map<FlowKey, FlowKey> translated = new LinkedHashMap<>();
        /** By the key of answers to the pool, the key of the answers that the one who opened the flow waits for. */
        private final Map<FlowKey, Answer> answers = new LinkedHashMap<>();
        /** Opened against the direction of translation. */
        private final Set<FlowKey> untouched = new LinkedHashSet<>();

        private int users;

        private void clear() {
            translated.clear();
            answers.clear();
            untouched.clear();
        }
    }

    /**
     * What an answer becomes.
     *
     * @param key that the one who opened the flow waits for
     * @param link by which the flow came in from outside; empty if it was opened inside
     */
    public record Answer(FlowKey key, Optional<String> link) {}

    private final SourceNatConfig config;
    private final States states;

    SourceNat(SourceNatConfig config, States states) {
        this.config = config;
        this.states = states;
        states.users++;
    }

    public SourceNatConfig config() {
        return config;
    }

    /** How many flows it translates now. */
    public int size() {
        return states.translated.size();
    }

    /** True for addresses of the pool. */
    public boolean owns(IpAddress address) {
        return config.pool().contains(address);
    }

    /** True if a packet between these links (an empty name is the node itself) crosses from one side to the other. */
    public boolean isCrossed(String inLink, String outLink) {
        return config.links().contains(inLink) != config.links().contains(outLink);
    }

    /** What a packet to the pool becomes before it is routed; empty if it answers no flow that is known. */
    public Optional<Answer> back(FlowKey key) {
        return Optional.ofNullable(states.answers.get(key));
    }

    /**
     * What a packet becomes that crosses; keeps no state yet, because whether it arrives is not known here.
     *
     * @param inLink the link it came by, empty if it starts here
     * @param opens true for a packet that may open a flow
     * @return empty if it is dropped
     */
    public Optional<FlowKey> across(FlowKey key, String inLink, boolean opens) {
        boolean translates = config.links().contains(inLink) == config.inbound()
                && key.source().family() == config.pool().family();
        if (!translates || states.untouched.contains(key.reversed())) {
            return Optional.of(key);
        }
        FlowKey known = states.translated.get(key);
        return known != null || !opens ? Optional.ofNullable(known) : Optional.of(fresh(key));
    }

    private FlowKey fresh(FlowKey key) {
        IpAddress address = address(key.source());
        for (int step = 0; step < PORTS; step++) {
            int port =
                    key.sourcePort() == 0 ? 0 : PORT_FIRST + Math.floorMod(key.sourcePort() - PORT_FIRST + step, PORTS);
            FlowKey fresh = new FlowKey(key.protocol(), address, port, key.destination(), key.destinationPort());
            if (!states.answers.containsKey(fresh.reversed())) {
                return fresh;
            }
        }
        return new FlowKey(key.protocol(), address, key.sourcePort(), key.destination(), key.destinationPort());
    }

    private IpAddress address(IpAddress source) {
        int bits = Math.min(config.pool().family().bits() - config.pool().length(), Integer.SIZE - 2);
        return config.pool().addressAt(Math.floorMod(source.high() * 31 + source.low(), 1L << bits));
    }

    /** Keeps state for a flow: what crossed, by which link it came, and what it became. */
    public void remember(FlowKey key, FlowKey after, String inLink) {
        if (key.equals(after)) {
            states.untouched.add(key);
        } else {
            states.translated.put(key, after);
            states.answers.put(
                    after.reversed(),
                    new Answer(key.reversed(), config.inbound() ? Optional.of(inLink) : Optional.empty()));
        }
    }

    /** Forgets a flow, by the key that its packets have before translation. */
    public void forget(FlowKey key) {
        states.untouched.remove(key);
        FlowKey after = states.translated.remove(key);
        if (after != null) {
            states.answers.remove(after.reversed());
        }
    }

    /** It is taken away; true if it was the last one that knew these states. */
    boolean retire() {
        states.users--;
        return states.users == 0;
    }

    /** Its node loses power: what no other NAT shares is forgotten. */
    void lostPower() {
        if (states.users == 1) {
            states.clear();
        }
    }
}
