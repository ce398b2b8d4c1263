package coldpotato.scenarios.live;

import coldpotato.core.net.Prefix;
import coldpotato.core.trace.Trace;
import coldpotato.scenarios.run.Stage;
import coldpotato.sim.engine.RunLimits;
import coldpotato.sim.engine.RunResult;
import coldpotato.sim.engine.Simulation;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A network whose speakers talk over sockets. Its time is that of the clock: nothing of the simulation happens before its time has
 * come, and what speakers decide happens as soon as it is known.
 */
final class LiveStage implements Stage {
    private final LiveChoices choices;
    private final ImmutableSet<String> external;
    private final Mailbox mailbox;
    private final Consumer<String> teller;
    private final Runnable afterStep;
    private SocketWorld world;
    private SimulatedNetwork network;
    private Gates gates;
    private boolean open;

    /**
     * @param external routers whose place real ones take
     * @param teller told what this machine cannot do, and what has to be done elsewhere
     * @param afterStep done whenever something may have happened, on the simulation's thread
     */
    LiveStage(
            LiveChoices choices,
            ImmutableSet<String> external,
            Mailbox mailbox,
            Consumer<String> teller,
            Runnable afterStep) {
        this.choices = choices;
        this.external = external;
        this.mailbox = mailbox;
        this.teller = teller;
        this.afterStep = afterStep;
    }

    /** @throws coldpotato.bgp.netty.SocketProblem if this machine does not have the addresses that it takes */
    @Override
    public SimulatedNetwork network(ImmutableList<NetworkPlan> plans, long seed, Trace trace) {
        Optional<Prefix> block = choices.loopback();
        SocketAddresses addresses = block.isPresent()
                ? SocketAddresses.loopback(plans, block.get(), choices.port())
                : SocketAddresses.own(plans);
        addresses.check(external, plans);
        world = new SocketWorld(plans, addresses, choices.bfdPort(), seed, mailbox);
        network = new SimulatedNetwork(plans.get(0), seed, trace, RunLimits.DEFAULT, world);
        gates = new Gates(network, world, external);
        return network;
    }

    @Override
    public ImmutableSet<String> external() {
        return external;
    }

    @Override
    public String text() {
        return "live over TCP on " + choices.loopback().map(Prefix::toString).orElse("the addresses of the file");
    }

    SocketWorld world() {
        return world;
    }

    SimulatedNetwork network() {
        return network;
    }

    @Override
    public RunResult runUntil(long timeNanos) {
        if (!open) {
            open = true;
            world.open();
            world.sockets().missing().forEach(teller);
            new ExternalRouters(external)
                    .instructions(network.plan(), world.addresses())
                    .forEach(teller);
        }
        RunResult result = step(timeNanos);
        while (result.complete() && result.timeNanos() < timeNanos) {
            await(Math.min(timeNanos, simulation().nextEventNanos()));
            result = step(timeNanos);
        }
        return result;
    }

    /** Lets everything happen that is due by now. */
    private RunResult step(long untilNanos) {
        mailbox.deliver(simulation());
        RunResult result = network.runUntil(Math.max(network.nowNanos(), Math.min(untilNanos, world.nowNanos())));
        gates.settle();
        afterStep.run();
        return result;
    }

    @Override
    public long nextInstantNanos(long beforeNanos) {
        mailbox.deliver(simulation());
        while (world.nowNanos() < Math.min(beforeNanos, simulation().nextEventNanos())) {
            await(Math.min(beforeNanos, simulation().nextEventNanos()));
        }
        return simulation().nextEventNanos();
    }

    private void await(long timeNanos) {
        mailbox.await(Math.max(0, timeNanos - world.nowNanos()), simulation());
    }

    @Override
    public <T> T whileStill(Supplier<T> look) {
        return world.whileStill(look);
    }

    @Override
    public void linger() {
        if (choices.stays()) {
            runUntil(Long.MAX_VALUE);
        }
    }

    private Simulation simulation() {
        return network.network().simulation();
    }
}
