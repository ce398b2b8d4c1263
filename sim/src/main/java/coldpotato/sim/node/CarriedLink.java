package coldpotato.sim.node;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.net.Crossing;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.Link;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.net.Route;
import coldpotato.sim.net.Underlay;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One link that is carried by others, and the way that its packets take now. */
final class CarriedLink {
    private final Network network;
    private final Link link;
    private final IpAddress outerA;
    private final IpAddress outerB;
    private ImmutableSet<Link> way = ImmutableSet.of();
    private String told = "";

    CarriedLink(Network network, Link link, IpAddress outerA, IpAddress outerB) {
        this.network = network;
        this.link = link;
        this.outerA = outerA;
        this.outerB = outerB;
        lose();
    }

    boolean dependsOn(Prefix prefix) {
        return prefix.contains(outerA) || prefix.contains(outerB);
    }

    /** The links that carry it now, in either direction. */
    ImmutableSet<Link> way() {
        return way;
    }

    /** Looks up the way of its packets, and makes the link what that way is. */
    void assess(CarriedLinks all) {
        Optional<ImmutableList<Crossing>> there = way(all, link.nodeA(), outerA, link.nodeB(), outerB);
        Optional<ImmutableList<Crossing>> back = way(all, link.nodeB(), outerB, link.nodeA(), outerA);
        way = Stream.concat(there.stream(), back.stream())
                .flatMap(ImmutableList::stream)
                .map(Crossing::link)
                .collect(ImmutableSet.toImmutableSet());
        tell(there, back);
        if (there.isEmpty() || back.isEmpty()) {
            lose();
        } else {
            carry(Direction.A_TO_B, there.get());
            carry(Direction.B_TO_A, back.get());
            // Last, so that nobody sees it well before it is as slow as its way.
            link.repair(lostFault());
        }
    }

    private void lose() {
        if (!link.isUnder(lostFault())) {
            link.fail(lostFault(), LinkFault.loud());
        }
    }

    private void carry(Direction direction, ImmutableList<Crossing> crossings) {
        double passing = 1;
        long delayNanos = 0;
        for (Crossing crossing : crossings) {
            passing *= 1 - crossing.link().lossFraction(crossing.direction());
            delayNanos += crossing.link().delayNanos(crossing.direction());
        }
        link.fail("way " + direction, new LinkFault(ImmutableSet.of(direction), 1 - passing, delayNanos, false));
    }

    /** Empty if packets do not arrive, be it that nobody has noticed yet. */
    private Optional<ImmutableList<Crossing>> way(
            CarriedLinks all, String from, IpAddress source, String to, IpAddress destination) {
        return network.route(from, source, destination, Underlay.HOPS_MAX)
                .filter(route -> route.node().equals(to))
                .map(Route::crossings)
                .filter(crossings -> crossings.stream().allMatch(each -> passes(all, each)));
    }

    private boolean passes(CarriedLinks all, Crossing crossing) {
        return crossing.link().lossFraction(crossing.direction()) < 1 && !all.isCarriedBy(crossing.link(), this);
    }

    private void tell(Optional<ImmutableList<Crossing>> there, Optional<ImmutableList<Crossing>> back) {
        String text = text(there) + "; " + text(back);
        if (!text.equals(told)) {
            told = text;
            network.trace()
                    .record(
                            network.simulation().nowNanos(),
                            link.name(),
                            TraceKind.LINK_CARRIED,
                            link.nodeA() + " to " + link.nodeB(),
                            text(there),
                            link.nodeB() + " to " + link.nodeA(),
                            text(back));
        }
    }

    private static String text(Optional<ImmutableList<Crossing>> crossings) {
        return crossings
                .map(all -> all.stream().map(each -> each.link().name()).collect(Collectors.joining(", ")))
                .orElse("no way");
    }

    private String lostFault() {
        return "no way for " + link.name();
    }
}
