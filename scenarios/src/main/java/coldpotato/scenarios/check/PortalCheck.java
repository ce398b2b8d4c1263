package coldpotato.scenarios.check;

import coldpotato.core.azure.Leg;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.PeeringKind;
import coldpotato.scenarios.file.Expectation.OfArp;
import coldpotato.scenarios.file.Expectation.OfEffectiveRoute;
import coldpotato.scenarios.file.Expectation.OfGatewayRoutes;
import coldpotato.scenarios.file.Expectation.OfMetric;
import coldpotato.scenarios.portal.ArpTable;
import coldpotato.scenarios.portal.EffectiveRoute;
import coldpotato.scenarios.portal.GatewayRoute;
import coldpotato.scenarios.portal.Metric.Dimension;
import coldpotato.scenarios.portal.MetricValue;
import coldpotato.scenarios.portal.Metrics;
import coldpotato.scenarios.portal.PeeringPath;
import coldpotato.scenarios.portal.Resource;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges what Azure shows: each fact that an expectation is about has to be as claimed, and there has to be one. */
final class PortalCheck implements Check {

    /**
     * Something that Azure shows.
     *
     * @param right true if it is as claimed
     * @param text in words
     * @param about names of the elements that it is about
     */
    private record Fact(boolean right, String text, ImmutableSet<String> about) {}

    private final String expected;
    private final Watch watch;
    private final Function<SimulatedNetwork, Stream<Fact>> facts;
    private final Set<String> about = new LinkedHashSet<>();

    private PortalCheck(String expected, Period period, Function<SimulatedNetwork, Stream<Fact>> facts) {
        this.expected = expected;
        this.watch = new Watch(period, true);
        this.facts = facts;
    }

    static PortalCheck of(OfMetric claim, Period period) {
        String of = part(claim.peering(), claim.peer())
                + claim.peeredCircuit().map(circuit -> " with " + circuit).orElse("");
        return new PortalCheck(
                claim.metric() + " of " + claim.resource() + of + " is " + claim.value(),
                period,
                network -> Metrics.of(network).stream()
                        .filter(value -> value.metric().title().equals(claim.metric()))
                        .filter(value -> isOf(network, value, claim.resource()))
                        .filter(value -> matches(
                                value, Dimension.PEERING, claim.peering().map(Metrics::peering)))
                        .filter(value ->
                                matches(value, Dimension.PEER, claim.peer().map(Metrics::peer)))
                        .filter(value ->
                                matches(value, Dimension.LINK, claim.peer().map(Metrics::peer)))
                        .filter(value -> matches(value, Dimension.PEERED_CIRCUIT, claim.peeredCircuit()))
                        .map(value -> new Fact(
                                claim.value().contains(value.value()),
                                text(value),
                                elements(network, value.resource()))));
    }

