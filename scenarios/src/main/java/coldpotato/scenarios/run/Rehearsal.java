package coldpotato.scenarios.run;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.azure.rules.Refusal;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.check.BlindSpot;
import coldpotato.scenarios.check.Judge;
import coldpotato.scenarios.check.RunOutcome;
import coldpotato.scenarios.check.TimeText;
import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.FlowSpec;
import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.engine.Limit;
import coldpotato.sim.engine.RunResult;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Optional;
import java.util.Queue;

/**
 * One run of a scenario: compiles the model, lets time pass, does what the timeline says, and lets the judge look whenever it
 * has to. A rehearsal is used once: for {@link #run}, or for {@link #upTo}.
 *
 * <p>What Azure refuses is an outcome. If it refuses the network as the file has it, nothing runs.
 */
public final class Rehearsal {
    /** When flows are opened, unless something happens earlier: long enough for sessions and tables to come up. */
    static final long FLOWS_OPEN_NANOS = Durations.seconds(60);

    private final Scenario scenario;
    private final Course course;
    private final RunChoices choices;
    private final Trace trace;
    private final Stage stage;
    private final SimulatedNetwork network;
    private final Hand hand;
    private final Judge judge;
    private final Queue<Deed> deeds;
    private final Console console;
    private boolean used;

    /**
     * A rehearsal in virtual time.
     *
     * @param scenario free of {@link #mistakes}
     * @throws IllegalArgumentException if it has some
     */
    public Rehearsal(Scenario scenario, RunChoices choices) {
        this(scenario, choices, new VirtualStage());
    }

    /**
     * @param scenario free of {@link #mistakes}
     * @param stage where it takes place, not used yet
     * @throws IllegalArgumentException if it has some
     */
    public Rehearsal(Scenario scenario, RunChoices choices, Stage stage) {
        this(
                choices.of(scenario),
                Course.of(choices.of(scenario), stage.external()),
                choices,
                stage,
                new Judge(choices.of(scenario), stage.external(), new Replay(choices)));
        ImmutableList<Mistake> mistakes = new Inspection(this.scenario, course).mistakes();
        checkArgument(mistakes.isEmpty(), "the scenario has mistakes: %s", mistakes);
    }

    private Rehearsal(Scenario scenario, Course course, RunChoices choices, Stage stage, Judge judge) {
        this.scenario = scenario;
        this.course = course;
        this.choices = choices;
        this.trace = new Trace(choices.traced());
        this.stage = stage;
        this.network = stage.network(course.plans().collect(ImmutableList.toImmutableList()), scenario.seed(), trace);
        this.hand = new Hand(scenario, course, network);
        this.judge = judge;
        this.deeds = new ArrayDeque<>(course.deeds());
        this.console =
                new Console(scenario, stage.external(), network, hand, Collections.unmodifiableCollection(deeds));
    }

    /**
     * One of many rehearsals of a scenario with one seed after the other, of which only {@link #judged} is wanted.
     *
     * @param scenario with the seed
     * @param course of the scenario with this seed
     */
    static Rehearsal ofSeed(Scenario scenario, Course course) {
        RunChoices choices = RunChoices.USUAL.withSeed(scenario.seed());
        return new Rehearsal(
                scenario, course, choices, new VirtualStage(), Judge.ofSeeds(scenario, new Replay(choices)));
    }

    /** What only the compiled network can tell is wrong with a file, in the order of the file. */
    public static ImmutableList<Mistake> mistakes(Scenario scenario) {
        return new Inspection(scenario, Course.of(scenario, ImmutableSet.of())).mistakes();
    }

    /** What Azure has against the network as the file has it; nothing runs unless this is empty. */
    public ImmutableList<Refusal> refusals() {
        return course.refusals();
    }

    /** Runs the scenario to its end, or to where a limit ends it; with many seeds as far as its expectations speak of them. */
    public RehearsalResult run() {
        return run(Workers.ONE);
    }

    /**
     * The same.
     *
     * @param workers who runs it with further seeds
     */
    public RehearsalResult run(Workers workers) {
        RehearsalResult result = result(until(scenario.times().endNanos()));
        SeedSweep sweep = new SeedSweep(scenario, course);
        boolean one = choices.seed().isPresent()
                || !stage.text().isEmpty()
                || result.outcome() instanceof RunOutcome.NotStarted;
        return result.with(one ? sweep.alone(result.verdicts()) : sweep.verdicts(result.verdicts(), workers));
    }

    /** Runs the scenario with its one seed, for nothing but the verdicts, until they are decided. */
    ImmutableList<Verdict> judged() {
        return verdicts(until(Math.min(scenario.times().endNanos(), judge.decidedNanos())));
    }

