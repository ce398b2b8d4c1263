package coldpotato.sim.flow;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.Link;
import coldpotato.sim.node.Interface;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.NextHop;
import coldpotato.sim.node.Router;
import coldpotato.sim.node.SourceNat;
import coldpotato.sim.node.StatefulFirewall;
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
 *   at a node:   NAT back  ->  entry by longest match  ->  next hop by hash  ->  firewall between in and out  ->  NAT  ->  out
 *   on a link:   far node running?  ->  frames pass?  ->  somebody there has the next hop?  ->  in
 * </pre>
 */
public final class PacketWalk {
    /** Initial TTL of most systems. */
    public static final int HOP_LIMIT = 64;

    private final Network network;
    private final boolean opens;
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

    private PacketWalk(Network network, String from, FlowKey key, boolean opens) {
        this.network = network;
        this.key = key;
        this.opens = opens;
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
        PacketWalk packet = new PacketWalk(network, from, key, opens);
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
        Walk stopped = translateBack();
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
        Walk stopped = passFirewalls("");
        if (stopped != null) {
            return stopped;
        }
        return passing == 1
                ? end(Outcome.DELIVERED, at.name(), "")
                : end(Outcome.LOSSY, at.name(), Math.round(passing * 1000) / 10.0 + " %");
    }

    private Walk forward(Step.Out out) {
        Link link = out.link();
        Walk stopped = passFirewalls(link.name());
        stopped = stopped == null ? translate(link.name()) : stopped;
        if (stopped != null) {
            return stopped;
        }
        if (visited.size() == HOP_LIMIT) {
            return end(Outcome.HOP_LIMIT_REACHED, at.name(), "");
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

    /** Passes the firewalls of the present node; null if they let the packet through. */
    private Walk passFirewalls(String outLink) {
        for (StatefulFirewall firewall : at.firewalls()) {
            if (!firewall.isCrossed(inLink, outLink)) {
                continue;
            }
            String name = firewall.config().name();
            switch (firewall.judge(key, inLink, outLink, opens)) {
                case PASSED, OPENED -> {
                    firewalls.add(name);
                    crossings.add(new Passage.Crossing(name, key, key, inLink));
                }
                case NO_STATE -> {
                    return end(Outcome.NO_FIREWALL_STATE, name, "");
                }
                case REFUSED -> {
                    return end(Outcome.REFUSED_BY_FIREWALL, name, "");
                }
            }
        }
        return null;
    }

    /** Undoes at the present node what its NAT did to the packets that this one answers; null if it goes on. */
    private Walk translateBack() {
        for (SourceNat nat : at.sourceNats()) {
            if (at.isRunning() && nat.owns(key.destination())) {
                Optional<SourceNat.Answer> back = nat.back(key);
                if (back.isEmpty()) {
                    return end(Outcome.NO_NAT_STATE, nat.config().name(), "");
                }
                key = back.get().key();
                session = back.get().link();
            }
        }
        return null;
    }

    /** Passes the source NATs of the present node; null if they let the packet through. */
    private Walk translate(String outLink) {
        for (SourceNat nat : at.sourceNats()) {
            if (nat.isCrossed(inLink, outLink)) {
                Optional<FlowKey> across = nat.across(key, inLink, opens);
                if (across.isEmpty()) {
                    return end(Outcome.NO_NAT_STATE, nat.config().name(), "");
                }
                crossings.add(new Passage.Crossing(nat.config().name(), key, across.get(), inLink));
                key = across.get();
            }
        }
        return null;
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
