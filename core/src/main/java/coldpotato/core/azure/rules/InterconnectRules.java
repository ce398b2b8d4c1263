package coldpotato.core.azure.rules;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.ForeignCloud;
import coldpotato.core.azure.ForeignCloud.FastConnect;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.PeeringLocation;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Consumer;

/** What Azure or Oracle refuse about an interconnect between a circuit and FastConnect (configure-azure-oci-networking.md). */
public final class InterconnectRules {
    /** Name of the provider under which Oracle's end is found. */
    static final String PROVIDER = "Oracle Cloud FastConnect";

    private static final ImmutableSet<Long> BANDWIDTHS_MBPS = ImmutableSet.of(1_000L, 2_000L, 5_000L, 10_000L);

    /** Oracle's regions and the Azure regions beside them, as of 2020 (oracle-oci-overview.md). */
    private static final ImmutableMap<String, String> PAIRS = ImmutableMap.of(
            "Ashburn", "East US",
            "London", "UK South",
            "Toronto", "Canada Central",
            "Amsterdam", "West Europe",
            "Tokyo", "Japan East");

    private final HybridNetwork network;
    private final Consumer<Refusal> refusals;

    InterconnectRules(HybridNetwork network, Consumer<Refusal> refusals) {
        this.network = network;
        this.refusals = refusals;
    }

    /** A circuit that is deleted before FastConnect, and after its connections, ends in a failed state. */
    public static ImmutableList<Refusal> deletionFails(HybridNetwork network, Circuit circuit) {
        return oracle(network, circuit).stream()
                .filter(cloud -> network.connectionsOf(circuit).isEmpty())
                .map(cloud -> new Refusal(
                        ModelPath.circuit(circuit.name()),
                        "the circuit ends in a failed state, since FastConnect of " + cloud.name()
                                + " still exists; delete the connection, then FastConnect, then the circuit",
                        Document.OCI))
                .collect(ImmutableList.toImmutableList());
    }

    void check(Circuit circuit) {
        if (circuit.terms().failed()) {
            network.connectionsOf(circuit)
                    .forEach(connection -> refusals.accept(new Refusal(
                            ModelPath.connection(connection.name()),
                            "circuit " + circuit.name() + " is in a failed state; reset it first",
                            Document.RESET_CIRCUIT)));
        }
        Optional<ForeignCloud> oracle = oracle(network, circuit);
        if (oracle.isPresent() && !isByOracle(circuit)) {
            refuse(circuit, oracle.get().name() + " is reached by the provider " + PROVIDER + " only");
        }
        if (isByOracle(circuit)) {
            bandwidth(circuit);
            if (circuit.microsoftPeering().isPresent()) {
                refuse(circuit, "an interconnect with Oracle has private peering only");
            }
            if (circuit.privatePeering().isPresent() && oracle.isEmpty()) {
                refuse(circuit, "both links of private peering end at routers of a cloud with FastConnect");
            }
            oracle.ifPresent(cloud -> ends(circuit, cloud));
        }
    }

    static boolean isByOracle(Circuit circuit) {
        return circuit.provider().name().equalsIgnoreCase(PROVIDER);
    }

    /** The cloud at whose routers both links end, if it has FastConnect. */
    public static Optional<ForeignCloud> oracle(HybridNetwork network, Circuit circuit) {
        return circuit.privatePeering()
                .flatMap(peering -> network.cloudOf(peering.primary().router()).filter(cloud -> cloud.routers()
                        .containsKey(peering.secondary().router())))
                .filter(cloud -> cloud.fastConnect().isPresent());
    }

    private void bandwidth(Circuit circuit) {
        if (!BANDWIDTHS_MBPS.contains(circuit.bandwidthMbps())) {
            refuse(
                    circuit,
                    "no interconnect of " + circuit.bandwidthMbps() + " Mbps is offered, but of 1, 2, 5 and 10 Gbps");
        }
    }

    private void ends(Circuit circuit, ForeignCloud cloud) {
        FastConnect end = cloud.fastConnect().orElseThrow();
        if (end.bandwidthMbps() != circuit.bandwidthMbps()) {
            refuse(
                    circuit,
                    "the circuit has " + circuit.bandwidthMbps() + " Mbps, FastConnect " + end.bandwidthMbps()
                            + " Mbps");
        }
        PeeringLocation location = PeeringLocation.catalogue().get(circuit.location());
        String beside = PAIRS.getOrDefault(end.region(), "");
        if (!location.localRegions().contains(beside)) {
            refuse(circuit, location.name() + " and Oracle's region " + end.region() + " are no pair");
        }
        network.connectionsOf(circuit).stream()
                .map(connection -> network.virtualNetworks().get(connection.gateway()))
                .filter(vnet -> vnet != null)
                .forEach(vnet -> apart(circuit, cloud, vnet));
    }

    private void apart(Circuit circuit, ForeignCloud cloud, VirtualNetwork vnet) {
        for (Prefix prefix : cloud.prefixes()) {
            vnet.prefixes().stream()
                    .filter(prefix::overlaps)
                    .forEach(other -> refuse(
                            circuit,
                            prefix + " of " + cloud.name() + " overlaps " + other + " of VNet " + vnet.name()));
        }
    }

    private void refuse(Circuit circuit, String reason) {
        refusals.accept(new Refusal(ModelPath.circuit(circuit.name()), reason, Document.OCI));
    }
}
