package coldpotato.scenarios.check;

import coldpotato.core.azure.rules.Refusal;
import coldpotato.scenarios.file.Expectation;
import coldpotato.scenarios.file.Expectation.Claim;
import coldpotato.scenarios.file.Expectation.Converges;
import coldpotato.scenarios.file.Expectation.OfArp;
import coldpotato.scenarios.file.Expectation.OfClients;
import coldpotato.scenarios.file.Expectation.OfEffectiveRoute;
import coldpotato.scenarios.file.Expectation.OfFlow;
import coldpotato.scenarios.file.Expectation.OfGatewayRoutes;
import coldpotato.scenarios.file.Expectation.OfInterface;
import coldpotato.scenarios.file.Expectation.OfLoad;
import coldpotato.scenarios.file.Expectation.OfMetric;
import coldpotato.scenarios.file.Expectation.OfRoute;
import coldpotato.scenarios.file.Expectation.OfSession;
import coldpotato.scenarios.file.Expectation.Refused;
import coldpotato.scenarios.file.Expectation.SameAs;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.remedy.Again;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Judges what a scenario expects. The run asks it when to stop and lets it look; at the end it says what it found. What it is
 * shown at a time is the network after all events of that time, entries of the timeline included.
 */
public final class Judge {
    private static final long NEVER = Long.MAX_VALUE;

    private final Scenario scenario;
    private final ImmutableSet<String> external;
    private final Again again;
    private final ImmutableMap<Expectation, Check> checks;
    private final TreeSet<Long> stops = new TreeSet<>();

    /**
     * @param external routers of which nothing is known but what they do to their neighbours
     * @param again plays it otherwise, to find what would have helped
     */
    public Judge(Scenario scenario, ImmutableSet<String> external, Again again) {
        this(scenario, external, again, expectation -> true);
    }

    private Judge(Scenario scenario, ImmutableSet<String> external, Again again, Predicate<Expectation> judged) {
        this.scenario = scenario;
        this.again = again;
        this.external = external;
        ImmutableMap.Builder<Expectation, Check> all = ImmutableMap.builder();
        for (Expectation expectation : scenario.expectations()) {
            Check check = check(expectation);
            stops.addAll(check.stopsNanos());
            if (judged.test(expectation)) {
                all.put(expectation, check);
            }
        }
        checks = all.buildOrThrow();
    }

    /** Judges what speaks of many seeds, and stops where all expectations would, so that the run is the same. */
    public static Judge ofSeeds(Scenario scenario, Again again) {
        return new Judge(scenario, ImmutableSet.of(), again, expectation -> expectation
                .seeds()
                .isPresent());
    }

    private Check check(Expectation expectation) {
        Period period = Period.of(expectation, scenario);
        Claim claim = expectation.claim();
        if (claim instanceof OfFlow of) {
            return new FlowCheck(of, period, FlowSides.of(scenario), again);
        } else if (claim instanceof OfSession of) {
            return new SessionCheck(of, period, scenario.times());
        } else if (claim instanceof OfRoute of) {
            return new RouteCheck(of, period);
        } else if (claim instanceof OfInterface of) {
            return new InterfaceCheck(of, period);
        } else if (claim instanceof OfMetric of) {
            return PortalCheck.of(of, period);
        } else if (claim instanceof OfArp of) {
            return PortalCheck.of(of, period);
        } else if (claim instanceof OfEffectiveRoute of) {
            return PortalCheck.of(of, period);
        } else if (claim instanceof OfGatewayRoutes of) {
            return PortalCheck.of(of, period);
        } else if (claim instanceof OfClients of) {
            return new ClientsCheck(of, period);
        } else if (claim instanceof OfLoad of) {
            return new LoadCheck(of, period);
        } else if (claim instanceof SameAs same) {
            return new SamenessCheck(same, period, scenario.times().nanos(same.other()), external);
        } else if (claim instanceof Refused refused) {
            return new RefusalCheck(refused);
        }
        return new ConvergenceCheck((Converges) claim);
    }

    /** The next time at which {@link #observe} has to be called; {@link Long#MAX_VALUE} for none. */
    public long nextStopNanos() {
        return stops.isEmpty() ? NEVER : stops.first();
    }

    /** True if {@link #observe} has to be called after every instant from this one to the next stop. */
    public boolean attends(long nanos) {
        return checks.values().stream().anyMatch(check -> check.attends(nanos));
    }

    /** From when on more of the run changes no verdict; {@link Long#MAX_VALUE} if only the whole run can tell. */
    public long decidedNanos() {
        return checks.entrySet().stream()
                .mapToLong(entry -> decidedNanos(entry.getKey(), entry.getValue()))
                .max()
                .orElse(0);
    }

