package coldpotato.sim.flow;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flows that come back another way than they go.
 *
 * @param flows how many go and come like this
 * @param forward the way there
 * @param reverse the way back
 * @param forwardDecider the node that sends them into the first link that the way back does not use; empty if there is none
 * @param reverseDecider the node that sends them back into the first link that the way there does not use; empty likewise
 */
public record Asymmetry(int flows, Walk forward, Walk reverse, String forwardDecider, String reverseDecider) {

    /**
     * True if these are two ways: judged only where at least one of them was walked to its end. A packet that a middlebox drops
     * because it never saw the flow would have left by another link there.
     */
    static boolean between(Walk forward, Walk reverse) {
        return isStranger(reverse, forward) || isStranger(forward, reverse);
    }

    private static boolean isStranger(Walk walk, Walk delivered) {
        return delivered.outcome().isDelivery()
                && (!delivered.links().containsAll(walk.links())
                        || walk.outcome() == Outcome.NO_FIREWALL_STATE
                                && !delivered.firewalls().contains(walk.place()));
    }

    static Asymmetry of(int flows, Walk forward, Walk reverse) {
        return new Asymmetry(flows, forward, reverse, decider(forward, reverse), decider(reverse, forward));
    }

    private static String decider(Walk walk, Walk other) {
        return walk.hops().stream()
                .filter(hop -> !other.links().contains(hop.link()))
                .map(Walk.Hop::node)
                .findFirst()
                .orElse("");
    }

    /** Harmless, or dropped. */
    public Symmetry verdict() {
        return lost().isPresent() ? Symmetry.DROPPED : Symmetry.HARMLESS;
    }

    /** The direction that does not arrive. */
    public Optional<FlowDirection> lost() {
        return Stream.of(FlowDirection.values())
                .filter(direction -> !walk(direction).outcome().isDelivery())
                .findFirst();
    }

    /** Where packets are dropped: a node, a link or a middlebox; empty if both directions arrive. */
    public Optional<String> place() {
        return lost().map(direction -> walk(direction).place());
    }

    /** The way of a direction. */
    public Walk walk(FlowDirection direction) {
        return direction == FlowDirection.FORWARD ? forward : reverse;
    }

    /** The verdict with the place: {@code asymmetric and dropped at f-net}. */
    public String text() {
        return verdict().text() + place().map(place -> " at " + place).orElse("");
    }
}
