package coldpotato.sim.node;

import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Simulation;
import java.util.function.BooleanSupplier;

/** Lets units of firewalls fail, others take over, and those that failed come back, each in its time. */
final class Failover {
    private final Simulation simulation;
    private final TraceSink trace;
    private final Middleboxes middleboxes;

    Failover(Simulation simulation, TraceSink trace, Middleboxes middleboxes) {
        this.simulation = simulation;
        this.trace = trace;
        this.middleboxes = middleboxes;
    }

    /** A unit of the firewalls of a state group fails now; nothing happens if it has failed already. */
    void fail(String group, UnitFault fault) {
        Cluster cluster = middleboxes.firewalls(group);
        int unit = fault.unit().orElse(cluster.active());
        if (!cluster.isUp(unit)) {
            return;
        }
        int failure = cluster.fail(unit);
        tell(group, cluster, "unit " + unit + " fails");
        long takeoverNanos = fault.takeoverNanos().orElse(cluster.terms().takeoverNanos());
        later(
                takeoverNanos,
                group,
                cluster,
                () -> cluster.isDownSince(unit, failure) && cluster.hasWork(unit),
                () -> takeOver(cluster, unit, fault.losesState()));
        fault.backAfterNanos()
                .ifPresent(nanos -> later(nanos, group, cluster, () -> true, () -> {
                    cluster.restore(unit);
                    return "unit " + unit + " is back";
                }));
    }

    private static String takeOver(Cluster cluster, int unit, boolean losesState) {
        if (losesState) {
            cluster.clear();
        }
        cluster.takeOver(unit);
        return cluster.isUp(cluster.active())
                ? "the work of unit " + unit + " is taken over; "
                        + cluster.states().size() + " flows known to unit " + cluster.active()
                : "no unit is left that could take over";
    }

    /** All units of the firewalls of a state group forget every flow. */
    void clear(String group) {
        Cluster cluster = middleboxes.firewalls(group);
        cluster.clear();
        tell(group, cluster, "forgets every flow");
    }

    /** What is done later, and says what it was. */
    private interface Change {
        String happen();
    }

    private void later(long delayNanos, String group, Cluster cluster, BooleanSupplier applies, Change change) {
        long cause = trace.cause();
        simulation.schedule(simulation.nowNanos() + delayNanos, group, now -> {
            // The firewalls may have been taken away meanwhile.
            boolean isThere = middleboxes.hasFirewalls(group) && middleboxes.firewalls(group) == cluster;
            if (isThere && applies.getAsBoolean()) {
                trace.because(cause);
                tell(group, cluster, change.happen());
            }
        });
    }

    private void tell(String group, Cluster cluster, String what) {
        long event = trace.record(simulation.nowNanos(), group, TraceKind.MIDDLEBOX, "what", what);
        long cause = trace.cause();
        trace.because(event == 0 ? cause : event);
        middleboxes.changed(cluster);
        trace.because(cause);
    }
}
