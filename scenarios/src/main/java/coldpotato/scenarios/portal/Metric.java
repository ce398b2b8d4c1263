package coldpotato.scenarios.portal;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A metric of Azure Monitor (expressroute-monitoring-metrics-alerts.md, monitor-expressroute-reference.md): its name, unit,
 * aggregation and dimensions, and why it has no value here if it has none. "In" means into Azure.
 */
public enum Metric {
    ARP_AVAILABILITY(
            Of.CIRCUIT, "ArpAvailability", Unit.PERCENT, Aggregation.AVERAGE, Dimension.PEERING, Dimension.PEER),
    BGP_AVAILABILITY(
            Of.CIRCUIT, "BgpAvailability", Unit.PERCENT, Aggregation.AVERAGE, Dimension.PEERING, Dimension.PEER),
    BITS_IN(Of.CIRCUIT, "BitsInPerSecond", Unit.BITS_PER_SECOND, Aggregation.AVERAGE, Dimension.PEERING),
    BITS_OUT(Of.CIRCUIT, "BitsOutPerSecond", Unit.BITS_PER_SECOND, Aggregation.AVERAGE, Dimension.PEERING),
    DROPPED_IN(Of.CIRCUIT, "DroppedInBitsPerSecond", Unit.BITS_PER_SECOND, Aggregation.AVERAGE, Dimension.PEERING),
    DROPPED_OUT(Of.CIRCUIT, "DroppedOutBitsPerSecond", Unit.BITS_PER_SECOND, Aggregation.AVERAGE, Dimension.PEERING),
    GLOBAL_REACH_IN(
            Of.CIRCUIT,
            "GlobalReachBitsInPerSecond",
            Unit.BITS_PER_SECOND,
            Aggregation.AVERAGE,
            Dimension.PEERED_CIRCUIT),
    GLOBAL_REACH_OUT(
            Of.CIRCUIT,
            "GlobalReachBitsOutPerSecond",
            Unit.BITS_PER_SECOND,
            Aggregation.AVERAGE,
            Dimension.PEERED_CIRCUIT),
    FAST_PATH_ROUTES(
            Of.CIRCUIT,
            "FastPathRoutesCount",
            Unit.COUNT,
            Aggregation.MAXIMUM,
            "FastPath's own routes are not counted"),
    GATEWAY_BITS(
            Of.GATEWAY, "Bits received per second", Unit.BITS_PER_SECOND, Aggregation.AVERAGE, Dimension.ROLE_INSTANCE),
    GATEWAY_CPU(Of.GATEWAY, "CPU utilization", Unit.COUNT, Aggregation.AVERAGE, "routers have no processor here"),
    GATEWAY_PACKETS(
            Of.GATEWAY, "Packets per second", Unit.COUNT_PER_SECOND, Aggregation.AVERAGE, Dimension.ROLE_INSTANCE),
    ROUTES_ADVERTISED(
            Of.GATEWAY, "Count of routes advertised to peer", Unit.COUNT, Aggregation.MAXIMUM, Dimension.ROLE_INSTANCE),
    ROUTES_LEARNED(
            Of.GATEWAY, "Count of routes learned from peer", Unit.COUNT, Aggregation.MAXIMUM, Dimension.ROLE_INSTANCE),
    ROUTES_CHANGED(Of.GATEWAY, "Frequency of routes changed", Unit.COUNT, Aggregation.TOTAL, Dimension.ROLE_INSTANCE),
    VIRTUAL_MACHINES(
            Of.GATEWAY,
            "Number of VMs in virtual network",
            Unit.COUNT,
            Aggregation.MAXIMUM,
            "the hosts of a virtual network are not counted"),
    ACTIVE_FLOWS(Of.GATEWAY, "Active flows", Unit.COUNT, Aggregation.AVERAGE, Dimension.ROLE_INSTANCE),
    FLOWS_CREATED(
            Of.GATEWAY,
            "Max flows created per second",
            Unit.FLOWS_PER_SECOND,
            Aggregation.MAXIMUM,
            "flows open when they are watched, not at a rate"),
    CONNECTION_IN(
            Of.CONNECTION, "BitsInPerSecond", Unit.BITS_PER_SECOND, Aggregation.AVERAGE, Dimension.CONNECTION_NAME),
    CONNECTION_OUT(
            Of.CONNECTION, "BitsOutPerSecond", Unit.BITS_PER_SECOND, Aggregation.AVERAGE, Dimension.CONNECTION_NAME),
    PORT_IN(Of.PORT, "BitsInPerSecond", Unit.BITS_PER_SECOND, Aggregation.AVERAGE, Dimension.LINK),
    PORT_OUT(Of.PORT, "BitsOutPerSecond", Unit.BITS_PER_SECOND, Aggregation.AVERAGE, Dimension.LINK),
    PORT_DROPPED_IN(Of.PORT, "DroppedInBitsPerSecond", Unit.BITS_PER_SECOND, Aggregation.AVERAGE, Dimension.LINK),
    PORT_DROPPED_OUT(Of.PORT, "DroppedOutBitsPerSecond", Unit.BITS_PER_SECOND, Aggregation.AVERAGE, Dimension.LINK),
    ADMIN_STATE(Of.PORT, "AdminState", Unit.COUNT, Aggregation.AVERAGE, Dimension.LINK),
    LINE_PROTOCOL(Of.PORT, "LineProtocol", Unit.COUNT, Aggregation.AVERAGE, Dimension.LINK),
    PORT_FAST_PATH_ROUTES(
            Of.PORT, "FastPathRoutesCount", Unit.COUNT, Aggregation.MAXIMUM, "FastPath's own routes are not counted"),
    RX_LIGHT_LEVEL(Of.PORT, "RxLightLevel", Unit.DBM, Aggregation.AVERAGE, "light is there or not, without a level"),
    TX_LIGHT_LEVEL(Of.PORT, "TxLightLevel", Unit.DBM, Aggregation.AVERAGE, "light is there or not, without a level"),
    COLLECTOR_CPU(Of.COLLECTOR, "CPU utilization", Unit.COUNT, Aggregation.AVERAGE, "there is no Traffic Collector"),
    COLLECTOR_MEMORY(
            Of.COLLECTOR,
            "Memory utilization",
            Unit.COUNT_PER_SECOND,
            Aggregation.AVERAGE,
            "there is no Traffic Collector"),
    COLLECTOR_RECORDS(
            Of.COLLECTOR,
            "Count of flow records processed",
            Unit.COUNT,
            Aggregation.MAXIMUM,
            "there is no Traffic Collector");

