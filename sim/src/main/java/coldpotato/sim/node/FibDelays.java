package coldpotato.sim.node;

import java.util.Optional;

/**
 * From a change of the routing table to the forwarding entry programmed, by where routes come from: inside is what routers of the
 * same AS tell (iBGP), outside is everything else.
 *
 * <p>A router that loses a route from outside sends packets to a neighbour inside, by another route or a shorter one, while that
 * neighbour may still send them here. So routers that have delays {@link #inside} their AS keep what they lose for longer than the
 * others, who hear of it.
 *
 * @param outsideNanos for a route from outside
 * @param insideNanos for a route from inside, and for one that goes
 * @param awayNanos for a route from inside, or none, in place of one from outside
 * @param backNanos for a route from outside in place of one from inside
 */
public record FibDelays(long outsideNanos, long insideNanos, long awayNanos, long backNanos) {

    /** The same for every change. */
    public static FibDelays of(long nanos) {
        return new FibDelays(nanos, nanos, nanos, nanos);
    }

    /** For a router among others of its AS which take this long for what they tell each other. */
    public FibDelays inside(long nanos) {
        return new FibDelays(outsideNanos, nanos, Math.max(outsideNanos, 2 * nanos), backNanos);
    }

    /**
     * For a router that tells neighbours inside its best path from outside though it goes by one from inside: it has the entry ready, and
     * uses it as soon as a neighbour that will send packets by it takes the path from inside back.
     */
    public FibDelays ready() {
        return new FibDelays(outsideNanos, insideNanos, awayNanos, 0);
    }

    /** How long this change takes. */
    long nanos(RouteChange change) {
        boolean toOutside = change.after().isPresent() && !isInside(change.after());
        if (isInside(change.before())) {
            return toOutside ? backNanos : insideNanos;
        }
        if (toOutside) {
            return outsideNanos;
        }
        return change.before().isPresent() ? awayNanos : insideNanos;
    }

    private static boolean isInside(Optional<SelectedRoute> route) {
        return route.filter(selected -> selected.source() == RouteSource.IBGP).isPresent();
    }
}
