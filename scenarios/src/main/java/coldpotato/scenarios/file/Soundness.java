package coldpotato.scenarios.file;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.RouteServerPeering;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.grounds.Grounds;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.OperationResult;
import coldpotato.core.azure.operations.RouteServerOperation;
import coldpotato.core.azure.rules.Consistency;
import coldpotato.core.azure.rules.EdgePlaces;
import coldpotato.core.azure.rules.Inconsistency;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What only shows when a scenario is read as a whole and each part of it is well written. */
final class Soundness {
    private final Places places;
    private final Mistakes mistakes;
    private final Set<String> refusedEntries = new LinkedHashSet<>();
    private final Map<String, String> deleters = new LinkedHashMap<>();
    private final Map<String, String> refused = new LinkedHashMap<>();

    Soundness(Places places, Mistakes mistakes) {
        this.places = places;
        this.mistakes = mistakes;
    }

    void check(Scenario scenario) {
        Consistency.check(scenario.network()).forEach(this::inconsistent);
        EdgePlaces.check(scenario.network()).forEach(this::inconsistent);
        if (mistakes.isEmpty()) {
            checkFlows(scenario);
            checkRouteServers(scenario);
            checkOrder(scenario);
        }
        if (mistakes.isEmpty()) {
            checkOperations(scenario);
        }
    }

    /** What changes the model comes in the same order with every seed: each change is a change of what those before it left. */
    private void checkOrder(Scenario scenario) {
        Drawing drawing = Drawing.of(scenario.timeline());
        ImmutableList<TimelineEntry> changes = scenario.timeline().stream()
                .filter(entry -> entry.action() instanceof Action.Change || entry.action() instanceof Action.Spell)
                .collect(ImmutableList.toImmutableList());
        for (TimelineEntry change : changes) {
            changes.stream()
                    .filter(other -> other.when().isDrawn() && other != change)
                    .filter(other -> drawing.mayChangePlaces(change.name(), other.name()))
                    .forEach(other -> mistakes.add(
                            other.place(),
                            "the seed decides whether this or " + Quoted.of(change.name())
                                    + " comes first; let the one be over before the other begins, or count it from the"
                                    + " other"));
        }
    }

    private void inconsistent(Inconsistency found) {
        String hint = found.suggestions().isEmpty()
                ? ""
                : "; did you mean \"" + found.suggestions().get(0) + "\"?";
        mistakes.add(places.of(found.modelPath()), found.reason() + hint);
    }

    /** A flow from or to nowhere would be lost for reasons that nobody wants to rehearse. */
    private void checkFlows(Scenario scenario) {
        HybridNetwork network = scenario.network();
        if (!network.internetLinks().isEmpty()) {
            return;
        }
        ImmutableSet<Prefix> known = Stream.of(
                        network.allSites().stream().flatMap(site -> site.prefixes().stream()),
                        network.allSites().stream().flatMap(site -> site.publicPrefixes().stream()),
                        network.allSites().stream().flatMap(site -> site.nats().published().stream()
                                .map(Prefix::host)),
                        network.virtualNetworks().values().stream().flatMap(vnet -> vnet.prefixes().stream()),
                        network.hubs().values().stream().map(VirtualHub::prefix),
                        network.clientPools(),
                        network.services().values().stream().flatMap(service -> service.prefixes().stream()))
                .flatMap(prefixes -> prefixes)
                .collect(ImmutableSet.toImmutableSet());
        for (FlowSpec flow : scenario.flows()) {
            checkEnd(flow, "from", flow.group().from(), known);
            checkEnd(flow, "to", flow.group().to(), known);
        }
    }

    private void checkEnd(FlowSpec flow, String key, IpAddress address, ImmutableSet<Prefix> known) {
        if (known.stream().noneMatch(prefix -> prefix.contains(address))) {
            mistakes.add(
                    places.of("flows." + flow.name() + "." + key),
                    address + " is in no site, virtual network or service, and there is no Internet link");
        }
    }

