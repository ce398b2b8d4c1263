package coldpotato.scenarios.remedy;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.policy.CommunityPattern;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.PrefixList;
import coldpotato.bgp.policy.SetClause;
import coldpotato.bgp.rib.Path;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.WanLink;
import coldpotato.core.azure.operations.ConnectionOperation;
import coldpotato.core.azure.operations.EdgeOperation;
import coldpotato.core.azure.operations.HubOperation;
import coldpotato.core.azure.operations.PeeringLeg;
import coldpotato.core.net.Family;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.reason.Technique;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes of what a router, a gateway or a hub prefers: they move packets that leave. */
final class Preferring {
    /** The value of the documents' examples; more where somebody has more already. */
    private static final long LOCAL_PREFERENCE = 150;

    private static final long LOCAL_PREFERENCE_STEP = 50;

    private static final int MICROSOFT = 12076;
    private static final int WEIGHT_STEP = 10;
    private static final int COST_FACTOR = 10;

    private final Case asked;
    private final HybridNetwork model;

    Preferring(Case asked) {
        this.asked = asked;
        this.model = asked.model();
    }

    Stream<Change> changes() {
        return Stream.of(
                        asked.wrongDoors().stream()
                                .filter(door -> !door.inward())
                                .flatMap(this::giveWay),
                        asked.rightDoors().stream()
                                .filter(door -> !door.inward())
                                .flatMap(this::prefer),
                        weights(),
                        costs(),
                        hubs())
                .flatMap(all -> all);
    }

    private Stream<Change> giveWay(Door door) {
        return door.end().stream()
                .filter(end -> !end.link(model).importPolicy().isEmpty())
                .map(end -> Change.of(
                        Technique.GIVE_WAY,
                        ImmutableList.of(new EdgeOperation.SetPolicy(end, Optional.of(""), Optional.empty()))));
    }

    private Stream<Change> prefer(Door door) {
        return preferred(door).map(routes -> localPreference(door, routes));
    }

    /** Routes to be preferred, and how to say which in a sentence. */
    private record Preferred(String what, MatchClause match) {}

    /** By community where the routes carry one of Microsoft's, and by prefix. */
    private Stream<Preferred> preferred(Door door) {
        Prefix prefix = asked.choice().prefix();
        Stream<Preferred> byCommunity = received(door, prefix)
                .flatMap(path -> path.attributes().communities().stream())
                .filter(community -> community.bits() >>> 16 == MICROSOFT)
                .distinct()
                .map(community -> new Preferred(
                        "community " + community,
                        new MatchClause.AnyCommunity(ImmutableList.of(CommunityPattern.of(community)))));
        return Stream.concat(
                byCommunity,
                Stream.of(new Preferred(prefix.toString(), new MatchClause.Prefixes(PrefixList.exactly(prefix)))));
    }

    private Stream<Path> received(Door door, Prefix prefix) {
        return asked.network().speaker(door.router()).stream()
                .flatMap(speaker -> speaker.rib(family(prefix)).paths(prefix).stream())
                .filter(path -> path.source().session().startsWith(door.name() + "."));
    }

    private static AfiSafi family(Prefix prefix) {
        return prefix.family() == Family.IPV4 ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
    }

    private Change localPreference(Door door, Preferred routes) {
        long value = Math.max(LOCAL_PREFERENCE, highest() + LOCAL_PREFERENCE_STEP);
        return asked.twinsToTake(door).stream()
                .map(each -> localPreference(each, routes, value))
                .reduce(Change::and)
                .orElseThrow();
    }

    private Change localPreference(Door door, Preferred routes, long value) {
        String name = "local-preference-" + value + "-on-" + door.name();
        Policy policy = policy(name, door, routes.match(), value);
        return new Change(
                Technique.LOCAL_PREFERENCE,
                door.name(),
                door.name() + " sets local preference " + value + " for " + routes.what(),
                scenario -> Optional.of(scenario.with(
                        door.importing(scenario.network(), name),
                        ImmutableMap.<String, Policy>builder()
                                .putAll(scenario.policies())
                                .put(name, policy)
                                .buildKeepingLast())));
    }

