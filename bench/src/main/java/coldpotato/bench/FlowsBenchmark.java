package coldpotato.bench;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.run.Rehearsal;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.RunChoices;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import coldpotato.sim.flow.PacketWalk;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.plan.SimulatedNetwork;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A scenario of twenty circuits on whose timeline fifty things happen, run and judged in a JVM that has done nothing before, on one
 * core, started as the command starts it: with {@code size} flows, against one flow for each group, which is what the network itself
 * costs, and against one look at every flow, which is what somebody who remembers nothing pays at least after each event.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class FlowsBenchmark extends Measured {
    private static final int FLOWS_FOR_ALL = 1000;

    private String told = "";

    /** Few flows, as in tests, get by with one site. */
    private int sites() {
        return size < FLOWS_FOR_ALL ? 1 : TwentyCircuits.SITES;
    }

    @Benchmark
    public long judge() {
        return judge(TwentyCircuits.scenario(sites(), size));
    }

    @Benchmark
    public long judgeOneFlowOfEachGroup() {
        return judge(TwentyCircuits.scenario(sites(), 1));
    }

    private long judge(Scenario scenario) {
        RehearsalResult result = new Rehearsal(scenario, RunChoices.USUAL).run();
        told = costs(result.network().orElseThrow().flows().walked());
        checkState(result.holds() || scenario.flows().get(0).group().count() == 1, "%s", result.verdicts());
        return result.verdicts().stream()
                .mapToLong(verdict -> (verdict.name() + verdict.judgement() + verdict.found()).hashCode())
                .sum();
    }

    /** What the process has cost up to now, all threads of the JVM included, for so many packets that had to be walked. */
    private static String costs(long walked) {
        double seconds = ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
        return String.format(
                Locale.ROOT,
                "%.1f s of CPU since the JVM began; %,d walks of affected flows, %.1f us each with all that happened besides",
                seconds,
                walked,
                seconds * 1e6 / walked);
    }

    @TearDown
    public void tellCosts() {
        System.out.printf("%n%s%n", told);
    }

    /** Comes up once, untimed; then walks each flow, both ways. */
    @State(Scope.Benchmark)
    public static class Standing {
        private SimulatedNetwork network;

        @Setup
        public void comeUp(FlowsBenchmark benchmark) {
            network = new Rehearsal(TwentyCircuits.scenario(benchmark.sites(), benchmark.size), RunChoices.USUAL)
                    .upTo(Durations.seconds(240));
        }

        private long walk(GroupFlows flows) {
            long hops = 0;
            for (FlowDirection direction : FlowDirection.values()) {
                Walk.Hop first =
                        flows.walk(0, direction, network.nowNanos()).hops().get(0);
                for (int flow = 0; flow < flows.group().count(); flow++) {
                    hops += PacketWalk.walk(
                                    network.network(),
                                    first.node(),
                                    flows.group().key(flow, direction),
                                    true)
                            .hops()
                            .size();
                }
            }
            return hops;
        }
    }

    @Benchmark
    public long walkEachFlowOnce(Standing standing) {
        return standing.network.flows().groups().stream()
                .mapToLong(standing::walk)
                .sum();
    }

    @Override
    public long checksum() {
        String costs = told;
        long sum = judge(TwentyCircuits.scenario(1, 1));
        told = costs;
        return sum;
    }
}