    private RunOutcome until(long endNanos) {
        start();
        if (!refusals().isEmpty()) {
            refusals().forEach(refusal -> hand.refuse(Optional.empty(), refusal));
            return new RunOutcome.NotStarted();
        }
        network.start();
        RunOutcome outcome = outcome(runTo(endNanos));
        if (outcome instanceof RunOutcome.Completed) {
            stage.linger();
        }
        if (outcome.isDivergence()) {
            network.sink().because(0);
            network.sink()
                    .record(
                            network.nowNanos(),
                            scenario.name(),
                            TraceKind.LIMIT_REACHED,
                            "outcome",
                            outcome.toString());
        }
        return outcome;
    }

    /**
     * Runs the scenario up to and including a time, entries of the timeline included; to an earlier time if a limit ends the
     * run.
     *
     * @throws IllegalStateException if Azure refuses the network
     */
    public SimulatedNetwork upTo(long nanos) {
        checkState(refusals().isEmpty(), "Azure refuses the network");
        start();
        network.start();
        runTo(nanos);
        return network;
    }

    /** For whoever does things to it while it is under way. */
    public Console console() {
        return console;
    }

    /** How far it has come: seed, time, and where something happened last. For reports of mistakes of our own. */
    public String whereabouts() {
        int events = trace.events().size();
        return "seed " + scenario.seed() + ", at " + TimeText.of(network.nowNanos())
                + (events == 0
                        ? ""
                        : ", last at " + trace.events().get(events - 1).node());
    }

    private void start() {
        checkState(!used, "a rehearsal is used once");
        used = true;
        trace.record(0, scenario.name(), TraceKind.RUN_STARTED, "seed", Long.toString(scenario.seed()));
    }

    /** Lets the network come up, then opens the flows: before anything is done to it, and before anybody looks. */
    private RunResult comeUp(long endNanos) {
        long first = Math.min(endNanos, Math.min(nextDeedNanos(), judge.nextStopNanos()));
        stage.runUntil(Math.min(FLOWS_OPEN_NANOS, first));
        scenario.flows().stream().map(FlowSpec::group).forEach(network::addFlows);
        return stage.runUntil(network.nowNanos());
    }

    /** Lets time pass, stopping for the timeline and for the judge. */
    private RunResult runTo(long endNanos) {
        RunResult result = comeUp(endNanos);
        while (result.complete()) {
            long stop = Math.min(endNanos, Math.min(nextDeedNanos(), judge.nextStopNanos()));
            result = pass(stop);
            if (result.complete() && nextDeedNanos() == stop) {
                result = carryOut(stop);
            }
            observe();
            if (stop == endNanos) {
                return result;
            }
        }
        return result;
    }

    private long nextDeedNanos() {
        return deeds.isEmpty() ? Long.MAX_VALUE : deeds.element().atNanos();
    }

    /** Lets everything happen up to a time, instant by instant while the judge wants to see each. */
    private RunResult pass(long toNanos) {
        RunResult result = stage.runUntil(network.nowNanos());
        while (result.complete() && judge.attends(network.nowNanos())) {
            long next = stage.nextInstantNanos(toNanos);
            if (next >= toNanos) {
                break;
            }
            result = stage.runUntil(next);
            observe();
        }
        return result.complete() ? stage.runUntil(toNanos) : result;
    }

    private void observe() {
        stage.whileStill(() -> {
            judge.observe(network);
            return judge;
        });
    }

    private RunResult carryOut(long nowNanos) {
        while (nextDeedNanos() == nowNanos) {
            hand.carryOut(deeds.remove());
        }
        return stage.runUntil(nowNanos);
    }

    private RunOutcome outcome(RunResult result) {
        if (result.complete()) {
            return new RunOutcome.Completed();
        }
        Limit limit = result.limit().orElseThrow();
        if (limit == Limit.STOPPED) {
            return new RunOutcome.Stopped(result.timeNanos());
        }
        return network.oscillation()
                .<RunOutcome>map(oscillation -> new RunOutcome.Oscillated(result.timeNanos(), oscillation))
                .orElseGet(() -> new RunOutcome.LimitReached(result.timeNanos(), limit));
    }

    private RehearsalResult result(RunOutcome outcome) {
        return stage.whileStill(() -> new RehearsalResult(
                console.scenario(),
                scenario.seed(),
                stage.text(),
                verdicts(outcome),
                outcome,
                ImmutableList.copyOf(hand.rejections()),
                course.premises(),
                Moments.of(scenario, trace, event -> new BlindSpot(stage.external()).hides(event, network)),
                trace,
                outcome instanceof RunOutcome.NotStarted ? Optional.empty() : Optional.of(network),
                Optional.empty()));
    }

    private ImmutableList<Verdict> verdicts(RunOutcome outcome) {
        return judge.verdicts(network, outcome, ImmutableList.copyOf(hand.rejections()), course.premises());
    }
}
