package coldpotato.sim.node;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.net.EcmpHashing;
import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.net.PrefixMap;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Simulation;
import coldpotato.sim.engine.Wakeup;
import coldpotato.sim.net.Link;
import coldpotato.sim.net.LinkFault;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A node of the network: interfaces, a routing table, and a forwarding table that follows it. Its BGP speaker and its
 * part in the {@link Igp} stand beside it: they give it routes, and listen to it.
 *
 * <p>The forwarding table follows its {@link FibDelays} later, but what the router knows of itself (its addresses,
 * connected subnets, attached hosts) is there at once. A next hop whose interface is known to be down is skipped at once,
 * as forwarding hardware does, whatever the tables say; if no next hop is left, packets are dropped until the next entry
 * is programmed.
 */
public final class Router {
    private final String name;
    private final Simulation simulation;
    private final TraceSink trace;
    private final List<RouterListener> listeners = new ArrayList<>();
    private final Map<String, Interface> interfaces = new TreeMap<>();
    private final List<IpAddress> loopbacks = new ArrayList<>();
    private final PrefixMap<Boolean> attached = new PrefixMap<>();
    private final List<Prefix> pins = new ArrayList<>();
    private ImmutableList<Middlebox> middleboxes = ImmutableList.of();
    private ImmutableList<StaticRoute> statics = ImmutableList.of();
    private FibDelays fibDelays;
    private EcmpHash hash;
    private RouteTable table;
    private final Fib fib;
    private final Wakeup boot;
    private long bootCause;
    private boolean running;

    /**
     * A router that is not running yet, without interfaces.
     *
     * @param seed of the run
     * @param fibDelays from a change of the routing table to the forwarding entry programmed
     */
    public Router(String name, Simulation simulation, TraceSink trace, long seed, FibDelays fibDelays) {
        this.name = name;
        this.simulation = simulation;
        this.trace = trace;
        this.fibDelays = fibDelays;
        hash = new EcmpHash(seed, name, EcmpHashing.RESILIENT);
        table = new RouteTable(name, trace);
        fib = new Fib(name, trace);
        boot = simulation.wakeup(name, this::boot);
    }

    public void addListener(RouterListener listener) {
        listeners.add(listener);
    }

    public void removeListener(RouterListener listener) {
        listeners.remove(listener);
    }

    // Configuration: before the start, or while it runs.

    /** Gives it an end of a link. */
    public Interface addInterface(Link link, ImmutableList<Interface.Address> addresses) {
        checkArgument(!interfaces.containsKey(link.name()), "%s has an interface on %s", name, link);
        Interface added = new Interface(link, addresses);
        interfaces.put(link.name(), added);
        change(now -> {
            putInterface(added);
            tell(listener -> listener.interfaceChanged(now, this, added));
        });
        return added;
    }

    public void removeInterface(String link) {
        changeInterface(simulation.nowNanos(), onLink(link), Interface::remove);
        interfaces.remove(link);
    }

    /** Gives an interface other addresses, as somebody does who mixes them up. */
    public void readdress(String link, ImmutableList<Interface.Address> addresses) {
        Interface changed = onLink(link);
        change(now -> takeInterface(changed));
        changed.addresses(addresses);
        change(now -> putInterface(changed));
        tell(listener -> listener.interfaceChanged(simulation.nowNanos(), this, changed));
    }

    public void addLoopback(IpAddress address) {
        loopbacks.add(address);
        change(now -> table.put(here(Prefix.host(address), RouteSource.LOCAL, "loopback")));
        tellRefitted();
    }

    public void removeLoopback(IpAddress address) {
        loopbacks.remove(address);
        change(now -> table.remove(Prefix.host(address), RouteSource.LOCAL, "loopback"));
        tellRefitted();
    }

    /** Packets to this prefix are delivered here. */
    public void attach(Prefix prefix) {
        attached.put(prefix, true);
        change(now -> table.put(here(prefix, RouteSource.ATTACHED, "")));
        tellRefitted();
    }

