package coldpotato.scenarios.check;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.rib.Decision;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.Rib;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.net.Family;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.check.RouteCheck.Sight;
import coldpotato.scenarios.file.Expectation.OfRoute;
import coldpotato.scenarios.reason.ImportVerdict;
import coldpotato.sim.node.FibEntry;
import coldpotato.sim.node.NextHop;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The best route of a node to exactly one prefix. Attributes are those of the best BGP path, after import policy; where
 * packets leave to is read from the forwarding table, which follows the decision after the platform's programming delay.
 */
final class BestRoute implements RouteCheck.Route {
    private final OfRoute claim;
    private final ClaimedAttributes attributes;

    BestRoute(OfRoute claim) {
        this.claim = claim;
        this.attributes = new ClaimedAttributes(claim);
    }

    @Override
    public String expected() {
        String what = claim.present() ? " has a route to " : " has no route to ";
        return claim.node() + what + claim.prefix() + attributes;
    }

    @Override
    public Sight at(SimulatedNetwork network, String node) {
        Decision decision = decision(network, node);
        Optional<FibEntry> entry = entry(network, node);
        return new Sight(
                isAsClaimed(network, node, decision.best(), entry),
                text(decision.best(), entry),
                network.speaker(node)
                        .map(speaker -> candidates(speaker, decision))
                        .orElse(ImmutableList.of()));
    }

    @Override
    public Stream<String> causes(RunRecord run, long atNanos) {
        return lastChange(run, atNanos).map(run.causes()::text).stream();
    }

    private Optional<Rib> rib(SimulatedNetwork network, String node) {
        AfiSafi family = claim.prefix().family() == Family.IPV4 ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
        return network.speaker(node).map(speaker -> speaker.rib(family));
    }

    private Decision decision(SimulatedNetwork network, String node) {
        return rib(network, node).map(rib -> rib.decision(claim.prefix())).orElse(Decision.NONE);
    }

    private Optional<FibEntry> entry(SimulatedNetwork network, String node) {
        return network.router(node).fib().entries().stream()
                .filter(entry -> entry.prefix().equals(claim.prefix()))
                .findFirst();
    }

    private boolean isAsClaimed(SimulatedNetwork network, String node, Optional<Path> best, Optional<FibEntry> entry) {
        boolean present = best.isPresent() || entry.isPresent();
        if (!claim.present() || !present) {
            return claim.present() == present;
        }
        return (claim.via().isEmpty() || entry.isPresent() && leavesVia(network, node, entry.get()))
                && (!claimsAttributes() || best.isPresent() && hasAttributes(best.get()));
    }

    private boolean claimsAttributes() {
        return claim.session().isPresent()
                || claim.asPath().isPresent()
                || claim.localPreference().isPresent()
                || claim.med().isPresent()
                || claim.nextHop().isPresent()
                || claim.weight().isPresent()
                || claim.communities().isPresent();
    }

    private boolean hasAttributes(Path best) {
        return claim.session().map(best.source().session()::equals).orElse(true)
                && claim.weight().map(weight -> weight == best.weight()).orElse(true)
                && attributes.holdFor(best.attributes());
    }

    /** True if every next hop leads over one of the names, and each name is used by at least one next hop. */
    private boolean leavesVia(SimulatedNetwork network, String node, FibEntry entry) {
        ImmutableList<ImmutableSet<String>> used = entry.nextHops().stream()
                .flatMap(nextHop -> nextHop.link().stream())
                .map(link -> ImmutableSet.of(
                        link, network.network().links().link(link).otherEnd(node)))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<ImmutableSet<String>> named =
                claim.via().stream().map(name -> elements(network, name)).collect(ImmutableList.toImmutableList());
        return !used.isEmpty()
                && used.stream().allMatch(hop -> named.stream().anyMatch(name -> overlap(hop, name)))
                && named.stream().allMatch(name -> used.stream().anyMatch(hop -> overlap(hop, name)));
    }

    private static boolean overlap(ImmutableSet<String> hop, ImmutableSet<String> name) {
        return hop.stream().anyMatch(name::contains);
    }

    private static ImmutableSet<String> elements(SimulatedNetwork network, String name) {
        return ImmutableSet.<String>builder()
                .addAll(network.names().links(name))
                .addAll(network.names().nodes(name))
                .build();
    }

    private String text(Optional<Path> best, Optional<FibEntry> entry) {
        String path = best.map(BestRoute::text).orElse("no BGP path to " + claim.prefix());
        String way = entry.map(FibEntry::nextHops)
                .filter(nextHops -> !nextHops.isEmpty())
                .map(nextHops -> ", packets leave to "
                        + String.join(
                                ", ", nextHops.stream().map(NextHop::toString).toList()))
                .orElse("");
        return path + way;
    }

    private static String text(Path path) {
        return "by " + path.source().session() + " " + ClaimedAttributes.text(path.attributes())
                + (path.weight() == 0 ? "" : ", weight " + path.weight());
    }

    /** Every candidate, what became of it, and the rules of import policy that made it what it is. */
    private static ImmutableList<String> candidates(BgpSpeaker speaker, Decision decision) {
        Stream<String> used = decision.multipath().stream().map(path -> "used: " + text(path) + rules(speaker, path));
        return Stream.concat(used, decision.losers().stream().map(loser -> text(speaker, loser)))
                .collect(ImmutableList.toImmutableList());
    }

    private static String text(BgpSpeaker speaker, Decision.Loser loser) {
        Path path = loser.path();
        return path.accepted()
                ? "lost at \"" + loser.stage().text() + "\": " + text(path) + rules(speaker, path)
                : "refused by " + path.rule() + ": " + text(path);
    }

    private static String rules(BgpSpeaker speaker, Path path) {
        String changed = ImportVerdict.changing(speaker, path).stream()
                .map(rule -> ", changed by " + ImportVerdict.text(rule))
                .collect(Collectors.joining());
        return changed + ", accepted by " + path.rule();
    }

    /** What made the route what it was when it was looked at. */
    private Optional<TraceEvent> lastChange(RunRecord run, long atNanos) {
        ImmutableSet<String> nodes = run.network().names().nodes(claim.node());
        return Lists.reverse(run.network().trace().events()).stream()
                .filter(event -> event.timeNanos() <= atNanos
                        && event.kind() == TraceKind.BEST_PATH
                        && nodes.contains(event.node())
                        && event.field("prefix").equals(claim.prefix().toString()))
                .findFirst();
    }
}