    /** What a metric is of. */
    public enum Of {
        CIRCUIT("circuit"),
        GATEWAY("gateway"),
        CONNECTION("connection"),
        PORT("direct port"),
        COLLECTOR("Traffic Collector");

        private final String text;

        Of(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** As Azure names its units. */
    public enum Unit {
        PERCENT("Percent"),
        BITS_PER_SECOND("BitsPerSecond"),
        COUNT("Count"),
        COUNT_PER_SECOND("CountPerSecond"),
        FLOWS_PER_SECOND("FlowsPerSecond"),
        DBM("Count (dBm)");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** What Azure makes of the values within a grain of time. */
    public enum Aggregation {
        AVERAGE("Average"),
        MAXIMUM("Maximum"),
        TOTAL("Total");

        private final String text;

        Aggregation(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** What a metric can be split by. */
    public enum Dimension {
        PEERING("Peering Type"),
        PEER("Peer"),
        PEERED_CIRCUIT("PeeredCircuitSKey"),
        ROLE_INSTANCE("roleInstance"),
        CONNECTION_NAME("ConnectionName"),
        LINK("Link");

        private final String text;

        Dimension(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    private final Of of;
    private final String title;
    private final Unit unit;
    private final Aggregation aggregation;
    private final ImmutableList<Dimension> dimensions;
    private final String missing;

    Metric(Of of, String title, Unit unit, Aggregation aggregation, Dimension... dimensions) {
        this.of = of;
        this.title = title;
        this.unit = unit;
        this.aggregation = aggregation;
        this.dimensions = ImmutableList.copyOf(dimensions);
        this.missing = "";
    }

    Metric(Of of, String title, Unit unit, Aggregation aggregation, String missing) {
        this.of = of;
        this.title = title;
        this.unit = unit;
        this.aggregation = aggregation;
        this.dimensions = ImmutableList.of();
        this.missing = missing;
    }

    public Of of() {
        return of;
    }

    /** The name as Azure has it. */
    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    public Aggregation aggregation() {
        return aggregation;
    }

    public ImmutableList<Dimension> dimensions() {
        return dimensions;
    }

    /** Why it is not modelled; empty if it is. */
    public Optional<String> missing() {
        return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
    }
}
