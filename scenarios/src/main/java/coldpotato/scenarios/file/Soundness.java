package coldpotato.scenarios.file;

import coldpotato.core.azure.Consistency;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Inconsistency;
import coldpotato.core.azure.Operation;
import coldpotato.core.azure.OperationResult;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;

/** What only shows when a scenario is read as a whole and each part of it is well written. */
final class Soundness {
    private final Places places;
    private final Mistakes mistakes;
    private String refused = "";

    Soundness(Places places, Mistakes mistakes) {
        this.places = places;
        this.mistakes = mistakes;
    }

    void check(Scenario scenario) {
        Consistency.check(scenario.network()).forEach(this::inconsistent);
        if (mistakes.isEmpty()) {
            checkFlows(scenario);
            checkOperations(scenario);
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

    /** Changes must be about parts that the model has by then; whether Azure lets them pass is for the run to tell. */
    private void checkOperations(Scenario scenario) {
        HybridNetwork network = scenario.network();
        for (TimelineEntry entry : scenario.timeline()) {
            if (entry.action() instanceof Action.Change change) {
                network = after(network, change.operation(), entry);
            }
        }
    }

    private HybridNetwork after(HybridNetwork network, Operation operation, TimelineEntry entry) {
        try {
            OperationResult result = operation.apply(network);
            result.refusals().stream()
                    .findFirst()
                    .ifPresent(refusal ->
                            refused = "; Azure refused " + Quoted.of(entry.name()) + " before: " + refusal.reason());
            return result.network();
        } catch (IllegalArgumentException noSuchPart) {
            mistakes.add(entry.place(), noSuchPart.getMessage() + refused);
            return network;
        }
    }
}
