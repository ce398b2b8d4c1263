package coldpotato.scenarios.file;

import coldpotato.core.azure.DirectPort;
import coldpotato.core.azure.DirectPort.Encapsulation;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringLocation;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.EnumSet;

/** The section {@code direct-ports}: port pairs of ExpressRoute Direct. */
final class PortsReader {
    private static final Key<String> LOCATION = Key.required(
            "location",
            Words.listed("a peering location", PeeringLocation.catalogue()).map(PeeringLocation::name),
            "name of the peering location",
            "Amsterdam");
    private static final Key<Long> BANDWIDTH = Key.usual(
            "bandwidth", Quantities.BANDWIDTH, "10Gbps", "of each of the two ports: 10 or 100 Gbps", "100Gbps");
    private static final Key<Encapsulation> ENCAPSULATION = Key.usual(
            "encapsulation",
            Words.choice(Maps.uniqueIndex(EnumSet.allOf(Encapsulation.class), Encapsulation::text), Encapsulation.QINQ),
            "QinQ",
            "QinQ: Azure gives each circuit an outer tag; Dot1Q: the tags of all peerings of all circuits differ",
            "Dot1Q");
    private static final Key<ImmutableSet<Leg>> SHUT = Key.optional(
            "shut",
            Value.list(Words.choice(Maps.uniqueIndex(EnumSet.allOf(Leg.class), Leg::text), Leg.PRIMARY))
                    .map(ImmutableSet::copyOf),
            "both are open",
            "links that are administratively down",
            "[secondary]");
    static final Shape DIRECT_PORT = Shape.of("a port pair", LOCATION, BANDWIDTH, ENCAPSULATION, SHUT);

    private PortsReader() {}

    static DirectPort directPort(String name, Fields fields) {
        return new DirectPort(
                name,
                fields.get(LOCATION),
                fields.get(BANDWIDTH),
                fields.get(ENCAPSULATION),
                fields.find(SHUT).orElse(ImmutableSet.of()));
    }
}
