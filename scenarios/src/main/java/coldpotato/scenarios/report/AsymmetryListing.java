package coldpotato.scenarios.report;

import coldpotato.scenarios.reason.AsymmetryReason;
import coldpotato.scenarios.reason.Choice;
import coldpotato.scenarios.report.PortalTable.Section;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Symmetry;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** {@code show asymmetry}: flows that come back another way than they go, whether that harms, and why each way is taken. */
final class AsymmetryListing {
    private AsymmetryListing() {}

    /** One section for each pair of ways, and one for the flows of a group that come back the way they go. */
    static ImmutableList<Section> asymmetries(SimulatedNetwork network, Optional<String> name) {
        return TracerouteListing.asked(network, name).stream()
                .flatMap(flows -> sections(network, flows))
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<Section> sections(SimulatedNetwork network, GroupFlows flows) {
        ImmutableList<AsymmetryReason> reasons = AsymmetryReason.of(network, flows);
        int others = flows.group().count()
                - reasons.stream().mapToInt(each -> each.asymmetry().flows()).sum();
        Stream<Section> asymmetric = reasons.stream()
                .map(each -> section(
                        flows,
                        each.asymmetry().flows(),
                        each.asymmetry().verdict(),
                        each.asymmetry().place(),
                        view(each)));
        return others == 0
                ? asymmetric
                : Stream.concat(
                        asymmetric,
                        Stream.of(section(
                                flows, others, Symmetry.SYMMETRIC, Optional.empty(), new Ways(ImmutableList.of()))));
    }

    private static Section section(GroupFlows flows, int count, Symmetry verdict, Optional<String> place, View view) {
        ImmutableMap.Builder<String, String> keys = ImmutableMap.builder();
        keys.put("flow", flows.group().name())
                .put("flows", Integer.toString(count))
                .put("verdict", verdict.name().toLowerCase(java.util.Locale.ROOT));
        place.ifPresent(where -> keys.put("place", where));
        String title =
                flows.group().name() + ", " + count + " of " + flows.group().count() + " flows: " + verdict.text()
                        + place.map(where -> " at " + where).orElse("");
        return new Section(keys.buildOrThrow(), title, view);
    }

    private static View view(AsymmetryReason reason) {
        return new Ways(Stream.of(FlowDirection.values())
                .map(direction -> new Way(direction, reason.asymmetry().walk(direction), reason.choice(direction)))
                .collect(ImmutableList.toImmutableList()));
    }

    /** A direction: its way, and why it is taken. */
    private record Way(FlowDirection direction, Walk walk, Choice choice) {}

    /** Both directions, or nothing to be said of them. */
    private record Ways(ImmutableList<Way> ways) implements View {
        @Override
        public void print(PrintWriter out) {
            for (Way way : ways) {
                out.print("  " + way.direction().text() + "  "
                        + String.join(" - ", way.walk().nodes())
                        + (way.walk().outcome().isDelivery()
                                ? ""
                                : ", " + way.walk().sentence())
                        + "\n");
                out.print("    decided at " + way.choice().node() + " by "
                        + way.choice().step().text() + "\n");
                out.print("    " + way.choice().sentence() + "\n");
            }
        }

        @Override
        public void write(JsonGenerator json) {
            Json.array(json, "ways", ways, way -> {
                json.writeStartObject();
                json.writeStringProperty("direction", way.direction().text());
                json.writeStringProperty("way", String.join(" - ", way.walk().nodes()));
                json.writeStringProperty("outcome", way.walk().summary());
                json.writeStringProperty("decided-at", way.choice().node());
                json.writeStringProperty("decided-by", way.choice().step().text());
                json.writeStringProperty("prefix", way.choice().prefix().toString());
                json.writeStringProperty("why", way.choice().sentence());
                json.writeEndObject();
            });
        }
    }
}
