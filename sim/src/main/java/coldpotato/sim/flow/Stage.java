package coldpotato.sim.flow;

import coldpotato.core.net.IpAddress;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.Link;
import coldpotato.sim.node.Fork;
import coldpotato.sim.node.Interface;
import coldpotato.sim.node.Middlebox;
import coldpotato.sim.node.NextHop;
import coldpotato.sim.node.Router;
import coldpotato.sim.node.Step;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Packets that came the same way to the same node, and what becomes of them there: each goes on to one of the stages after this one,
 * which are made when the first packet needs them. A stage at which they end has no others after it.
 */
final class Stage {
    private record Ending(Turn turn, Outcome outcome, String place, String detail) {}

    private final Trails ways;
    private final Optional<Stage> before;
    private final Optional<Walk.Hop> hop;
    private final Router at;
    private final double passing;
    private final ImmutableList<String> firewalls;
    /** What was looked up at the node before, and here if they end here. */
    private final Optional<Trail.Lookup> lookup;

    private final Turn plain;
    private final int nodes;
    private Optional<Trail> end = Optional.empty();
    private Stage settled;
    private ImmutableList<Middlebox> crossed;
    private Fork plainFork;
    private Stage[] plainNext;
    private final Map<Turn, Stage[]> next = new LinkedHashMap<>(0);
    private final Map<Ending, Stage> endings = new LinkedHashMap<>(0);

    private Stage(Trails ways, Router at, IpAddress destination) {
        this.ways = ways;
        this.before = Optional.empty();
        this.hop = Optional.empty();
        this.at = at;
        this.passing = 1;
        this.firewalls = ImmutableList.of();
        this.lookup = Optional.empty();
        this.plain = Turn.plain(destination);
        this.nodes = 1;
    }

    private Stage(Stage before, Optional<Walk.Hop> hop, Router at, double passing, Turn turn) {
        this.ways = before.ways;
        this.before = Optional.of(before);
        this.hop = hop;
        this.at = at;
        this.passing = passing;
        this.firewalls = turn.crossed().isEmpty()
                ? before.firewalls
                : ImmutableList.<String>builder()
                        .addAll(before.firewalls)
                        .addAll(turn.crossed())
                        .build();
        this.lookup = Optional.of(before.lookup(turn));
        this.plain = Turn.plain(turn.onward());
        this.nodes = before.nodes + 1;
    }

    /** Packets to an address that start at a node. */
    static Stage first(Trails ways, Router at, IpAddress destination) {
        return new Stage(ways, at, destination);
    }

    /** The link by which they came, empty if they start here. */
    String inLink() {
        return hop.map(Walk.Hop::link).orElse("");
    }

    ImmutableList<Middlebox> middleboxes() {
        return at.isRunning() ? at.middleboxes() : ImmutableList.of();
    }

    /** The same in the order in which what came this way crosses them. */
    ImmutableList<Middlebox> crossed() {
        if (crossed == null) {
            crossed = at.middleboxes(inLink());
        }
        return crossed;
    }

    String node() {
        return at.name();
    }

    /** True if they end here and arrive. */
    boolean isDelivery() {
        return end.isPresent() && end.get().walk().outcome().isDelivery();
    }

    /** True if they go on. */
    boolean isOpen() {
        return end.isEmpty();
    }

    /** The way of packets that end here. */
    Trail end() {
        return end.orElseThrow();
    }

    /** The turn of packets that no middlebox here touches. */
    Turn plain() {
        return plain;
    }

    /** Where all of them come for certain: to an end, or to where a hash or a middlebox parts them. */
    Stage settled() {
        if (settled == null) {
            Stage stage = this;
            while (stage.isOpen()
                    && stage.middleboxes().isEmpty()
                    && stage.fork(stage.plain).ways().size() < 2) {
                stage = stage.after(stage.plain, 0);
            }
            settled = stage;
        }
        return settled;
    }

    /** What the node does with packets of this turn. */
    Fork fork(Turn turn) {
        if (turn == plain) {
            plainFork = plainFork == null ? ways.fork(at, turn.routed()) : plainFork;
            return plainFork;
        }
        return turn.session()
                .flatMap(link -> backTo(link, turn.routed()))
                .orElseGet(() -> ways.fork(at, turn.routed()));
    }

    /** Sends them back by the link that their flow came by, to the neighbour there. */
    private Optional<Fork> backTo(String linkName, IpAddress destination) {
        if (!at.isUp(linkName)) {
            return Optional.empty();
        }
        Link link = ways.network().links().link(linkName);
        return ways.network().router(link.otherEnd(at.name())).onLink(linkName).addresses().stream()
                .map(Interface.Address::address)
                .filter(address -> address.family() == destination.family())
                .findFirst()
                .flatMap(neighbour -> at.to(NextHop.via(linkName, neighbour)));
    }

