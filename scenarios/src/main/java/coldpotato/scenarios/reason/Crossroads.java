package coldpotato.scenarios.reason;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.bgp.rib.Decision;
import coldpotato.bgp.rib.DecisionStage;
import coldpotato.bgp.rib.Eligibility;
import coldpotato.bgp.rib.MedStage;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.PathSource;
import coldpotato.bgp.rib.Preference;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.CandidateRoute;
import coldpotato.sim.node.FibEntry;
import coldpotato.sim.node.RouteSource;
import coldpotato.sim.node.RouteTable;
import coldpotato.sim.node.SelectedRoute;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A router where two ways part: what its tables say of a packet that goes to one neighbour and might have gone to another.
 *
 * <pre>
 *   forwarding entry  -  the other next hops of it, equally good
 *   routing table     -  other sources of the same prefix, at a greater distance or metric
 *   BGP               -  losers of the decision, each with the stage that removed it; here or at the node that feeds the route
 *   shorter prefixes  -  what longest match passes over
 * </pre>
 */
final class Crossroads {
    private static final ImmutableSet<DecisionStage> TIE_BREAKS = ImmutableSet.of(
            Preference.INCUMBENT,
            Preference.IDENTIFIER,
            Preference.CLUSTER_LIST,
            Preference.PEER_ADDRESS,
            Preference.SESSION_NAME);

    private final SimulatedNetwork network;
    private final String node;
    private final IpAddress destination;
    private final Neighbours neighbours;
    private final Optional<FibEntry> entry;

    Crossroads(SimulatedNetwork network, String node, IpAddress destination) {
        this.network = network;
        this.node = node;
        this.destination = destination;
        this.neighbours = new Neighbours(network, node);
        this.entry = network.router(node).fib().lookup(destination);
    }

    /** True if it knows a way there. */
    boolean knows() {
        return entry.isPresent();
    }

    /** True if packets may go from here to that neighbour. */
    boolean leadsTo(String neighbour) {
        return entry.stream()
                .flatMap(each -> each.nextHops().stream())
                .flatMap(hop -> neighbours.of(hop).stream())
                .anyMatch(neighbour::equals);
    }

    /** The prefix by which it forwards. */
    Optional<Prefix> prefix() {
        return entry.map(FibEntry::prefix);
    }

