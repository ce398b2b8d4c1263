package coldpotato.scenarios.check;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.Outcome;
import coldpotato.sim.flow.Walk;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of flows and why, in sentences. */
final class FlowStory {
    private static final int WAYS_SHOWN = 4;
    private static final int CHANGES_SHOWN = 12;

    private final RunRecord run;
    private final GroupFlows flows;
    private final FlowSides sides;

    FlowStory(RunRecord run, GroupFlows flows, FlowSides sides) {
        this.run = run;
        this.flows = flows;
        this.sides = sides;
    }

    /** The ways that flows go at an instant, and what made them go so. */
    ImmutableList<String> at(long nanos, ImmutableSet<FlowDirection> directions) {
        ImmutableList.Builder<String> told = ImmutableList.builder();
        for (FlowDirection direction : directions) {
            ways(told, direction, nanos);
            ImmutableList<TraceEvent> before = changes(direction, new Period(0, nanos, ""));
            CauseChain causes = run.causes();
            told.addAll(causes.texts(before.stream()
                    .filter(event ->
                            event.timeNanos() == before.get(before.size() - 1).timeNanos())
                    .filter(causes::isInjected)
                    .toList()));
        }
        return told.build();
    }

    /** Names the ways that flows go at an instant as what a verdict speaks of; and where packets are lost, all that is down. */
    void restOn(long nanos, ImmutableSet<FlowDirection> directions) {
        ImmutableSet<Walk> walks = directions.stream()
                .flatMap(direction -> flows.paths(direction, nanos).keySet().stream())
                .collect(ImmutableSet.toImmutableSet());
        walks.forEach(run.subjects()::add);
        if (!walks.stream().allMatch(walk -> walk.outcome().isDelivery())) {
            run.blameWhatIsDown(nanos);
        }
    }

    private void ways(ImmutableList.Builder<String> told, FlowDirection direction, long nanos) {
        Map<Walk, Integer> paths = flows.paths(direction, nanos);
        String when = TimeText.of(nanos) + " " + sides.text(flows.group().name(), direction) + ": ";
        paths.entrySet().stream()
                .limit(WAYS_SHOWN)
                .map(path -> when + path.getValue() + " of " + flows.group().count() + " go " + way(path.getKey()))
                .forEach(told::add);
        if (paths.size() > WAYS_SHOWN) {
            told.add(when + "and " + (paths.size() - WAYS_SHOWN) + " ways more");
        }
        run.network().flows().loads().at(nanos).bottlenecks().stream()
                .map(bottleneck -> TimeText.of(nanos) + " " + bottleneck)
                .forEach(told::add);
    }

    private String way(Walk walk) {
        return String.join(" - ", walk.nodes())
                + domains(walk)
                + (walk.outcome() == Outcome.DELIVERED ? "" : ", " + walk.sentence());
    }

    /** Whose networks it passes, where the file says so: {@code (isp is home-broadband)}. */
    private String domains(Walk walk) {
        HybridNetwork network = run.scenario().network();
        Stream<String> internet = network.internetLinks().values().stream()
                .filter(link -> walk.links().contains(link.name()))
                .flatMap(link -> link.domain().map(domain -> link.name() + " is " + domain.text()).stream());
        Stream<String> wan = network.wanLinks().values().stream()
                .filter(link -> walk.links().contains(link.name()))
                .flatMap(link -> link.domain().map(domain -> link.name() + " is " + domain.text()).stream());
        String text = Stream.concat(internet, wan).collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    /** Every change of the flows in a period, with its causes. */
    ImmutableList<String> over(Period period, ImmutableSet<FlowDirection> directions) {
        List<TraceEvent> changes = run.network().trace().events().stream()
                .filter(event -> event.kind() == TraceKind.FLOW_CHANGED)
                .filter(event -> directions.stream().anyMatch(direction -> isChange(event, direction, period)))
                .toList();
        ImmutableList.Builder<String> told = ImmutableList.builder();
        told.addAll(run.causes().texts(changes.subList(0, Math.min(changes.size(), CHANGES_SHOWN))));
        if (changes.size() > CHANGES_SHOWN) {
            told.add("and " + (changes.size() - CHANGES_SHOWN) + " changes more");
        }
        return told.build();
    }

    private ImmutableList<TraceEvent> changes(FlowDirection direction, Period period) {
        return run.network().trace().events().stream()
                .filter(event -> isChange(event, direction, period))
                .collect(ImmutableList.toImmutableList());
    }

    private boolean isChange(TraceEvent event, FlowDirection direction, Period period) {
        return event.kind() == TraceKind.FLOW_CHANGED
                && event.node().equals(flows.group().name())
                && event.field("direction").equals(direction.text())
                && period.contains(event.timeNanos());
    }
}
