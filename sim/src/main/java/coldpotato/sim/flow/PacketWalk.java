package coldpotato.sim.flow;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.Link;
import coldpotato.sim.node.Interface;
import coldpotato.sim.node.Middlebox;
import coldpotato.sim.node.MiddleboxConfig;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.NextHop;
import coldpotato.sim.node.Router;
import coldpotato.sim.node.Step;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Follows one packet from router to router, by forwarding entries, next hops and middleboxes as they are now. Changes
 * nothing.
 *
 * <pre>
 *   at a node:   middleboxes on arrival  ->  entry by longest match  ->  next hop by hash  ->  middleboxes between in and out  ->  out
 *   on a link:   far node running?  ->  frames pass?  ->  somebody there has the next hop?  ->  in
 * </pre>
 */
public final class PacketWalk {
    /** Initial TTL of most systems. */
    public static final int HOP_LIMIT = 64;

    private final Network network;
    private final boolean opens;
    private final Optional<FlowKey> awaited;
    private final ImmutableList.Builder<Walk.Hop> hops = ImmutableList.builder();
    private final ImmutableList.Builder<String> firewalls = ImmutableList.builder();
    private final ImmutableList.Builder<Passage.Crossing> crossings = ImmutableList.builder();
    private final Set<String> visited = new LinkedHashSet<>();
    private FlowKey key;
    /** The link by which a middlebox of the present node sends it on, whatever the tables say. */
    private Optional<String> session = Optional.empty();

    private double passing = 1;
    private Router at;
    private String inLink = "";

    private PacketWalk(Network network, String from, FlowKey key, boolean opens, Optional<FlowKey> awaited) {
        this.network = network;
        this.key = key;
        this.opens = opens;
        this.awaited = awaited;
        at = network.router(from);
    }

    /**
     * Walks a packet.
     *
     * @param from the node that it starts at
     * @param opens true if it may open a flow, as a TCP SYN does
     */
    public static Walk walk(Network network, String from, FlowKey key, boolean opens) {
        return passage(network, from, key, opens).walk();
    }

    /** Walks a packet, and tells what the middleboxes on its way have to remember if it opens a flow. */
    static Passage passage(Network network, String from, FlowKey key, boolean opens) {
        return passage(new PacketWalk(network, from, key, opens, Optional.empty()));
    }

    /** Walks an answer to somebody who knows it by a key only, whatever it was on its way. */
    static Passage answer(Network network, String from, FlowKey key, FlowKey awaited) {
        return passage(new PacketWalk(network, from, key, false, Optional.of(awaited)));
    }

    private static Passage passage(PacketWalk packet) {
        Walk walk = packet.run();
        return new Passage(walk, packet.crossings.build(), packet.key);
    }

    private Walk run() {
        Walk end;
        do {
            end = visit();
        } while (end == null);
        return end;
    }

    /** Passes the present node and the link after it; null if the packet goes on. */
    private Walk visit() {
        if (!visited.add(at.name())) {
            return end(Outcome.LOOP, at.name(), loop());
        }
        Walk stopped = arrive();
        if (stopped != null) {
            return stopped;
        }
        Step step = session.flatMap(this::backTo).orElseGet(() -> at.step(key));
        session = Optional.empty();
        return switch (step.kind()) {
            case NODE_DOWN -> end(Outcome.NODE_DOWN, at.name(), "");
            case NO_ROUTE -> end(Outcome.NO_ROUTE, at.name(), "");
            case DISCARDED -> end(Outcome.NULL_ROUTE, at.name(), "");
            case NO_INTERFACE -> end(Outcome.NEXT_HOP_DOWN, at.name(), "");
            case DELIVERED -> deliver();
            case FORWARDED -> forward(step.exit());
        };
    }

    /** Sends it back by the link that the flow came by, to the neighbour there. */
    private Optional<Step> backTo(String linkName) {
        if (!at.isUp(linkName)) {
            return Optional.empty();
        }
        Link link = network.links().link(linkName);
        return network.router(link.otherEnd(at.name())).onLink(linkName).addresses().stream()
                .map(Interface.Address::address)
                .filter(address -> address.family() == key.destination().family())
                .findFirst()
                .flatMap(neighbour -> at.to(NextHop.via(linkName, neighbour)));
    }

    private Walk deliver() {
        Walk stopped = cross("");
        if (stopped != null) {
            return stopped;
        }
        if (awaited.isPresent() && !awaited.get().equals(key)) {
            return end(Outcome.NO_NAT_BINDING, at.name(), strangers(awaited.get(), key));
        }
        return passing == 1
                ? end(Outcome.DELIVERED, at.name(), "")
                : end(Outcome.LOSSY, at.name(), Walk.percent(passing));
    }