    /** What has this name, or was compiled from a connection of this name; of a circuit both paths with their edges. */
    private static ImmutableSet<String> elements(SimulatedNetwork network, String name) {
        Stream<String> paths = PeeringPath.all(network.plan()).stream()
                .filter(path -> path.isNamed(name))
                .flatMap(path -> Stream.of(path.link().name(), path.msee()));
        Stream<String> connection = network.plan().links().values().stream()
                .filter(link -> link.provenance().modelPath().equals(ModelPath.connection(name)))
                .map(LinkPlan::name);
        return Stream.of(Stream.of(name), paths, connection)
                .flatMap(each -> each)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static boolean isOf(SimulatedNetwork network, MetricValue value, String name) {
        return value.resource().equals(name) || network.names().nodes(name).contains(value.resource());
    }

    /** A value that is not split by a dimension is a value of all of it. */
    private static boolean matches(MetricValue value, Dimension dimension, Optional<String> wanted) {
        return wanted.map(text -> text.equals(value.dimensions().getOrDefault(dimension, text)))
                .orElse(true);
    }

    private static String text(MetricValue value) {
        return Stream.concat(Stream.of(value.resource()), value.dimensions().values().stream())
                        .distinct()
                        .collect(Collectors.joining(" "))
                + " " + value.text();
    }

    static PortalCheck of(OfArp claim, Period period) {
        return new PortalCheck(
                "ARP of " + claim.name() + part(claim.peering(), claim.peer()) + ": On-Prem "
                        + claim.onPrem().text(),
                period,
                network -> PeeringPath.all(network.plan()).stream()
                        .filter(path -> path.isNamed(claim.name()))
                        .filter(path -> claim.peering().map(path.kind()::equals).orElse(true))
                        .filter(path -> claim.peer().map(path.leg()::equals).orElse(true))
                        .map(path -> ArpTable.of(network, path))
                        .map(table -> new Fact(
                                table.onPrem() == claim.onPrem(),
                                table.path() + ": " + table.onPrem().text()
                                        + table.absent().map(why -> ", " + why).orElse(""),
                                elements(network, claim.name()))));
    }

    private static String part(Optional<PeeringKind> peering, Optional<Leg> peer) {
        return peering.map(kind -> " " + kind.text()).orElse("")
                + peer.map(leg -> " " + leg.text()).orElse("");
    }

    static PortalCheck of(OfEffectiveRoute claim, Period period) {
        String route = (claim.active() ? "Active " : "Invalid ")
                + claim.source().map(source -> "route of " + source.text()).orElse("route")
                + " for " + claim.prefix()
                + claim.type().map(type -> " to " + type.text()).orElse("");
        return new PortalCheck(
                claim.node() + (claim.present() ? " has an " : " has no ") + route,
                period,
                network -> network.names().nodes(claim.node()).stream().map(node -> fact(network, node, claim)));
    }

    private static Fact fact(SimulatedNetwork network, String node, OfEffectiveRoute claim) {
        ImmutableList<EffectiveRoute> routes = EffectiveRoute.of(network, node).stream()
                .filter(route -> route.prefix().equals(claim.prefix()))
                .collect(ImmutableList.toImmutableList());
        boolean there = routes.stream()
                .anyMatch(route -> route.active() == claim.active()
                        && claim.source().map(route.source()::equals).orElse(true)
                        && claim.type().map(route.type()::equals).orElse(true));
        String seen = routes.stream()
                .map(route -> route.state() + " " + route.source().text() + " to "
                        + route.type().text())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Fact(
                there == claim.present(), node + ": " + (seen.isEmpty() ? "no route" : seen), ImmutableSet.of(node));
    }

    static PortalCheck of(OfGatewayRoutes claim, Period period) {
        return new PortalCheck(
                claim.node() + (claim.advertised() ? " advertises " : " has learned ") + claim.routes() + " prefixes",
                period,
                network -> Resource.GATEWAY.named(network.plan(), claim.node()).stream()
                        .flatMap(node -> claim.advertised()
                                ? advertised(network, node, claim)
                                : Stream.of(learned(network, node, claim))));
    }

    private static Fact learned(SimulatedNetwork network, String node, OfGatewayRoutes claim) {
        int count = network.speaker(node)
                .map(speaker -> GatewayRoute.learnedPrefixes(speaker).size())
                .orElse(0);
        return new Fact(claim.routes().contains(count), node + " " + count, ImmutableSet.of(node));
    }

    private static Stream<Fact> advertised(SimulatedNetwork network, String node, OfGatewayRoutes claim) {
        return network.speaker(node).stream().flatMap(speaker -> speaker.peers().stream()
                .filter(peer -> peer.isEstablished())
                .map(peer -> {
                    int count = GatewayRoute.advertised(speaker, peer).size();
                    return new Fact(
                            claim.routes().contains(count),
                            node + " to " + peer.config().remoteAddress() + " " + count,
                            ImmutableSet.of(node));
                }));
    }

    @Override
    public String expected() {
        return expected;
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
        if (!watch.hasFailed()) {
            ImmutableList<Fact> seen = facts.apply(network).collect(ImmutableList.toImmutableList());
            seen.forEach(fact -> about.addAll(fact.about()));
            String text = seen.isEmpty()
                    ? "there is no such thing"
                    : seen.stream().map(Fact::text).collect(Collectors.joining("; "));
            watch.saw(network.nowNanos(), !seen.isEmpty() && seen.stream().allMatch(Fact::right), text);
        }
    }

    @Override
    public Finding finding(RunRecord run) {
        about.forEach(run.subjects()::add);
        if (!watch.isRight()) {
            run.blameWhatIsDown(watch.atNanos());
        }
        return watch.finding(ImmutableList::of);
    }
}
