package coldpotato.sim.flow;

import coldpotato.core.net.FlowKey;
import coldpotato.sim.node.Fork;
import coldpotato.sim.node.Middlebox;
import coldpotato.sim.node.MiddleboxConfig;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.Step;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Follows one packet from router to router, by forwarding entries, next hops and middleboxes as they are now. Changes
 * nothing.
 *
 * <pre>
 *   at a node:   middleboxes on arrival  ->  entry by longest match  ->  next hop by hash  ->  middleboxes between in and out  ->  out
 *   on a link:   far node running?  ->  frames pass?  ->  somebody there has the next hop?  ->  in
 * </pre>
 *
 * <p>What is the same for all packets is found out once, by {@link Stage}; here is what depends on the flow.
 */
public final class PacketWalk {
    /** Initial TTL of most systems. */
    public static final int HOP_LIMIT = 64;

    private final boolean opens;
    private final Optional<FlowKey> awaited;
    private final ImmutableList.Builder<Passage.Crossing> opened = ImmutableList.builder();
    private FlowKey key;

    private PacketWalk(FlowKey key, boolean opens, Optional<FlowKey> awaited) {
        this.key = key;
        this.opens = opens;
        this.awaited = awaited;
    }

    /** A packet that may open a flow, or not. */
    static PacketWalk of(FlowKey key, boolean opens) {
        return new PacketWalk(key, opens, Optional.empty());
    }

    /** An answer to somebody who knows it by a key only, whatever it was on its way. */
    static PacketWalk answer(FlowKey key, FlowKey awaited) {
        return new PacketWalk(key, false, Optional.of(awaited));
    }

    /**
     * Walks a packet.
     *
     * @param from the node that it starts at
     * @param opens true if it may open a flow, as a TCP SYN does
     */
    public static Walk walk(Network network, String from, FlowKey key, boolean opens) {
        return new Trails(network).passage(from, of(key, opens)).walk();
    }

    /** The way from here to its end. */
    Trail from(Stage start) {
        Stage stage = start.settled();
        while (stage.isOpen()) {
            stage = next(stage).settled();
        }
        return stage.isDelivery() && awaited.isPresent() && !awaited.get().equals(key)
                ? stage.ending(stage.plain(), Outcome.NO_NAT_BINDING, stage.node(), strangers(awaited.get(), key))
                        .end()
                : stage.end();
    }

    private static String strangers(FlowKey awaited, FlowKey key) {
        if (!awaited.destination().equals(key.destination())) {
            return ", and nobody there has " + key.destination();
        }
        return awaited.source().equals(key.source())
                ? ", which awaits answers from port " + awaited.sourcePort() + " and not from " + key.sourcePort()
                : ", which awaits answers from " + awaited.source() + " and not from " + key.source();
    }

    /** What it looks like now. */
    FlowKey key() {
        return key;
    }

    /** Where it opened a flow so far. */
    ImmutableList<Passage.Crossing> opened() {
        return opened.build();
    }

    /** Passes the node of a stage. */
    private Stage next(Stage stage) {
        ImmutableList<Middlebox> boxes = stage.middleboxes();
        if (boxes.isEmpty()) {
            return stage.after(stage.plain(), stage.fork(stage.plain()).choose(key));
        }
        Optional<String> session = Optional.empty();
        for (Middlebox box : boxes.reverse()) {
            Middlebox.Ruling ruling = box.arriving(key);
            if (!ruling.passes()) {
                return dropped(stage, stage.plain(), box, ruling);
            }
            if (!ruling.key().equals(key)) {
                key = ruling.key();
                session = ruling.link();
            }
        }
        return cross(stage, new Turn(key.destination(), session, ImmutableList.of(), key.destination()));
    }

    /**
     * Is routed, and crosses the middleboxes between where it came in and where it goes out; what finds no way out has come as far
     * as the node itself.
     */
    private Stage cross(Stage stage, Turn arrived) {
        Fork fork = stage.fork(arrived);
        int way = fork.kind() == Step.Kind.FORWARDED ? fork.choose(key) : 0;
        String outLink =
                fork.kind() == Step.Kind.FORWARDED ? fork.ways().get(way).link().name() : "";
        ImmutableList.Builder<String> firewalls = ImmutableList.builder();
        for (Middlebox box : stage.crossed()) {
            if (box.isCrossed(stage.inLink(), outLink)) {
                Middlebox.Ruling ruling = box.crossing(key, stage.inLink(), opens);
                if (!ruling.passes()) {
                    return dropped(stage, arrived.crossing(firewalls.build(), key), box, ruling);
                }
                cross(box, ruling, stage.inLink(), firewalls);
            }
        }
        Turn crossed = arrived.crossing(firewalls.build(), key);
        return fork.kind() == Step.Kind.DELIVERED ? arrive(stage, crossed) : stage.after(crossed, way);
    }

    /** Ends at the node, unless the address is one that stands there for somebody else. */
    private Stage arrive(Stage stage, Turn turn) {
        for (Middlebox box : stage.middleboxes()) {
            Middlebox.Ruling ruling = box.ending(key);
            if (!ruling.passes()) {
                return dropped(stage, turn, box, ruling);
            }
        }
        return stage.after(turn, 0);
    }

    private void cross(Middlebox box, Middlebox.Ruling ruling, String inLink, ImmutableList.Builder<String> firewalls) {
        String name = box.config().name();
        if (box.config().kind() == MiddleboxConfig.Kind.FIREWALL) {
            firewalls.add(name);
        }
        if (ruling.verdict() == Middlebox.Verdict.OPENED) {
            opened.add(new Passage.Crossing(name, key, ruling.key(), inLink));
        }
        key = ruling.key();
    }

    private Stage dropped(Stage stage, Turn turn, Middlebox box, Middlebox.Ruling ruling) {
        return stage.ending(turn, outcome(box, ruling), box.config().name(), detail(box, ruling, stage.inLink()));
    }

    private String detail(Middlebox box, Middlebox.Ruling ruling, String inLink) {
        return switch (ruling.verdict()) {
            case PASSED, OPENED, NO_STATE, DOWN -> "";
            case REFUSED -> box.refusal(key, inLink);
            case EXHAUSTED -> ", and no port of its pool is left";
            case STOPPED -> ", since it has stopped";
        };
    }

    /** What becomes of a packet that does not pass. */
    private static Outcome outcome(Middlebox box, Middlebox.Ruling ruling) {
        if (ruling.verdict() == Middlebox.Verdict.DOWN) {
            return Outcome.NODE_DOWN;
        }
        if (ruling.verdict() == Middlebox.Verdict.REFUSED) {
            return Outcome.REFUSED_BY_POLICY;
        }
        return switch (box.config().kind()) {
            case FIREWALL -> Outcome.NO_FIREWALL_STATE;
            case SOURCE_NAT, DESTINATION_NAT -> Outcome.NO_NAT_BINDING;
        };
    }
}