    /**
     * Where packets of this turn come next.
     *
     * @param way which of the ways out they take, if there are any
     */
    Stage after(Turn turn, int way) {
        Stage[] known = turn == plain ? plainNext : next.get(turn);
        if (known == null) {
            known = new Stage[Math.max(1, fork(turn).ways().size())];
            if (turn == plain) {
                plainNext = known;
            } else {
                next.put(turn, known);
            }
        }
        if (known[way] == null) {
            known[way] = make(turn, fork(turn), way);
        }
        return known[way];
    }

    private Stage make(Turn turn, Fork fork, int way) {
        return switch (fork.kind()) {
            case NODE_DOWN -> ending(turn, Outcome.NODE_DOWN);
            case NO_ROUTE -> ending(turn, Outcome.NO_ROUTE);
            case DISCARDED -> ending(turn, Outcome.NULL_ROUTE);
            case NO_INTERFACE -> ending(turn, Outcome.NEXT_HOP_DOWN);
            case DELIVERED -> ending(turn, passing == 1 ? Outcome.DELIVERED : Outcome.LOSSY);
            case FORWARDED -> cross(turn, fork.ways().get(way));
        };
    }

    /** The end, at this node, of packets of this turn. */
    Stage ending(Turn turn, Outcome outcome, String place, String detail) {
        return endings.computeIfAbsent(
                new Ending(turn, outcome, place, detail),
                ending -> new Stage(this, Optional.empty(), at, passing, turn).close(at, outcome, place, detail));
    }

    private Stage ending(Turn turn, Outcome outcome) {
        return ending(turn, outcome, at.name(), detail(outcome));
    }

    private String detail(Outcome outcome) {
        return outcome == Outcome.LOSSY ? Walk.percent(passing) : "";
    }

    private Stage cross(Turn turn, Step.Out out) {
        if (nodes == PacketWalk.HOP_LIMIT) {
            return ending(turn, Outcome.TIME_EXCEEDED);
        }
        Link link = out.link();
        Direction direction = link.directionFrom(at.name());
        Router far = ways.network().router(link.otherEnd(at.name()));
        double loss = link.lossFraction(direction);
        Walk.Hop taken = new Walk.Hop(at.name(), link.name(), direction);
        Stage there = new Stage(this, Optional.of(taken), far, passing * (1 - loss), turn);
        if (!far.isRunning()) {
            return there.close(far, Outcome.NODE_DOWN, far.name(), "");
        }
        if (loss == 1) {
            return there.close(at, Outcome.LINK_DOWN_UNNOTICED, link.name(), unaware(link, far));
        }
        IpAddress neighbour = out.nextHop().address().orElse(turn.onward());
        if (!far.answersFor(neighbour, link.name())) {
            return there.close(at, Outcome.NEXT_HOP_ABSENT, link.name(), neighbour.toString());
        }
        return isVisited(far) ? there.close(far, Outcome.LOOP, far.name(), loop(far)) : there;
    }

    private String unaware(Link link, Router far) {
        return far.isUp(link.name()) ? at.name() + " and " + far.name() : at.name();
    }

    private boolean isVisited(Router router) {
        return at == router || before.map(stage -> stage.isVisited(router)).orElse(false);
    }

    private String loop(Router entrance) {
        StringBuilder members = new StringBuilder(entrance.name());
        for (Stage stage = this; stage.at != entrance; stage = stage.before.orElseThrow()) {
            members.insert(0, stage.at.name() + " > ");
        }
        return members.insert(0, entrance.name() + " > ").toString();
    }

    /** What was looked up for packets of a turn; where a middlebox sends them, its link counts as well. */
    private Trail.Lookup lookup(Turn turn) {
        Fork fork = ways.fork(at, turn.routed());
        ImmutableSet<String> links = turn.session()
                .map(link -> ImmutableSet.<String>builder()
                        .addAll(fork.links())
                        .add(link)
                        .build())
                .orElseGet(fork::links);
        return new Trail.Lookup(at.name(), turn.routed(), fork.prefix(), links);
    }

    /** Makes this an end. */
    private Stage close(Router last, Outcome outcome, String place, String detail) {
        Deque<Walk.Hop> hops = new ArrayDeque<>();
        Deque<Trail.Lookup> lookups = new ArrayDeque<>();
        Deque<String> passed = new ArrayDeque<>();
        for (Optional<Stage> stage = Optional.of(this); stage.isPresent(); stage = stage.get().before) {
            stage.get().hop.ifPresent(hops::addFirst);
            stage.get().lookup.ifPresent(lookups::addFirst);
            passed.addFirst(stage.get().at.name());
        }
        double delivered = outcome.isDelivery() ? passing : 0;
        Walk walk = new Walk(ImmutableList.copyOf(hops), last.name(), outcome, place, detail, delivered, firewalls);
        end = Optional.of(ways.interned(walk, ImmutableSet.copyOf(passed), ImmutableList.copyOf(lookups)));
        return this;
    }

    @Override
    public String toString() {
        return end.map(Trail::toString)
                .orElseGet(() -> before.map(stage -> stage + " - ").orElse("") + at.name());
    }
}
