package coldpotato.scenarios.report;

import coldpotato.core.net.IpAddress;
import coldpotato.scenarios.portal.Traceroute;
import coldpotato.scenarios.report.PortalTable.Section;
import coldpotato.scenarios.report.Table.Column;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** {@code show traceroute}: hop by hop what the ends of a flow would see of its ways. */
final class TracerouteListing {
    private TracerouteListing() {}

    /** One section for each way that some flows go. */
    static ImmutableList<Section> traceroutes(SimulatedNetwork network, Optional<String> name) {
        return asked(network, name).stream()
                .flatMap(flows -> Traceroute.of(network, flows).stream())
                .map(TracerouteListing::section)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The watched flows of that name, all of them without a name.
     *
     * @throws Unanswerable if there are none
     */
    static ImmutableList<GroupFlows> asked(SimulatedNetwork network, Optional<String> name) {
        ImmutableList<GroupFlows> asked = network.flows().groups().stream()
                .filter(flows -> name.map(flows.group().name()::equals).orElse(true))
                .collect(ImmutableList.toImmutableList());
        if (asked.isEmpty()) {
            throw network.flows().groups().isEmpty()
                    ? new Unanswerable("no flow is watched here, so there is nothing to trace")
                    : Unanswerable.unknown(
                            "flow",
                            name.orElse(""),
                            network.flows().groups().stream()
                                    .map(flows -> flows.group().name())
                                    .toList());
        }
        return asked;
    }

    private static Section section(Traceroute trace) {
        String flow = trace.flows().group().name();
        String direction = trace.direction().text();
        return new Section(
                ImmutableMap.of("flow", flow, "direction", direction, "flows", Integer.toString(trace.count())),
                flow + " " + direction + ", " + trace.count() + " of "
                        + trace.flows().group().count() + " flows",
                page(trace));
    }

    private static Page page(Traceroute trace) {
        Table table = new Table(
                Column.number("hop", ""),
                Column.text("address", "Address"),
                Column.number("", "Round trip"),
                Column.numberForPrograms("round-trip-nanos"),
                Column.text("node", "(which is)"));
        int number = 1;
        for (Traceroute.Hop hop : trace.hops()) {
            table.row(
                    Integer.toString(number++),
                    hop.address().map(IpAddress::toString).orElse("*"),
                    hop.address().isPresent() ? RunTimes.span(hop.roundTripNanos()) : "",
                    Long.toString(hop.roundTripNanos()),
                    hop.node());
        }
        return new Page(
                "traceroute",
                ImmutableList.of(),
                table,
                trace.walk().outcome().isDelivery()
                        ? ImmutableList.of()
                        : ImmutableList.of(trace.walk().sentence()));
    }
}
