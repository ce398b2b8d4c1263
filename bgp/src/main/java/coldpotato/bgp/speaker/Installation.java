package coldpotato.bgp.speaker;

import coldpotato.bgp.rib.Decision;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.Rib;
import coldpotato.bgp.rib.RibChange;
import coldpotato.core.net.Prefix;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was decided and is not in the forwarding table yet: neighbours wait for it, and go on with what they were told before.
 * Nobody waits for a withdrawal, nor for prefixes of our own, which are announced whether they can be reached or not.
 */
final class Installation {
    private final Map<Prefix, Wait> waiting = new TreeMap<>();

    /**
     * @param decision what the forwarding table is to do
     * @param held the path that neighbours were last told of: the best one before the first of the decisions that are waited for
     */
    private record Wait(Decision decision, Optional<Path> held) {}

    /** A prefix was decided anew. */
    void decided(RibChange change) {
        Wait before = waiting.remove(change.prefix());
        boolean installs =
                change.after().best().filter(best -> !best.source().isLocal()).isPresent();
        if (installs && (before != null || change.bestChanged())) {
            Optional<Path> held = before == null ? change.before().best() : before.held;
            waiting.put(change.prefix(), new Wait(change.after(), held));
        }
    }

    /** The forwarding table does what was decided; true if neighbours were waiting for just that. */
    boolean installed(InstalledRoute route) {
        Wait wait = waiting.get(route.prefix());
        boolean awaited = wait != null && wait.decision.sameRoutes(route.decision());
        if (awaited) {
            waiting.remove(route.prefix());
        }
        return awaited;
    }

    boolean isWaiting(Prefix prefix) {
        return waiting.containsKey(prefix);
    }

    /** What neighbours go on with while the best path of a prefix is still to be installed; empty if nobody offers it any more. */
    Optional<Path> held(Prefix prefix, Rib rib) {
        return waiting.get(prefix).held.filter(path -> rib.paths(prefix).contains(path));
    }
}
