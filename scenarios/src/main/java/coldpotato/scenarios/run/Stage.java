package coldpotato.scenarios.run;

import coldpotato.core.trace.Trace;
import coldpotato.sim.engine.RunResult;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.function.Supplier;

/**
 * Where a rehearsal takes place: makes the network and lets its time pass. In virtual time ({@link VirtualStage}) that takes as
 * long as it takes to work out; where routers talk over sockets it takes as long as it says. A stage is used for one rehearsal.
 *
 * <p>Three interfaces keep virtual time and sockets apart, each for one layer below. The stage belongs to the rehearsal and owns
 * its clock: when something happens. It makes a {@link coldpotato.sim.plan.World}, which belongs to the network: what its
 * speakers share, such as the way into the trace. A world makes a {@link coldpotato.sim.node.SpeakerHost} for each router,
 * and all that {@code sim.node} knows of a world is its {@link coldpotato.sim.node.SpeakerHost.Factory}.
 */
public interface Stage {

    /**
     * Makes the network, which does not run yet. Called once, before anything else.
     *
     * @param plans all that the network is going to be, in the order of time; it is made as the first of them
     */
    SimulatedNetwork network(ImmutableList<NetworkPlan> plans, long seed, Trace trace);

    /** Routers of the network whose place something else takes, so that nothing is known of what goes on inside them. */
    default ImmutableSet<String> external() {
        return ImmutableSet.of();
    }

    /** What to say beside the scenario's name about where it ran; empty in virtual time. */
    default String text() {
        return "";
    }

    /** Lets everything happen up to and including a time, unless a limit, or somebody, ends the run before. */
    RunResult runUntil(long timeNanos);

    /**
     * When something happens next, if that is before a time; waits until it is known, and lets nothing happen.
     *
     * @return that instant, or a time not before the one given if nothing happens before it
     */
    long nextInstantNanos(long beforeNanos);

    /** Lets somebody look at the network while nothing in it moves; the network must not be changed meanwhile. */
    <T> T whileStill(Supplier<T> look);

    /** The scenario is over: comes back when its outcome is wanted, and lets time pass until then. */
    default void linger() {}
}
