package coldpotato.sim.plan;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.RunLimits;
import coldpotato.sim.engine.RunResult;
import coldpotato.sim.engine.Simulation;
import coldpotato.sim.flow.FlowGroup;
import coldpotato.sim.flow.FlowMonitor;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.Router;
import coldpotato.sim.node.UnitFault;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A plan come to life: routers and wires in virtual time, and speakers in their {@link World}, from which one reads tables and flows, and to which one
 * does things from outside. Everything that is done is recorded as {@link TraceKind#INJECTED} and is the cause of all that
 * follows from it.
 */
public final class SimulatedNetwork {
    /** How the trace tells that nodes lose their power; how long for comes after it. */
    public static final String LOSES_POWER = "loses power for ";

    private final Trace trace;
    private final TraceSink sink;
    private final OscillationWatch watch;
    private final Simulation simulation;
    private final Network network;
    private final FlowMonitor flows;
    private final Assembly assembly;
    private final Set<String> faults = new LinkedHashSet<>();
    private final NavigableMap<Long, NetworkPlan> plans = new TreeMap<>();
    private NetworkPlan plan;
    private NetworkPlan everything;
    private PlanNames names;

    /**
     * A network in virtual time.
     *
     * @param seed of the run: with the plan it decides everything
     * @param trace where all that happens is written
     */
    public SimulatedNetwork(NetworkPlan plan, long seed, Trace trace, RunLimits limits) {
        this(plan, seed, trace, limits, World.VIRTUAL);
    }

    /**
     * @param seed of the run
     * @param trace where all that happens is written
     * @param world where its speakers run
     */
    public SimulatedNetwork(NetworkPlan plan, long seed, Trace trace, RunLimits limits, World world) {
        this.trace = trace;
        this.plan = plan;
        plans.put(0L, plan);
        this.everything = plan;
        this.names = new PlanNames(plan);
        this.simulation = new Simulation(limits);
        this.watch = new OscillationWatch(trace, () -> world.later(simulation::halt));
        this.sink = world.sink(watch);
        this.network = new Network(simulation, sink, seed, world);
        this.flows = new FlowMonitor(network);
        this.assembly = new Assembly(network, seed);
        assembly.build(plan);
    }

    /** Begins to watch flows; before the start or at any later time. */
    public void addFlows(FlowGroup group) {
        flows.add(group);
    }

    /** Boots every node. */
    public void start() {
        network.start();
    }

    /** Lets everything happen that is due up to and including this time, unless a limit ends the run first. */
    public RunResult runUntil(long timeNanos) {
        return simulation.runUntil(timeNanos);
    }

    // Views

    public long nowNanos() {
        return simulation.nowNanos();
    }

    public NetworkPlan plan() {
        return plan;
    }

    public PlanNames names() {
        return names;
    }

    /** All that the network has, or had at some time. */
    public NetworkPlan planEver() {
        return everything;
    }

    /** The same, with everything that it had just before an instant as it was then. */
    public NetworkPlan planEverAsBefore(long nanos) {
        Map.Entry<Long, NetworkPlan> then = plans.lowerEntry(nanos);
        return then == null ? everything : everything.with(then.getValue());
    }

    public Trace trace() {
        return trace;
    }

    /** Where to write what is done to it from outside. */
    public TraceSink sink() {
        return sink;
    }

    public Network network() {
        return network;
    }

    public Router router(String node) {
        return network.router(node);
    }

    /** The speaker of a node, empty if it speaks no BGP or is not running. */
    public Optional<BgpSpeaker> speaker(String node) {
        return network.hasSpeaker(node) ? network.speaker(node).speaker() : Optional.empty();
    }

    /** How BFD for a session stands at a node, empty if none runs. */
    public Optional<BfdView> bfd(String node, String session) {
        return network.hasSpeaker(node) ? network.speaker(node).bfd(session) : Optional.empty();
    }

    public FlowMonitor flows() {
        return flows;
    }

    /** Why the run was ended by a limit, if routing went round in circles. */
    public Optional<Oscillation> oscillation() {
        return watch.found();
    }

    // Changes from outside, at the present time

    /**
     * Puts a fault on every link that the name stands for.
     *
     * @param fault what to call it, for {@link #repairLinks(String, String)}
     */
    public void failLinks(String name, String fault, LinkFault what) {
        failLinks(name, fault, "fail " + fault, link -> what);
    }

    /**
     * Puts a fault on every link that the name stands for.
     *
     * @param fault what to call it
     * @param text what happens, in words
     * @param what the fault for each link
     */
    public void failLinks(String name, String fault, String text, Function<LinkPlan, LinkFault> what) {
        faults.add(named(fault));
        inject(name, text, () -> names.links(name).forEach(link -> network.links()
                .link(link)
                .fail(named(fault), what.apply(plan.links().get(link)))));
    }

    /** Apart from the faults that links have for reasons of their own, whatever their names. */
    private static String named(String fault) {
        return "named " + fault;
    }

    /** Takes a fault off every link that the name stands for. */
    public void repairLinks(String name, String fault) {
        inject(name, "repair " + fault, () -> names.links(name)
                .forEach(link -> network.links().link(link).repair(named(fault))));
    }

    /** Takes every fault off every link that the name stands for, whatever put it there. */
    public void repairLinks(String name) {
        inject(name, "is repaired", () -> names.links(name)
                .forEach(link -> faults.forEach(network.links().link(link)::repair)));
    }

    /** Takes the power of every node that the name stands for away, and gives it back after a time. */
    public void reboot(String name, long takesNanos) {
        inject(name, LOSES_POWER + Durations.format(takesNanos), () -> names.nodes(name)
                .forEach(node -> network.router(node).reboot(nowNanos(), takesNanos)));
    }

    /** Gives every node that the name stands for and that has no power its power back, before its time. */
    public void powerUp(String name) {
        inject(name, "has power again", () -> names.nodes(name).stream()
                .map(network::router)
                .filter(router -> !router.isRunning())
                .forEach(router -> router.start(nowNanos())));
    }

    /**
     * A unit of firewalls fails, and others take over.
     *
     * @param firewall what people call the firewalls of the state group
     */
    public void failUnit(String firewall, String group, UnitFault fault) {
        inject(firewall, "loses a unit", () -> network.failUnit(group, fault));
    }

    /**
     * Firewalls forget every flow.
     *
     * @param firewall what people call the firewalls of the state group
     */
    public void clearState(String firewall, String group) {
        inject(firewall, "is told to forget its flows", () -> network.clearState(group));
    }

    /** Resets every session that the name stands for, from the side of its first end that speaks. */
    public void resetSessions(String name, String text) {
        inject(name, "is reset: " + text, () -> names.sessions(name).forEach(session -> {
            SessionPlan ends = plan.sessions().get(session);
            String node = network.hasSpeaker(ends.nodeA()) ? ends.nodeA() : ends.nodeB();
            network.speaker(node).later((speaker, now) -> speaker.resetPeer(now, session, text));
        }));
    }

    /** Makes the network what another plan says, touching only what is different. */
    public void apply(NetworkPlan next, String element, String text) {
        inject(element, text, () -> {
            new PlanChange(network, assembly, plan, next).apply();
            plan = next;
            plans.put(nowNanos(), next);
            everything = everything.with(next);
            names = new PlanNames(next);
        });
    }

    private void inject(String element, String text, Runnable change) {
        checkArgument(names.exists(element) || !element.isEmpty(), "something is done to nothing");
        sink.because(0);
        sink.because(sink.record(nowNanos(), element, TraceKind.INJECTED, "what", text));
        change.run();
        sink.because(0);
    }
}