    private Walk forward(Step.Out out) {
        Link link = out.link();
        Walk stopped = cross(link.name());
        if (stopped != null) {
            return stopped;
        }
        if (visited.size() == HOP_LIMIT) {
            return end(Outcome.TIME_EXCEEDED, at.name(), "");
        }
        Direction direction = link.directionFrom(at.name());
        hops.add(new Walk.Hop(at.name(), link.name(), direction));
        Router next = network.router(link.otherEnd(at.name()));
        if (!next.isRunning()) {
            at = next;
            return end(Outcome.NODE_DOWN, next.name(), "");
        }
        if (link.lossFraction(direction) == 1) {
            return end(Outcome.LINK_DOWN_UNNOTICED, link.name(), unaware(link, next));
        }
        IpAddress neighbour = out.nextHop().address().orElse(key.destination());
        if (!next.answersFor(neighbour, link.name())) {
            return end(Outcome.NEXT_HOP_ABSENT, link.name(), neighbour.toString());
        }
        passing *= 1 - link.lossFraction(direction);
        at = next;
        inLink = link.name();
        return null;
    }

    /** Meets the middleboxes of the present node before it is routed; null if it goes on. */
    private Walk arrive() {
        for (Middlebox box : at.isRunning() ? at.middleboxes().reverse() : ImmutableList.<Middlebox>of()) {
            Middlebox.Ruling ruling = box.arriving(key);
            if (!ruling.passes()) {
                return dropped(box, ruling);
            }
            if (!ruling.key().equals(key)) {
                key = ruling.key();
                session = ruling.link();
            }
        }
        return null;
    }

    /** Crosses the middleboxes of the present node; null if they let the packet through. */
    private Walk cross(String outLink) {
        for (Middlebox box : at.middleboxes(inLink)) {
            if (!box.isCrossed(inLink, outLink)) {
                continue;
            }
            String name = box.config().name();
            Middlebox.Ruling ruling = box.crossing(key, inLink, opens);
            if (!ruling.passes()) {
                return dropped(box, ruling);
            }
            if (box.config().kind() == MiddleboxConfig.Kind.FIREWALL) {
                firewalls.add(name);
            }
            crossings.add(new Passage.Crossing(
                    name, key, ruling.key(), inLink, ruling.verdict() == Middlebox.Verdict.OPENED));
            key = ruling.key();
        }
        return null;
    }

    private Walk dropped(Middlebox box, Middlebox.Ruling ruling) {
        return end(outcome(box, ruling), box.config().name(), detail(box, ruling));
    }

    private String detail(Middlebox box, Middlebox.Ruling ruling) {
        return switch (ruling.verdict()) {
            case PASSED, OPENED, NO_STATE, DOWN -> "";
            case REFUSED -> box.refusal(key, inLink);
            case EXHAUSTED -> ", and no port of its pool is left";
            case STOPPED -> ", since it has stopped";
        };
    }

    /** What becomes of a packet that does not pass. */
    private static Outcome outcome(Middlebox box, Middlebox.Ruling ruling) {
        if (ruling.verdict() == Middlebox.Verdict.REFUSED) {
            return Outcome.REFUSED_BY_POLICY;
        }
        if (ruling.verdict() == Middlebox.Verdict.DOWN) {
            return Outcome.NODE_DOWN;
        }
        return switch (box.config().kind()) {
            case FIREWALL -> Outcome.NO_FIREWALL_STATE;
            case SOURCE_NAT, DESTINATION_NAT -> Outcome.NO_NAT_BINDING;
        };
    }

    private static String strangers(FlowKey awaited, FlowKey key) {
        if (!awaited.destination().equals(key.destination())) {
            return ", and nobody there has " + key.destination();
        }
        return awaited.source().equals(key.source())
                ? ", which awaits answers from port " + awaited.sourcePort() + " and not from " + key.sourcePort()
                : ", which awaits answers from " + awaited.source() + " and not from " + key.source();
    }

    private String unaware(Link link, Router next) {
        return next.isUp(link.name()) ? at.name() + " and " + next.name() : at.name();
    }

    private String loop() {
        StringBuilder members = new StringBuilder();
        boolean inside = false;
        for (String node : visited) {
            inside |= node.equals(at.name());
            members.append(inside ? node + " > " : "");
        }
        return members.append(at.name()).toString();
    }

    private Walk end(Outcome outcome, String place, String detail) {
        double delivered = outcome.isDelivery() ? passing : 0;
        return new Walk(hops.build(), at.name(), outcome, place, detail, delivered, firewalls.build());
    }
}
