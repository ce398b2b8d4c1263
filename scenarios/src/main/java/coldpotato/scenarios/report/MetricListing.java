package coldpotato.scenarios.report;

import coldpotato.scenarios.portal.Metric;
import coldpotato.scenarios.portal.MetricValue;
import coldpotato.scenarios.portal.Metrics;
import coldpotato.scenarios.report.PortalTable.Section;
import coldpotato.scenarios.report.Table.Column;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code show metrics}: what Azure Monitor would show at this instant, and what is not modelled. */
final class MetricListing {
    private MetricListing() {}

    /** One section for each kind of resource, and in the end those metrics that have no value. */
    static ImmutableList<Section> metrics(SimulatedNetwork network, Optional<String> name) {
        ImmutableList<MetricValue> all = Metrics.of(network);
        ImmutableList<MetricValue> asked = all.stream()
                .filter(value -> name.map(one -> isNamed(value.resource(), one)).orElse(true))
                .collect(ImmutableList.toImmutableList());
        if (all.isEmpty()) {
            throw new Unanswerable("nothing in this network has metrics");
        }
        if (asked.isEmpty()) {
            throw Unanswerable.unknown(
                    "circuit, port, gateway or connection with metrics",
                    name.orElse(""),
                    all.stream().map(MetricValue::resource).collect(ImmutableSet.toImmutableSet()));
        }
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        for (Metric.Of kind : Metric.Of.values()) {
            Table values = values(asked, kind);
            if (!values.isEmpty()) {
                sections.add(new Section(
                        ImmutableMap.of("kind", kind.text()), kind.text() + " metrics", new Page("metrics", values)));
            }
        }
        return sections.add(new Section(
                        ImmutableMap.of("kind", "not modelled"),
                        "not modelled",
                        new Page("missing-metrics", missing())))
                .build();
    }

    /** True for the resource itself, and for an instance of what has that name. */
    private static boolean isNamed(String resource, String name) {
        return resource.equals(name) || resource.startsWith(name + ".") || resource.matches("\\Q" + name + "\\E[0-9]+");
    }

    private static Table values(ImmutableList<MetricValue> values, Metric.Of kind) {
        Table table = new Table(
                Column.text("resource", "Resource"),
                Column.text("metric", "Metric"),
                Column.number("", "Value"),
                Column.numberForPrograms("value"),
                Column.text("unit", "Unit"),
                Column.text("aggregation", "Aggregation"),
                Column.text("dimensions", "Dimensions"));
        values.stream()
                .filter(value -> value.metric().of() == kind)
                .forEach(value -> table.row(
                        value.resource(),
                        value.metric().title(),
                        value.text(),
                        Long.toString(Math.round(value.value())),
                        value.metric().unit().text(),
                        value.metric().aggregation().text(),
                        value.dimensions().entrySet().stream()
                                .map(dimension -> dimension.getKey().text() + " " + dimension.getValue())
                                .collect(Collectors.joining(", "))));
        return table;
    }

    private static Table missing() {
        Table table = new Table(
                Column.text("of", "Of"),
                Column.text("metric", "Metric"),
                Column.text("unit", "Unit"),
                Column.text("aggregation", "Aggregation"),
                Column.text("because", "Because"));
        EnumSet.allOf(Metric.class).stream()
                .filter(metric -> metric.missing().isPresent())
                .forEach(metric -> table.row(
                        metric.of().text(),
                        metric.title(),
                        metric.unit().text(),
                        metric.aggregation().text(),
                        metric.missing().orElse("")));
        return table;
    }
}