    public void detach(Prefix prefix) {
        attached.remove(prefix);
        change(now -> table.remove(prefix, RouteSource.ATTACHED, ""));
        tellRefitted();
    }

    /** Hides what BGP learned at and inside a prefix; see {@link RouteTable#pin}. */
    public void pin(Prefix prefix) {
        pins.add(prefix);
        change(now -> table.pin(prefix));
    }

    public void unpin(Prefix prefix) {
        pins.remove(prefix);
        change(now -> table.unpin(prefix));
    }

    /** Replaces all static routes. */
    public void statics(ImmutableList<StaticRoute> routes) {
        ImmutableList<StaticRoute> before = statics;
        statics = routes;
        change(now -> {
            for (int i = 0; i < before.size(); i++) {
                table.remove(before.get(i).prefix(), before.get(i).source(), Integer.toString(i));
            }
            putStatics();
        });
    }

    /** Replaces all middleboxes; packets cross them in this order. */
    void middleboxes(ImmutableList<Middlebox> inOrder) {
        middleboxes = inOrder;
        if (!running) {
            middleboxes.forEach(Middlebox::lostPower);
        }
        tellRefitted();
    }

    public void fibDelays(FibDelays changed) {
        fibDelays = changed;
    }

    /** How it picks one of several next hops; {@link EcmpHashing#RESILIENT} unless told otherwise. */
    public void ecmpHashing(EcmpHashing changed) {
        if (hash.hashing() != changed) {
            hash = hash.with(changed);
            tellRefitted();
        }
    }

    // Life and death.

    /** Powers it up. */
    public void start(long nowNanos) {
        checkState(!running, "%s is running", name);
        boot.cancel();
        running = true;
        middleboxes.forEach(Middlebox::gotPower);
        interfaces.values().forEach(each -> each.link().repair(powerFault()));
        pins.forEach(table::pin);
        interfaces.values().forEach(this::putInterface);
        loopbacks.forEach(address -> table.put(here(Prefix.host(address), RouteSource.LOCAL, "loopback")));
        attached.forEach((prefix, yes) -> table.put(here(prefix, RouteSource.ATTACHED, "")));
        putStatics();
        settle(nowNanos);
        tell(listener -> listener.started(nowNanos, this));
    }

    /**
     * Takes its power away: its tables are gone, the light on its links goes out, and its middleboxes forget what they do
     * not share with others.
     */
    public void stop(long nowNanos) {
        checkState(running, "%s is not running", name);
        running = false;
        table = new RouteTable(name, trace);
        ImmutableList<Prefix> gone = fib.clear();
        middleboxes.forEach(Middlebox::lostPower);
        interfaces.values().forEach(each -> each.link().fail(powerFault(), LinkFault.loud()));
        tell(listener -> listener.stopped(nowNanos, this));
        tell(listener -> listener.fibChanged(nowNanos, this, gone));
    }

    /** Stops it, if it is running, and starts it again after its boot time; of two reboots the later start counts. */
    public void reboot(long nowNanos, long bootNanos) {
        if (running) {
            stop(nowNanos);
        }
        if (!boot.isSet() || boot.atNanos() < nowNanos + bootNanos) {
            bootCause = trace.cause();
            boot.moveTo(nowNanos + bootNanos);
        }
    }

    /** Takes its power away for good, whether it has any or is waiting for it. */
    public void retire(long nowNanos) {
        if (running) {
            stop(nowNanos);
        }
        boot.cancel();
    }

    private void boot(long nowNanos) {
        trace.because(bootCause);
        start(nowNanos);
    }

    // Inputs.

    /** Its port sees light, or sees it no more. */
    public void carrierChanged(long nowNanos, String link, boolean seen) {
        changeInterface(nowNanos, onLink(link), each -> each.carrier(seen));
    }

    /** Takes and gives routes of the routing table, which are then acted upon; does nothing while it is not running. */
    public void changeRoutes(long nowNanos, Consumer<RouteTable> changes) {
        if (running) {
            changes.accept(table);
            settle(nowNanos);
        }
    }

