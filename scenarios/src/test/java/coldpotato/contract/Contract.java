package coldpotato.contract;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.bgp.speaker.SessionTimers;
import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** Sets a world up and waits for what has to come in it: what every test of the contract begins with. */
abstract class Contract {
    /** Whatever has to come comes within this time, on a slow machine too. */
    private static final long CEILING_NANOS = Durations.seconds(30);

    /** Short waits after failures; a hold time that no slow machine lets expire. */
    static final SessionTimers TIMERS = new SessionTimers(
            Durations.seconds(30), Durations.seconds(10), Durations.seconds(1), 0, Durations.millis(200), 0, 0);

    /** The shortest hold time that there is. */
    static final SessionTimers HASTY = TIMERS.withHold(Durations.seconds(3), Durations.seconds(1));

    private final World world;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();

    Contract(Host host) {
        world = host.newWorld();
    }

    @AfterEach
    void end() {
        world.close();
    }

    // Before the start

    /** A router; later ones have higher identifiers. */
    Node router(String name, int asn) {
        Node node = new Node(world, name, asn, IpAddress.parse("10.255.255." + (nodes.size() + 1)));
        nodes.add(node);
        return node;
    }

    /** A neighbour without a speaker, which says what the test wants. */
    Node puppet(String name) {
        return router(name, 0);
    }

    /** Joins two nodes; eBGP or iBGP follows from their AS. */
    void join(String session, Node a, Node b) {
        join(session, a, b, IpAddress.parse("192.0.2." + (4 * wires.size() + 1)));
    }

    void joinByIpv6(String session, Node a, Node b) {
        join(session, a, b, IpAddress.parse("2001:db8:0:" + wires.size() + "::1"));
    }

    private void join(String session, Node a, Node b, IpAddress first) {
        Wire wire = new Wire(session, a, b, first, first.plus(1));
        wires.add(wire);
        a.put(settings(wire, a));
        b.put(settings(wire, b));
    }

    private static PeerConfig settings(Wire wire, Node end) {
        Node other = wire.other(end);
        return PeerConfig.builder(wire.session(), wire.at(end), wire.at(other))
                .asns(end.speaks() ? end.asn : Puppet.ASN, other.speaks() ? other.asn : Puppet.ASN)
                .passive(!other.speaks())
                .timers(TIMERS)
                .interfaceName(Optional.of(wire.link()))
                .build();
    }

    // Time

    void start() {
        world.start(ImmutableList.copyOf(nodes), ImmutableList.copyOf(wires));
    }

    /** Starts, and waits for all sessions between routers. */
    void startAndConnect() {
        start();
        until("all sessions are up", () -> wires.stream()
                .filter(wire -> wire.a().speaks() && wire.b().speaks())
                .allMatch(wire -> isUp(wire.session())));
    }

    /** Waits until a session is up at both ends. */
    void untilUp(String session) {
        until(session + " is up", () -> isUp(session));
    }

    boolean isUp(String session) {
        Wire wire = wire(session);
        return wire.a().isUp(session) && wire.b().isUp(session);
    }

    /** Waits for something; it is a failure if it does not come. */
    void until(String what, BooleanSupplier condition) {
        boolean came = world.comes(condition, CEILING_NANOS);
        assertThat(came).as(() -> what + "; but there is\n" + state()).isTrue();
    }

    /** Lets this much time pass, or a little more. */
    void pass(String duration) {
        long end = world.nowNanos() + Durations.parse(duration);
        until(duration + " passes", () -> world.nowNanos() >= end);
    }

    // Faults

    void silence(String session) {
        world.silence(wire(session));
    }

    void darken(String session) {
        world.darken(wire(session));
    }

    void mend(String session) {
        world.mend(wire(session));
    }

    // Puppets

    /** Lets a puppet open a connection to the router at the other end. */
    Puppet dial(Node puppet, String session) {
        Wire wire = wire(session);
        Line line = world.dial(puppet, wire);
        until(session + " is answered by the router", line::isOpen);
        return new Puppet(this, wire.other(puppet), line);
    }

    /** Waits for a connection from the router at the other end. */
    Puppet take(Node puppet, String session) {
        until(session + " is dialled by the router", () -> !world.taken(puppet).isEmpty());
        return new Puppet(this, wire(session).other(puppet), Iterables.getLast(world.taken(puppet)));
    }

    private Wire wire(String session) {
        return Iterables.find(wires, wire -> wire.session().equals(session));
    }

    /** Sessions and what happened, for people who look for the reason of a failure. */
    private String state() {
        Stream<String> sessions = nodes.stream()
                .filter(Node::speaks)
                .flatMap(node -> world.ask(node, speaker -> speaker.peers()).stream()
                        .map(peer -> node + " " + sessionText(peer)));
        Stream<String> events = nodes.stream()
                .filter(Node::speaks)
                .flatMap(node -> world.trace(node).stream())
                .map(event -> event.timeNanos() / Durations.NANOS_PER_MILLI + " ms " + event.node() + " "
                        + event.kind().text() + " " + event.fields());
        return Stream.concat(sessions, events).collect(Collectors.joining("\n"));
    }

    private static String sessionText(PeerView peer) {
        return peer.config().name() + ": " + peer.state().rfcName() + " " + peer.lastEnding();
    }
}