    /** An appliance waits for ever for a Route Server that nobody deploys. */
    private void checkRouteServers(Scenario scenario) {
        HybridNetwork network = scenario.network();
        for (Appliance appliance : network.appliances().values()) {
            appliance
                    .bgp()
                    .flatMap(ApplianceBgp::routeServer)
                    .map(RouteServerPeering::virtualNetwork)
                    .filter(vnet ->
                            network.virtualNetworks().get(vnet).routeServer().isEmpty())
                    .filter(vnet -> scenario.timeline().stream().noneMatch(entry -> deploys(entry, vnet)))
                    .ifPresent(vnet -> mistakes.add(
                            places.of(ModelPath.appliance(appliance.name())),
                            "virtual network " + vnet + " has no route-server, and nothing deploys one"));
        }
    }

    private static boolean deploys(TimelineEntry entry, String vnet) {
        return entry.action() instanceof Action.Change change
                && change.operation() instanceof RouteServerOperation.Deploy deploy
                && deploy.virtualNetwork().equals(vnet);
    }

    /** Changes must be about parts that the model has by then; whether Azure lets them pass is for the run to tell. */
    private void checkOperations(Scenario scenario) {
        HybridNetwork network = scenario.network();
        for (Due due : Due.of(scenario)) {
            if (!due.sequel() || !refusedEntries.contains(due.entry().name())) {
                network = after(network, due.operation(), due.entry());
            }
        }
    }

    /** An operation of the timeline, or the end of one that takes time. */
    private record Due(long atNanos, TimelineEntry entry, Operation operation, boolean sequel) {
        static ImmutableList<Due> of(Scenario scenario) {
            return scenario.timeline().stream()
                    .flatMap(entry -> of(scenario, entry))
                    .sorted(Comparator.comparingLong(Due::atNanos))
                    .collect(ImmutableList.toImmutableList());
        }

        private static Stream<Due> of(Scenario scenario, TimelineEntry entry) {
            long at = scenario.times().events().get(entry.name());
            if (entry.action() instanceof Action.Spell spell) {
                return Stream.of(
                        new Due(at, entry, spell.begin(), false),
                        new Due(at + spell.takesNanos(), entry, spell.end(), true));
            }
            return entry.action() instanceof Action.Change change
                    ? of(scenario, entry, at, change.operation())
                    : Stream.empty();
        }

        private static Stream<Due> of(Scenario scenario, TimelineEntry entry, long at, Operation operation) {
            return Stream.concat(
                    Stream.of(new Due(at, entry, operation, false)),
                    operation.sequel(new Grounds(scenario.network().assumptions())).stream()
                            .map(sequel -> new Due(at + sequel.afterNanos(), entry, sequel.operation(), true)));
        }
    }

    private HybridNetwork after(HybridNetwork network, Operation operation, TimelineEntry entry) {
        try {
            OperationResult result = operation.apply(network);
            if (result.isRefused()) {
                refusedEntries.add(entry.name());
                refused.put(
                        operation.element(),
                        "; Azure refused " + Quoted.of(entry.name()) + " before: "
                                + result.refusals().get(0).reason());
            }
            Consistency.check(result.network()).forEach(found -> mistakes.add(entry.place(), found.reason()));
            Sets.difference(names(network), names(result.network())).forEach(name -> deleters.put(name, entry.name()));
            return result.network();
        } catch (IllegalArgumentException noSuchPart) {
            mistakes.add(entry.place(), noSuchPart.getMessage() + reasons(noSuchPart.getMessage()));
            return network;
        }
    }

    /** What entries of the timeline can delete. */
    private static ImmutableSet<String> names(HybridNetwork network) {
        return Stream.of(network.circuits(), network.connections(), network.globalReaches(), network.hubConnections())
                .flatMap(parts -> parts.keySet().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Why a part may be missed: somebody deleted it, or Azure refused to make it or to change it. */
    private String reasons(String message) {
        return deleted(message)
                + refused.keySet().stream()
                        .filter(name -> message.matches("(?s).*(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-]).*"))
                        .map(refused::get)
                        .collect(Collectors.joining());
    }

    /** Who deleted the part that is missed; messages end with its name. */
    private String deleted(String message) {
        return deleters.keySet().stream()
                .filter(name -> message.endsWith("is called " + name))
                .map(name -> "; " + Quoted.of(deleters.get(name)) + " deletes it before")
                .collect(Collectors.joining());
    }
}
