package coldpotato.scenarios.run;

import coldpotato.core.trace.Trace;
import coldpotato.sim.engine.RunLimits;
import coldpotato.sim.engine.RunResult;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.function.Supplier;

/** A network in virtual time, where nothing moves unless it is told to. */
final class VirtualStage implements Stage {
    private SimulatedNetwork network;

    @Override
    public SimulatedNetwork network(ImmutableList<NetworkPlan> plans, long seed, Trace trace) {
        network = new SimulatedNetwork(plans.get(0), seed, trace, RunLimits.DEFAULT);
        return network;
    }

    @Override
    public RunResult runUntil(long timeNanos) {
        return network.runUntil(timeNanos);
    }

    @Override
    public long nextInstantNanos(long beforeNanos) {
        return network.network().simulation().nextEventNanos();
    }

    @Override
    public <T> T whileStill(Supplier<T> look) {
        return look.get();
    }
}