    /** What it does with a packet of this flow that it has in its hands. */
    public Step step(FlowKey key) {
        return fork(key.destination()).step(key);
    }

    /** What it does with packets to this address that it has in its hands. */
    public Fork fork(IpAddress destination) {
        if (!running) {
            return Fork.ending(Step.Kind.NODE_DOWN, Optional.empty());
        }
        Optional<FibEntry> entry = fib.lookup(destination);
        if (entry.isEmpty()) {
            return Fork.ending(Step.Kind.NO_ROUTE, entry);
        }
        return switch (entry.get().action()) {
            case DELIVER -> Fork.ending(Step.Kind.DELIVERED, entry);
            case DISCARD -> Fork.ending(Step.Kind.DISCARDED, entry);
            case FORWARD -> forward(entry.get());
        };
    }

    /** Sends packets to a neighbour on a link, whatever its tables say; empty if the link is not up here. */
    public Optional<Fork> to(NextHop neighbour) {
        String link = neighbour.link().orElseThrow();
        return isUp(link) ? Optional.of(Fork.straight(out(neighbour))) : Optional.empty();
    }

    // Views.

    public String name() {
        return name;
    }

    public boolean isRunning() {
        return running;
    }

    public RouteTable table() {
        return table;
    }

    public Fib fib() {
        return fib;
    }

    public Collection<Interface> interfaces() {
        return Collections.unmodifiableCollection(interfaces.values());
    }

    /** Its interface on a link. */
    public Interface onLink(String link) {
        return checkNotNull(interfaces.get(link), "%s has no interface on %s", name, link);
    }

    public boolean isUp(String link) {
        Interface found = interfaces.get(link);
        return running && found != null && found.isUp();
    }

    public ImmutableList<IpAddress> loopbacks() {
        return ImmutableList.copyOf(loopbacks);
    }

    /** Prefixes whose hosts live here, in order. */
    public ImmutableSet<Prefix> attached() {
        return attached.entries().stream().map(Map.Entry::getKey).collect(ImmutableSet.toImmutableSet());
    }

    /** Its middleboxes, in the order in which packets cross them. */
    public ImmutableList<Middlebox> middleboxes() {
        return middleboxes;
    }

    /** Its middleboxes in the order in which packets that came by a link cross them: those that translate them come last. */
    public ImmutableList<Middlebox> middleboxes(String inLink) {
        return middleboxes.size() < 2
                ? middleboxes
                : ImmutableList.sortedCopyOf(
                        Comparator.comparing((Middlebox box) -> box.translates(inLink)), middleboxes);
    }

    /** True if it has the address itself, on an interface or as a loopback. */
    public boolean owns(IpAddress address) {
        return loopbacks.contains(address) || interfaces.values().stream().anyMatch(each -> each.has(address));
    }

    /** True if the address is its own, on an interface, as a loopback, or as the one address of an attached prefix. */
    public boolean has(IpAddress address) {
        return owns(address) || attached.get(Prefix.host(address)) != null;
    }

    /** True if somebody at its end of this link answers for the address: itself, or a host attached to it. */
    public boolean answersFor(IpAddress address, String link) {
        Interface end = interfaces.get(link);
        return (end != null && end.has(address))
                || attached.longestMatch(address).isPresent();
    }

    private Fork forward(FibEntry entry) {
        List<NextHop> usable = new ArrayList<>(entry.nextHops().size());
        for (NextHop hop : entry.nextHops()) {
            if (isUp(hop.link().orElseThrow())) {
                usable.add(hop);
            }
        }
        if (usable.isEmpty()) {
            return Fork.ending(Step.Kind.NO_INTERFACE, Optional.of(entry));
        }
        ImmutableList<Step.Out> ways = usable.size() == 1
                ? ImmutableList.of(out(usable.get(0)))
                : usable.stream().map(this::out).collect(ImmutableList.toImmutableList());
        return Fork.of(entry, ways, hash.among(usable));
    }

    private Step.Out out(NextHop nextHop) {
        return new Step.Out(onLink(nextHop.link().orElseThrow()).link(), nextHop);
    }

