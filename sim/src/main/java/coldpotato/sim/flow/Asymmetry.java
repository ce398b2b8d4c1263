package coldpotato.sim.flow;

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

    /** True if these are two ways: judged only where at least one of them was walked to its end. */
    static boolean between(Walk forward, Walk reverse) {
        boolean strangeReverse =
                forward.outcome().isDelivery() && !forward.links().containsAll(reverse.links());
        boolean strangeForward =
                reverse.outcome().isDelivery() && !reverse.links().containsAll(forward.links());
        return strangeReverse || strangeForward;
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
}