    /** The rule before those that are there; without any, everything else is accepted as before. */
    private Policy policy(String name, Door door, MatchClause match, long value) {
        PolicyRule rule = new PolicyRule(
                name,
                ImmutableList.of(match),
                ImmutableList.of(new SetClause.LocalPref(value)),
                PolicyAction.ACCEPT,
                "");
        Policy before = Optional.ofNullable(asked.scenario().policies().get(door.importPolicy(model)))
                .orElse(Policy.ACCEPT_ALL);
        return new Policy(
                name,
                ImmutableList.<PolicyRule>builder()
                        .add(rule)
                        .addAll(before.rules())
                        .build(),
                before.end());
    }

    /** The highest local preference that any router of the customer gives to the prefix. */
    private long highest() {
        Prefix prefix = asked.choice().prefix();
        return model.edgeRouters()
                .flatMap(router -> asked.network().speaker(router.name()).stream())
                .flatMap(speaker -> speaker.rib(family(prefix)).paths(prefix).stream())
                .mapToLong(path -> path.attributes().effectiveLocalPref())
                .max()
                .orElse(0);
    }

    /** Connections of the gateways on the way with the circuits that it should take. */
    private Stream<Change> weights() {
        ImmutableSet<String> circuits = asked.rightDoors().stream()
                .filter(Door::inward)
                .flatMap(door -> door.end().stream())
                .filter(PeeringLeg.class::isInstance)
                .map(end -> ((PeeringLeg) end).circuit())
                .collect(ImmutableSet.toImmutableSet());
        return model.connections().values().stream()
                .filter(connection -> circuits.contains(connection.circuit()) && isOnTheWay(connection.gateway()))
                .map(connection -> Change.of(
                        Technique.WEIGHT,
                        ImmutableList.of(new ConnectionOperation.SetWeight(
                                connection.name(), heaviest(connection.gateway()) + WEIGHT_STEP))));
    }

    private int heaviest(String gateway) {
        return model.connections().values().stream()
                .filter(connection -> connection.gateway().equals(gateway))
                .mapToInt(Connection::weight)
                .max()
                .orElse(0);
    }

    private boolean isOnTheWay(String owner) {
        return asked.way().stream().anyMatch(node -> node.startsWith(owner + "."));
    }

    /** Links between the customer's routers that it takes and should not. */
    private Stream<Change> costs() {
        return model.wanLinks().values().stream()
                .filter(link -> joins(asked.way(), link) && !joins(asked.mirror(), link))
                .map(link -> Change.of(
                        Technique.IGP_COST,
                        link.name(),
                        "gets IGP cost " + link.igpCost() * COST_FACTOR,
                        network -> network.toBuilder().put(dearer(link)).build()));
    }

    private static WanLink dearer(WanLink link) {
        return new WanLink(
                link.name(),
                link.routerA(),
                link.routerB(),
                link.igpCost() * COST_FACTOR,
                link.delayNanos(),
                link.importA(),
                link.importB(),
                link.domain(),
                link.subnet());
    }

    private static boolean joins(ImmutableList<String> way, WanLink link) {
        int a = way.indexOf(link.routerA());
        int b = way.indexOf(link.routerB());
        return a >= 0 && b >= 0 && Math.abs(a - b) == 1;
    }

    private Stream<Change> hubs() {
        return model.hubs().values().stream()
                .filter(hub -> isOnTheWay(hub.name()))
                .flatMap(hub -> Arrays.stream(VirtualHub.RoutingPreference.values())
                        .filter(preference -> preference != hub.routingPreference())
                        .map(preference -> Change.of(
                                Technique.HUB_PREFERENCE,
                                ImmutableList.of(new HubOperation.SetRoutingPreference(hub.name(), preference)))));
    }
}
