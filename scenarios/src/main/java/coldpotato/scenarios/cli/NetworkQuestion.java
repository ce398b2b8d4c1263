package coldpotato.scenarios.cli;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.check.TimeText;
import coldpotato.scenarios.file.Place;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.Source;
import coldpotato.scenarios.file.TimeExpression;
import coldpotato.scenarios.file.Times;
import coldpotato.scenarios.report.Answer;
import coldpotato.scenarios.report.NodeState;
import coldpotato.scenarios.report.RunTimes;
import coldpotato.scenarios.report.Unanswerable;
import coldpotato.scenarios.report.View;
import coldpotato.scenarios.run.Rehearsal;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A question about nodes of the network of a scenario at a time of its run. */
final class NetworkQuestion {
    @Parameters(index = "0", paramLabel = "FILE", description = "A scenario file.")
    private Path file;

    @Option(
            names = "--at",
            paramLabel = "T",
            defaultValue = TimeExpression.END,
            description = "When: 10m, cut, \"cut + 10s\", end. What happens at T has happened. Default: end.")
    private String at;

    @Option(
            names = "--node",
            paramLabel = "N",
            description =
                    "Where: ce1, er-ams.msee1.private; a name such as er-ams.msee1 stands for all its nodes. Default: all"
                            + " nodes, for show flows and show sessions.")
    private String node;

    @Mixin
    private ScenarioOptions options;

    private Scenario scenario;

    /** The network as it is at the time asked about. */
    SimulatedNetwork network(PrintWriter err) {
        scenario = options.read(file);
        long nanos = nanos("--at", at);
        Rehearsal rehearsal = new Rehearsal(scenario, options.choices());
        if (!rehearsal.refusals().isEmpty()) {
            throw BadInput.of("Azure refuses this network, so there is nothing to see: "
                    + Iterables.getFirst(rehearsal.refusals(), null));
        }
        SimulatedNetwork network = InternalMistake.during(file, rehearsal, run -> run.upTo(nanos));
        if (network.nowNanos() < nanos) {
            err.println("coldpotato: a limit ended the run at " + TimeText.of(network.nowNanos())
                    + "; what follows is how things stood then");
        }
        return network;
    }

    /** What is to be said of the nodes asked about. */
    Answer answer(String format, ImmutableMap<NodeState, ImmutableList<View>> views) {
        return new Answer(format, scenario.name(), times(), views);
    }

    Scenario scenario() {
        return scenario;
    }

    RunTimes times() {
        return new RunTimes(scenario.times().events());
    }

    /** Nanoseconds of the run that an option's time stands for. */
    long nanos(String option, String text) {
        return nanos(option, text, scenario.times());
    }

    /** Nanoseconds of a run with these times that an option's time stands for. */
    static long nanos(String option, String text, Times times) {
        if (text.strip().startsWith("-")) {
            throw BadInput.of(option + ": " + TimeExpression.negative(text.strip()));
        }
        TimeExpression time = TimeExpression.tryParse(text.strip(), new Place(new Source(option, option), 0, 0))
                .orElseThrow(() ->
                        BadInput.of(option + ": \"" + text + "\" is not a time; say 10m, cut, \"cut + 10s\" or end"));
        time.anchor()
                .filter(anchor ->
                        !anchor.equals(TimeExpression.END) && !times.events().containsKey(anchor))
                .ifPresent(anchor -> unknownAnchor(option, anchor, times));
        long nanos = times.nanos(time);
        if (nanos < 0 || nanos > times.endNanos()) {
            throw BadInput.of(option + ": \"" + text + "\" is not in the run, which is from 0s to "
                    + Durations.format(times.endNanos()));
        }
        return nanos;
    }

    private static void unknownAnchor(String option, String anchor, Times times) {
        if (anchor.matches("[0-9.]+")) {
            throw BadInput.of(option + ": \"" + anchor + "\" has no unit; " + anchor + "s or " + anchor + "m?");
        }
        if (anchor.matches(".*\\S[+-][0-9.]+[a-z]+")) {
            throw BadInput.of(option + ": put blanks around the sign: \""
                    + anchor.replaceFirst("([+-])([0-9.]+[a-z0-9.]*)$", " $1 $2") + "\"");
        }
        throw Unanswerable.unknown(
                "entry of the timeline called",
                anchor,
                Iterables.concat(times.events().keySet(), ImmutableList.of(TimeExpression.END)));
    }

    /** The name of the nodes that it is about, empty if about all. */
    Optional<String> node() {
        return Optional.ofNullable(node);
    }
}
