package coldpotato.core.azure.rules;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.DirectPort;
import coldpotato.core.azure.DirectPort.Encapsulation;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringLocation;
import coldpotato.core.azure.grounds.Document;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What Azure refuses about port pairs of ExpressRoute Direct and the circuits on them. */
final class DirectPortRules {
    /** Sizes of circuits by the size of the ports. */
    private static final ImmutableMap<Long, ImmutableSet<Long>> CIRCUITS_MBPS = ImmutableMap.of(
            10_000L, ImmutableSet.of(1_000L, 2_000L, 5_000L, 10_000L),
            100_000L, ImmutableSet.of(5_000L, 10_000L, 40_000L, 100_000L));

    /** How many times the size of a port its circuits may have together. */
    private static final int OVERSUBSCRIPTION_MAX = 2;

    private final HybridNetwork network;
    private final Consumer<Refusal> refusals;

    DirectPortRules(HybridNetwork network, Consumer<Refusal> refusals) {
        this.network = network;
        this.refusals = refusals;
    }

    void check(DirectPort port) {
        String path = ModelPath.directPort(port.name());
        ImmutableList<Circuit> circuits = network.circuitsOn(port);
        if (!CIRCUITS_MBPS.containsKey(port.bandwidthMbps())) {
            refuse(path, "ports have 10 or 100 Gbps, not " + port.bandwidthMbps() + " Mbps");
        }
        if (!PeeringLocation.catalogue().get(port.location()).hasDirect()) {
            refusals.accept(
                    new Refusal(path, "there is no ExpressRoute Direct at " + port.location(), Document.LOCATIONS));
        }
        circuits.forEach(circuit -> fits(port, circuit));
        long sold = circuits.stream().mapToLong(Circuit::bandwidthMbps).sum();
        if (sold > OVERSUBSCRIPTION_MAX * port.bandwidthMbps()) {
            refusals.accept(new Refusal(
                    path,
                    "its circuits have " + sold + " Mbps together, more than twice the " + port.bandwidthMbps()
                            + " Mbps of a port",
                    Document.DIRECT,
                    path + ": sold more than twice",
                    sold - OVERSUBSCRIPTION_MAX * port.bandwidthMbps()));
        }
        tags(port, circuits);
    }

    private void fits(DirectPort port, Circuit circuit) {
        String path = ModelPath.circuit(circuit.name());
        if (!circuit.location().equals(port.location())) {
            refuse(path, port.name() + " is at " + port.location() + ", not at " + circuit.location());
        }
        ImmutableSet<Long> sizes = CIRCUITS_MBPS.getOrDefault(port.bandwidthMbps(), ImmutableSet.of());
        if (!sizes.isEmpty() && !sizes.contains(circuit.bandwidthMbps())) {
            refuse(
                    path,
                    "no circuit of " + circuit.bandwidthMbps() + " Mbps is offered on ports of " + port.bandwidthMbps()
                            + " Mbps");
        }
    }

    /** With QinQ the outer tag tells circuits apart, so that inner ones may repeat; with Dot1Q there is no outer one. */
    private void tags(DirectPort port, ImmutableList<Circuit> circuits) {
        Map<Integer, String> seen = new LinkedHashMap<>();
        for (Circuit circuit : circuits) {
            boolean tagged = circuit.direct().orElseThrow().sTag().isPresent();
            if (tagged && port.encapsulation() == Encapsulation.DOT1Q) {
                refuse(ModelPath.circuit(circuit.name()), port.name() + " has Dot1Q, which knows no S-tag");
            }
            for (int tag : tags(port.encapsulation(), circuit)) {
                String other = seen.putIfAbsent(tag, circuit.name());
                if (other != null && !other.equals(circuit.name())) {
                    refuse(
                            ModelPath.circuit(circuit.name()),
                            (port.encapsulation() == Encapsulation.QINQ ? "S-tag " : "VLAN ") + tag
                                    + " is in use by " + other + " on " + port.name() + ", which has "
                                    + port.encapsulation().text());
                }
            }
        }
    }

    private static ImmutableSet<Integer> tags(Encapsulation encapsulation, Circuit circuit) {
        return switch (encapsulation) {
            case QINQ -> circuit.direct().orElseThrow().sTag().stream().boxed().collect(ImmutableSet.toImmutableSet());
            case DOT1Q -> circuit.peerings().stream().map(Peering::vlan).collect(ImmutableSet.toImmutableSet());
        };
    }

    private void refuse(String path, String reason) {
        refusals.accept(new Refusal(path, reason, Document.DIRECT));
    }
}
