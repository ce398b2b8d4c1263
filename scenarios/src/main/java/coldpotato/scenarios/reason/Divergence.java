package coldpotato.scenarios.reason;

import coldpotato.bgp.speaker.ExportVerdict;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Why packets do not take the other direction's way. The mirror of a way is the same nodes the other way round; somewhere on
 * it stands the first router that would not send the packet on along it, and that one decides.
 */
final class Divergence {
    private final SimulatedNetwork network;
    private final Walk walk;
    private final IpAddress destination;
    private final ImmutableList<String> nodes;
    /** The nodes of the other way, from where the packet starts to where it goes. */
    private final ImmutableList<String> mirror;

    private final Walk other;

    /**
     * @param walk the way of the packets in question
     * @param destination theirs, as they start
     * @param other the way of the other direction
     * @param otherDestination of the packets there
     */
    Divergence(SimulatedNetwork network, Walk walk, IpAddress destination, Walk other, IpAddress otherDestination) {
        this.network = network;
        this.walk = walk;
        this.other = other;
        this.destination = destination;
        this.nodes = walk.nodes().asList();
        this.mirror =
                mirror(nodes.get(0), completed(network, other, otherDestination).reverse());
    }

    /** A way with what was to come where a packet was dropped: the router that had it knows where it would have sent it. */
    static ImmutableList<String> completed(SimulatedNetwork network, Walk walk, IpAddress destination) {
        Set<String> way = new LinkedHashSet<>(walk.nodes());
        Optional<String> next = Optional.of(walk.end());
        while (!walk.outcome().isDelivery() && next.isPresent()) {
            next = new Crossroads(network, next.get(), destination)
                    .nextNodes().stream().findFirst().filter(way::add);
        }
        return ImmutableList.copyOf(way);
    }

    /** From where the packet starts; an other way that does not lead there is joined to it. */
    private static ImmutableList<String> mirror(String start, ImmutableList<String> back) {
        return back.contains(start)
                ? back.subList(back.indexOf(start), back.size())
                : ImmutableList.<String>builder().add(start).addAll(back).build();
    }

    Choice choice() {
        return alongMirror().or(this::hashed).or(this::notTold).orElseGet(this::onlyWay);
    }

    /** The first router on the mirror that would not send the packet along it, though it could. */
    private Optional<Choice> alongMirror() {
        for (int i = 0; i + 1 < mirror.size(); i++) {
            String node = mirror.get(i);
            if (!at(node).leadsTo(mirror.get(i + 1))) {
                Optional<Choice> found = against(node, mirror.subList(i + 1, mirror.size()));
                if (found.isPresent()) {
                    return found.map(this::asOnTheWay);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Choice> against(String node, ImmutableList<String> rivals) {
        Crossroads here = at(node);
        String taken = taken(here, node);
        if (isDelivery(taken)) {
            return Optional.empty();
        }
        return here.against(taken, Sets.difference(ImmutableSet.copyOf(rivals), ImmutableSet.of(node, taken)));
    }

    /** To hand a packet to its destination is nobody's preference. */
    private boolean isDelivery(String taken) {
        return walk.outcome().isDelivery() && taken.equals(walk.end());
    }

    /** The same decision at a router that these packets really met, if there is one. */
    private Choice asOnTheWay(Choice found) {
        if (walk.nodes().contains(found.node())) {
            return found;
        }
        return nodes.subList(0, Math.max(0, nodes.size() - 1)).stream()
                .flatMap(node -> against(node, strangers()).stream())
                .filter(choice ->
                        choice.step() == found.step() && choice.detail().equals(found.detail()))
                .findFirst()
                .orElse(found);
    }

    private ImmutableList<String> strangers() {
        return Sets.difference(other.nodes(), walk.nodes()).immutableCopy().asList();
    }

    /** Every router would send it along the mirror: the hash of the first one that parts them decides. */
    private Optional<Choice> hashed() {
        return parting().flatMap(node -> against(node, strangers()));
    }

    /** The first node of the way that sends into a link that the other way does not use. */
    private Optional<String> parting() {
        return walk.hops().stream()
                .filter(hop -> !other.links().contains(hop.link()))
                .map(Walk.Hop::node)
                .findFirst();
    }

    /** The first router on the mirror that would send the packet on along it, and does not tell the one before it. */
    private Optional<Choice> notTold() {
        for (int i = 0; i + 1 < mirror.size(); i++) {
            String deaf = mirror.get(i);
            String silent = mirror.get(i + 1);
            Crossroads there = at(silent);
            boolean goesOn = i + 2 == mirror.size() || there.leadsTo(mirror.get(i + 2));
            if (!at(deaf).leadsTo(silent) && there.knows() && goesOn) {
                return silence(silent, deaf, there.prefix().orElseThrow());
            }
        }
        return Optional.empty();
    }

    private Optional<Choice> silence(String silent, String deaf, Prefix prefix) {
        Stream<String> sessions = new Neighbours(network, silent).sessionsWith(deaf);
        Optional<ExportVerdict> verdict = network.speaker(silent)
                .flatMap(speaker -> sessions.flatMap(session -> speaker.exportVerdict(session, prefix).stream())
                        .filter(each -> !each.told())
                        .findFirst());
        String taken = parting()
                .map(node -> node + " knows the way by " + taken(at(node), node) + " only")
                .orElse("");
        return verdict.map(each -> new Choice(
                silent,
                prefix,
                deaf,
                deaf,
                DecidingStep.NOT_ANNOUNCED,
                "by rule " + each.rule() + "; " + taken,
                ImmutableList.of()));
    }

    private Choice onlyWay() {
        String node = parting().orElse(nodes.get(0));
        Crossroads here = at(node);
        String taken = taken(here, node);
        Prefix prefix = here.prefix().orElseGet(() -> Prefix.host(destination));
        return new Choice(
                node,
                prefix,
                taken,
                taken,
                DecidingStep.ONLY_WAY,
                "it knows no other way for " + destination,
                ImmutableList.of());
    }

    /** To whom a node sends, or would send, the packet. */
    private String taken(Crossroads here, String node) {
        int index = nodes.indexOf(node);
        return index >= 0 && index + 1 < nodes.size()
                ? nodes.get(index + 1)
                : Iterables.getFirst(here.nextNodes(), "nobody");
    }

    private Crossroads at(String node) {
        return new Crossroads(network, node, destination);
    }
}