    private long decidedNanos(Expectation expectation, Check check) {
        Period period = Period.of(expectation, scenario);
        long stops =
                check.stopsNanos().stream().mapToLong(Long::longValue).max().orElse(0);
        return period.isSaid() && !measuresWhatComesLater(expectation.claim())
                ? Math.max(period.toNanos(), stops)
                : NEVER;
    }

    /** True of claims that tell when something came, however late it was. */
    private static boolean measuresWhatComesLater(Claim claim) {
        return claim instanceof OfFlow flow
                        && !(flow.restored().isEmpty() && flow.budget().isEmpty())
                || claim instanceof OfSession session
                        && (session.down().isPresent() || session.up().isPresent());
    }

    /** Looks at the network as it is now. */
    public void observe(SimulatedNetwork network) {
        long now = network.nowNanos();
        checks.values().forEach(check -> {
            if (check.attends(now) || check.stopsNanos().contains(now)) {
                check.look(network);
            }
        });
        stops.headSet(now, true).clear();
    }

    /**
     * What became of each expectation, in the order of the file; then of what nobody expected: refusals, and routing that does
     * not converge.
     */
    public ImmutableList<Verdict> verdicts(
            SimulatedNetwork network, RunOutcome outcome, ImmutableList<Rejection> rejections, Premises premises) {
        RunRecord run =
                new RunRecord(scenario, network, outcome, rejections, premises, new Citations(network.planEver()));
        ImmutableList.Builder<Verdict> verdicts = ImmutableList.builder();
        checks.forEach((expectation, check) ->
                verdicts.add(verdict(expectation, check, run.citing(new Citations(network.planEver())))));
        return verdicts.addAll(new Surprises(run).verdicts()).build();
    }

    private Verdict verdict(Expectation expectation, Check check, RunRecord run) {
        if (!canBeJudged(expectation, check, run)) {
            boolean ended = run.outcome() instanceof RunOutcome.Stopped;
            return verdict(expectation, check, ended ? Judgement.NOT_JUDGED : Judgement.FAILED, notJudged(run));
        }
        Period period = Period.of(expectation, scenario);
        return new BlindSpot(external)
                .hides(expectation.claim(), period, run.network())
                .map(why -> new Finding(false, why, ImmutableList.of()))
                .map(unseen -> verdict(expectation, check, Judgement.NOT_JUDGED, unseen))
                .orElseGet(() -> judged(expectation, check, run));
    }

    private static Verdict judged(Expectation expectation, Check check, RunRecord run) {
        Finding finding = check.finding(run);
        return verdict(expectation, check, finding.holds() ? Judgement.HOLDS : Judgement.FAILED, finding)
                .measuring(finding.measures())
                .resting(run.citations().assumptions(run));
    }

    private static Verdict verdict(Expectation expectation, Check check, Judgement judgement, Finding finding) {
        return new Verdict(
                expectation.name(),
                Optional.of(expectation.place()),
                judgement,
                check.expected()
                        + expectation.seeds().map(seeds -> "; " + seeds).orElse(""),
                finding.found(),
                finding.why());
    }

    /** Convergence can always be judged, everything else only as far as the run went. */
    private boolean canBeJudged(Expectation expectation, Check check, RunRecord run) {
        if (expectation.claim() instanceof Refused refused) {
            return refused.event().stream().allMatch(event -> wasAsked(event, run));
        }
        if (run.outcome() instanceof RunOutcome.NotStarted) {
            return false;
        }
        long ended = run.network().nowNanos();
        Period period = Period.of(expectation, scenario);
        if (run.outcome() instanceof RunOutcome.Stopped && !period.isSaid()) {
            return check.decidedNanos() <= ended;
        }
        return expectation.claim() instanceof Converges
                || (period.isSaid()
                        ? period.toNanos() <= ended
                                && check.stopsNanos().stream().allMatch(stop -> stop <= ended)
                        : period.fromNanos() <= ended);
    }

    /** True if the run came to an entry of the timeline; one that ended at its very time may have ended before it. */
    private boolean wasAsked(String event, RunRecord run) {
        return run.outcome() instanceof RunOutcome.Completed
                || run.rejections().stream()
                        .anyMatch(rejection -> rejection.event().equals(Optional.of(event)))
                || scenario.times().events().get(event) < run.network().nowNanos();
    }

    private static Finding notJudged(RunRecord run) {
        return new Finding(
                false,
                "not judged: the run " + run.outcome(),
                run.rejections().stream()
                        .filter(rejection -> run.outcome() instanceof RunOutcome.NotStarted)
                        .map(Rejection::refusal)
                        .map(Refusal::toString)
                        .collect(ImmutableList.toImmutableList()));
    }
}