    private void changeInterface(long nowNanos, Interface changed, Consumer<Interface> change) {
        boolean before = changed.isUp();
        change.accept(changed);
        if (changed.isUp() == before || !running) {
            return;
        }
        long event = trace.record(
                nowNanos,
                name,
                TraceKind.INTERFACE_CHANGED,
                "interface",
                changed.link().name(),
                "state",
                changed.isUp() ? "up" : "down");
        trace.because(event == 0 ? trace.cause() : event);
        change(now -> {
            if (changed.isUp()) {
                putInterface(changed);
            } else {
                takeInterface(changed);
            }
        });
        tell(listener -> listener.interfaceChanged(nowNanos, this, changed));
    }

    private void change(Consumer<Long> changes) {
        if (running) {
            changes.accept(simulation.nowNanos());
            settle(simulation.nowNanos());
        }
    }

    private void putInterface(Interface each) {
        String link = each.link().name();
        if (each.isUp()) {
            for (Interface.Address address : each.addresses()) {
                table.put(here(Prefix.host(address.address()), RouteSource.LOCAL, link));
                table.put(CandidateRoute.over(
                        address.subnet(), RouteSource.CONNECTED, link, 0, ImmutableList.of(NextHop.onLink(link))));
            }
        }
    }

    private void takeInterface(Interface each) {
        String link = each.link().name();
        for (Interface.Address address : each.addresses()) {
            table.remove(Prefix.host(address.address()), RouteSource.LOCAL, link);
            table.remove(address.subnet(), RouteSource.CONNECTED, link);
        }
    }

    private void putStatics() {
        for (int i = 0; i < statics.size(); i++) {
            table.put(CandidateRoute.of(statics.get(i), i));
        }
    }

    private static CandidateRoute here(Prefix prefix, RouteSource source, String origin) {
        return CandidateRoute.ending(prefix, source, origin, RouteAction.DELIVER);
    }

    /** Lets the changes of the routing table take effect. */
    private void settle(long nowNanos) {
        long cause = trace.cause();
        List<RouteChange> atOnce = new ArrayList<>();
        NavigableMap<Long, List<RouteChange>> later = new TreeMap<>();
        for (RouteChange change : table.commit(nowNanos)) {
            long delay = delayNanos(change);
            (delay == 0 ? atOnce : later.computeIfAbsent(nowNanos + delay, due -> new ArrayList<>())).add(change);
        }
        program(nowNanos, atOnce);
        later.forEach((dueNanos, changes) -> {
            if (fib.schedule(changes, dueNanos)) {
                simulation.schedule(dueNanos, name, now -> program(now, List.of()));
            }
        });
        trace.because(cause);
        table.takeNextHopChanges()
                .forEach((nextHop, cost) -> tell(listener -> listener.nextHopChanged(nowNanos, this, nextHop, cost)));
    }

    private long delayNanos(RouteChange change) {
        boolean own = change.after().map(route -> route.source().isOwn()).orElse(false);
        return own ? 0 : fibDelays.nanos(change);
    }

    private void program(long nowNanos, List<RouteChange> atOnce) {
        fib.schedule(atOnce, nowNanos);
        Fib.Programmed programmed = fib.programDue(nowNanos);
        if (!programmed.changed().isEmpty()) {
            tell(listener -> listener.fibChanged(nowNanos, this, programmed.changed()));
        }
        if (!programmed.prefixes().isEmpty()) {
            tell(listener -> listener.programmed(nowNanos, this, programmed.prefixes()));
        }
    }

    /** The hosts that live on it, or its middleboxes, are others or in another state than before. */
    void tellRefitted() {
        tell(listener -> listener.refitted(simulation.nowNanos(), this));
    }

    private void tell(Consumer<RouterListener> what) {
        long cause = trace.cause();
        for (RouterListener listener : listeners) {
            trace.because(cause);
            what.accept(listener);
        }
        trace.because(cause);
    }

    private String powerFault() {
        return "power of " + name;
    }
}
