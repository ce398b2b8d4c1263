package coldpotato.scenarios.check;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.Decision;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.Rib;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.net.Community;
import coldpotato.core.net.Family;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.file.Expectation.OfRoute;
import coldpotato.sim.node.FibEntry;
import coldpotato.sim.node.NextHop;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges the best route of a node to exactly one prefix. Attributes are those of the best BGP path, after import policy; where
 * packets leave to is read from the forwarding table, which follows the decision after the platform's programming delay.
 */
final class RouteCheck implements Check {
    private final OfRoute claim;
    private final Watch watch;
    private ImmutableList<String> candidates = ImmutableList.of();

    RouteCheck(OfRoute claim, Period period) {
        this.claim = claim;
        this.watch = new Watch(period, true);
    }

    @Override
    public String expected() {
        String what = claim.present() ? " has a route to " : " has no route to ";
        return claim.node() + what + claim.prefix() + attributes(claim);
    }

    /** What is claimed of a route, in words. */
    static String attributes(OfRoute claim) {
        List<String> parts = new ArrayList<>();
        if (!claim.via().isEmpty()) {
            parts.add("via " + String.join(", ", claim.via()));
        }
        claim.session().ifPresent(session -> parts.add("from " + session));
        claim.asPath().ifPresent(path -> parts.add("AS path " + orEmpty(path)));
        claim.localPreference().ifPresent(value -> parts.add("LOCAL_PREF " + value));
        claim.med().ifPresent(value -> parts.add("MED " + value));
        claim.nextHop().ifPresent(value -> parts.add("next hop " + value));
        claim.communities().ifPresent(wanted -> parts.add(wanted.isEmpty() ? "no community" : communities(wanted)));
        return parts.isEmpty() ? "" : " " + String.join(", ", parts);
    }

    @Override
    public ImmutableSortedSet<Long> stopsNanos() {
        return watch.stopsNanos();
    }

    @Override
    public boolean attends(long nanos) {
        return watch.attends(nanos);
    }

    @Override
    public void look(SimulatedNetwork network) {
        if (watch.hasFailed()) {
            return;
        }
        boolean right = true;
        List<String> seen = new ArrayList<>();
        ImmutableList.Builder<String> others = ImmutableList.builder();
        for (String node : network.names().nodes(claim.node())) {
            Decision decision = decision(network, node);
            Optional<FibEntry> entry = entry(network, node);
            right &= isAsClaimed(network, node, decision.best(), entry);
            seen.add(node + ": " + text(decision.best(), entry));
            network.speaker(node).ifPresent(speaker -> others.addAll(candidates(speaker, decision)));
        }
        candidates = others.build();
        watch.saw(network.nowNanos(), right, String.join("; ", seen));
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
                || claim.communities().isPresent();
    }

    private boolean hasAttributes(Path best) {
        return claim.session().map(best.source().session()::equals).orElse(true)
                && hasAttributes(claim, best.attributes());
    }

    static boolean hasAttributes(OfRoute claim, PathAttributes attributes) {
        return claim.asPath().map(attributes.asPath().toString()::equals).orElse(true)
                && claim.localPreference()
                        .map(value -> value == attributes.effectiveLocalPref())
                        .orElse(true)
                && claim.med().map(value -> value == attributes.med()).orElse(true)
                && claim.nextHop().map(attributes.nextHop()::equals).orElse(true)
                && claim.communities()
                        .map(wanted -> wanted.isEmpty()
                                ? attributes.communities().isEmpty()
                                : wanted.stream().allMatch(attributes::has))
                        .orElse(true);
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
        String path = best.map(RouteCheck::text).orElse("no BGP path to " + claim.prefix());
        String way = entry.map(FibEntry::nextHops)
                .filter(nextHops -> !nextHops.isEmpty())
                .map(nextHops -> ", packets leave to "
                        + String.join(
                                ", ", nextHops.stream().map(NextHop::toString).toList()))
                .orElse("");
        return path + way;
    }

    private static String text(Path path) {
        return "by " + path.source().session() + " " + text(path.attributes())
                + (path.weight() == 0 ? "" : ", weight " + path.weight());
    }

    static String text(PathAttributes attributes) {
        return "AS path " + orEmpty(attributes.asPath().toString()) + ", LOCAL_PREF "
                + attributes.effectiveLocalPref()
                + (attributes.med() == PathAttributes.ABSENT ? "" : ", MED " + attributes.med())
                + ", next hop " + attributes.nextHop()
                + (attributes.communities().isEmpty() ? "" : ", communities " + attributes.communities());
    }

    private static String orEmpty(String asPath) {
        return asPath.isEmpty() ? "empty" : asPath;
    }

    private static String communities(ImmutableSet<Community> wanted) {
        return wanted.stream().map(community -> "community " + community).collect(Collectors.joining(", "));
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

    @Override
    public Finding finding(RunRecord run) {
        run.subjects().add(claim.node());
        if (!claim.present() || !watch.isRight()) {
            run.blameWhatIsDown(watch.atNanos());
        }
        return watch.finding(() -> ImmutableList.<String>builder()
                .addAll(candidates)
                .addAll(lastChange(run).map(run.causes()::text).stream().iterator())
                .build());
    }

    /** What made the route what it was when it was looked at. */
    private Optional<TraceEvent> lastChange(RunRecord run) {
        ImmutableSet<String> nodes = run.network().names().nodes(claim.node());
        return Lists.reverse(run.network().trace().events()).stream()
                .filter(event -> event.timeNanos() <= watch.atNanos()
                        && event.kind() == TraceKind.BEST_PATH
                        && nodes.contains(event.node())
                        && event.field("prefix").equals(claim.prefix().toString()))
                .findFirst();
    }
}
