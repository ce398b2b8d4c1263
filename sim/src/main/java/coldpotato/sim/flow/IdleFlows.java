package coldpotato.sim.flow;

import coldpotato.core.net.FlowKey;
import coldpotato.sim.node.Cluster;
import coldpotato.sim.node.Middlebox;
import coldpotato.sim.node.Middleboxes;
import java.util.OptionalLong;

/**
 * Lets middleboxes forget flows that have been away from them for longer than they wait. Nobody counts the time: it is known
 * from the history of a flow when its packets last crossed, and only asked for when they may come again.
 */
final class IdleFlows {
    private final Middleboxes middleboxes;

    IdleFlows(Middleboxes middleboxes) {
        this.middleboxes = middleboxes;
    }

    /** A flow is about to be walked again: middleboxes forget it that should have by now. */
    void expire(GroupFlows flows, int flow, long nowNanos) {
        for (Middlebox box : middleboxes.forgetful()) {
            OptionalLong crossed = lastCrossed(flows, flow, box.cluster(), nowNanos);
            if (crossed.isPresent()
                    && nowNanos - crossed.getAsLong() >= box.config().idleTimeoutNanos()) {
                FlowKey key = flows.group().key(flow);
                middleboxes.forgetAt(box, key);
            }
        }
    }

    private OptionalLong lastCrossed(GroupFlows flows, int flow, Cluster cluster, long nowNanos) {
        return flows.tracks().stream()
                .map(track -> track.history(flow).lastTime(walk -> crosses(walk, cluster), nowNanos))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
    }

    private boolean crosses(Walk walk, Cluster cluster) {
        return walk.firewalls().stream().anyMatch(name -> middleboxes.uses(name, cluster));
    }
}