    /** The neighbours among which it shares the packets. */
    ImmutableList<String> nextNodes() {
        return entry.stream()
                .flatMap(each -> each.nextHops().stream())
                .flatMap(hop -> neighbours.of(hop).stream())
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /** Why packets go to one neighbour and not to one of these others; empty if it has no route by any of those. */
    Optional<Choice> against(String taken, Set<String> rivals) {
        return entry.flatMap(met -> hashed(met, taken, rivals)
                .or(() -> notProgrammed(met, taken, rivals))
                .or(() -> userDefined(met, taken, rivals))
                .or(() -> otherSource(met, taken, rivals))
                .or(() -> decided(met.prefix(), taken, rivals))
                .or(() -> fed(met, taken, rivals))
                .or(() -> longestMatch(met, taken, rivals)));
    }

    private Choice choice(Prefix prefix, String taken, String rival, DecidingStep step, String detail) {
        return new Choice(node, prefix, taken, rival, step, detail, ImmutableList.of());
    }

    private Optional<Choice> hashed(FibEntry met, String taken, Set<String> rivals) {
        return nextNodes().stream()
                .filter(rivals::contains)
                .findFirst()
                .map(rival -> choice(
                        met.prefix(),
                        taken,
                        rival,
                        DecidingStep.HASH,
                        "the hash of each flow picks one of " + met.nextHops().size() + " next hops"));
    }

    private Optional<Choice> notProgrammed(FibEntry met, String taken, Set<String> rivals) {
        return table().selected(met.prefix()).stream()
                .flatMap(route -> route.nextHops().stream())
                .flatMap(hop -> neighbours.of(hop).stream())
                .filter(rivals::contains)
                .findFirst()
                .map(rival -> choice(
                        met.prefix(),
                        taken,
                        rival,
                        DecidingStep.NOT_PROGRAMMED,
                        "the forwarding entry still follows an older route"));
    }

    /** A user-defined route needs no rival: it stands above whatever else there is. */
    private Optional<Choice> userDefined(FibEntry met, String taken, Set<String> rivals) {
        return table().selected(met.prefix())
                .filter(used -> used.source() == RouteSource.USER_DEFINED)
                .flatMap(used -> rivals.stream().findFirst())
                .map(rival -> choice(
                        met.prefix(),
                        taken,
                        rival,
                        DecidingStep.USER_DEFINED_ROUTE,
                        "a user-defined route goes before what else it knows of " + destination));
    }

    /** Routes of the same prefix that another source has, or the same source at another metric. */
    private Optional<Choice> otherSource(FibEntry met, String taken, Set<String> rivals) {
        Optional<SelectedRoute> used = table().selected(met.prefix());
        for (CandidateRoute candidate : table().candidates(met.prefix())) {
            Optional<String> rival = candidate.nextHops().stream()
                    .flatMap(hop -> neighbours.of(hop).stream())
                    .filter(rivals::contains)
                    .findFirst();
            if (rival.isPresent() && used.isPresent()) {
                return Optional.of(choice(
                        met.prefix(), taken, rival.get(), DecidingStep.DISTANCE, distances(used.get(), candidate)));
            }
        }
        return Optional.empty();
    }

    private static String distances(SelectedRoute used, CandidateRoute other) {
        boolean sameDistance = used.source() == other.source() && used.distance() == other.distance();
        return sameDistance
                ? "metric " + used.metric() + " against " + other.metric() + " of "
                        + used.source().text() + " routes"
                : used.source().text() + " (distance " + used.distance() + ") against "
                        + other.source().text() + " (distance " + other.distance() + ")";
    }

    /** A loser of the BGP decision here. */
    private Optional<Choice> decided(Prefix prefix, String taken, Set<String> rivals) {
        return network.speaker(node).flatMap(speaker -> {
            Decision decision = speaker.rib(family(prefix)).decision(prefix);
            for (Decision.Loser loser : Lists.reverse(decision.losers())) {
                Optional<String> rival = neighbours.of(loser.path()).stream()
                        .filter(rivals::contains)
                        .findFirst();
                if (rival.isPresent()) {
                    return Optional.of(lost(speaker, decision, loser, taken, rival.get()));
                }
            }
            return Optional.empty();
        });
    }

    private Choice lost(BgpSpeaker speaker, Decision decision, Decision.Loser loser, String taken, String rival) {
        Path path = loser.path();
        if (loser.stage() == Eligibility.ACCEPTED) {
            return choice(path.prefix(), taken, rival, DecidingStep.IMPORT_POLICY, "refused by " + path.rule());
        }
        String detail = decision.best()
                .map(best -> WhyLost.text(loser.stage(), best, path))
                .orElseGet(() -> loser.stage().text());
        DecidingStep step = TIE_BREAKS.contains(loser.stage()) ? DecidingStep.TIE_BREAK : DecidingStep.BGP_DECISION;
        return choice(path.prefix(), taken, rival, step, detail)
                .because(Stream.concat(
                                decision.best().stream().flatMap(best -> rules(speaker, best, loser.stage())),
                                rules(speaker, path, loser.stage()))
                        .distinct()
                        .collect(ImmutableList.toImmutableList()));
    }

    /** The rules that changed what a stage looks at when a path came in, here or, if an internal neighbour told it, there. */
    private Stream<String> rules(BgpSpeaker speaker, Path path, DecisionStage stage) {
        Stream<String> here = changes(speaker, path, stage, node);
        return path.source().kind() == PathSource.Kind.IBGP
                ? Stream.concat(
                        here,
                        neighbours.of(path.source().session()).stream().flatMap(peer -> rulesAt(peer, path, stage)))
                : here;
    }

    private Stream<String> rulesAt(String peer, Path path, DecisionStage stage) {
        return network.speaker(peer).stream()
                .flatMap(speaker -> speaker.rib(family(path.prefix())).decision(path.prefix()).best().stream()
                        .flatMap(best -> changes(speaker, best, stage, peer)));
    }

    private static Stream<String> changes(BgpSpeaker speaker, Path path, DecisionStage stage, String at) {
        return ImportVerdict.changing(speaker, path).stream()
                .filter(rule -> rule.sets().stream().anyMatch(set -> isSeen(set, stage)))
                .map(rule -> text(rule, at));
    }

    private static boolean isSeen(SetClause set, DecisionStage stage) {
        return stage == Preference.LOCAL_PREF && set instanceof SetClause.LocalPref
                || stage == Preference.WEIGHT && set instanceof SetClause.Weight
                || stage == Preference.ORIGIN && set instanceof SetClause.Origin
                || stage instanceof MedStage && set instanceof SetClause.Med
                || stage == Preference.AS_PATH_LENGTH
                        && (set instanceof SetClause.Prepend
                                || set instanceof SetClause.PrependOwn
                                || set instanceof SetClause.RemoveAs);
    }

    private static String text(PolicyRule rule, String at) {
        return ImportVerdict.text(rule) + " at " + at;
    }

    /** The decision of the node that feeds the route. */
    private Optional<Choice> fed(FibEntry met, String taken, Set<String> rivals) {
        return table().candidates(met.prefix()).stream()
                .filter(candidate -> candidate.source() == RouteSource.FED)
                .flatMap(candidate -> Stream.ofNullable(network.plan().feeds().get(candidate.origin())))
                .map(feed -> new Crossroads(network, feed.from(), destination))
                .flatMap(feeder -> feeder.decided(met.prefix(), taken, rivals).stream())
                .findFirst();
    }

    /** Shorter prefixes that lead there, the longest of them. */
    private Optional<Choice> longestMatch(FibEntry met, String taken, Set<String> rivals) {
        Optional<Choice> found = Optional.empty();
        for (SelectedRoute route : table().selected()) {
            if (!route.prefix().contains(met.prefix()) || route.prefix().equals(met.prefix())) {
                continue;
            }
            Optional<String> rival = route.nextHops().stream()
                    .flatMap(hop -> neighbours.of(hop).stream())
                    .filter(rivals::contains)
                    .findFirst();
            if (rival.isPresent()) {
                found = rival.map(name -> passedOver(met, taken, name, route));
            }
        }
        return found;
    }

    private Choice passedOver(FibEntry met, String taken, String rival, SelectedRoute route) {
        return choice(
                met.prefix(),
                taken,
                rival,
                DecidingStep.LONGEST_MATCH,
                met.prefix() + " is longer than " + route.prefix());
    }

    private RouteTable table() {
        return network.router(node).table();
    }

    private static AfiSafi family(Prefix prefix) {
        return prefix.family() == Family.IPV4 ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
    }
}
