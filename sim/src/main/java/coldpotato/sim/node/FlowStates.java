package coldpotato.sim.node;

import coldpotato.core.net.FlowKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The flows that a unit of middleboxes knows, and what it made of them. */
public final class FlowStates {
    /** Flows that pass as they are, by the key that they were opened with. */
    private final Set<FlowKey> untouched = new LinkedHashSet<>();
    /** By the key before translation, the key after it. */
    private final Map<FlowKey, FlowKey> translated = new LinkedHashMap<>();
    /** By the key of answers to what was translated, what they become. */
    private final Map<FlowKey, Answer> answers = new LinkedHashMap<>();

    private final TakenPorts ports = new TakenPorts();

    /**
     * What an answer to a translated flow becomes.
     *
     * @param key that the one who opened the flow waits for
     * @param link by which it leaves, whatever the routing table says; empty if that decides
     */
    record Answer(FlowKey key, Optional<String> link) {}

    /** How many flows are known. */
    public int size() {
        return untouched.size() + translated.size();
    }

    /** True if the packet belongs to a flow that passes as it is, in either direction. */
    boolean passes(FlowKey key) {
        return untouched.contains(key) || untouched.contains(key.reversed());
    }

    /** True if the packet answers a flow that passes as it is. */
    boolean passesBack(FlowKey key) {
        return untouched.contains(key.reversed());
    }

    Optional<FlowKey> translated(FlowKey key) {
        return Optional.ofNullable(translated.get(key));
    }

    Optional<Answer> answer(FlowKey key) {
        return Optional.ofNullable(answers.get(key));
    }

    void keepUntouched(FlowKey key) {
        if (!passes(key)) {
            untouched.add(key);
        }
    }

    /** Which ports of pools its flows have. */
    TakenPorts ports() {
        return ports;
    }

    void keepTranslated(FlowKey key, FlowKey after, Optional<String> link) {
        FlowKey before = translated.get(key);
        if (after.equals(before)) {
            return;
        }
        if (before != null) {
            forget(key);
        }
        ports.take(TakenPorts.Endpoint.sourceOf(key), TakenPorts.Endpoint.sourceOf(after));
        translated.put(key, after);
        answers.put(after.reversed(), new Answer(key.reversed(), link));
    }

    /** Forgets a flow, by the key that its packets have before translation. */
    void forget(FlowKey key) {
        untouched.remove(key);
        untouched.remove(key.reversed());
        FlowKey after = translated.remove(key);
        if (after != null) {
            answers.remove(after.reversed());
            ports.release(TakenPorts.Endpoint.sourceOf(key), TakenPorts.Endpoint.sourceOf(after));
        }
    }

    /** Forgets everything. */
    void clear() {
        untouched.clear();
        translated.clear();
        answers.clear();
        ports.clear();
    }
}
