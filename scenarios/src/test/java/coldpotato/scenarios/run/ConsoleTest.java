package coldpotato.scenarios.run;

import static coldpotato.scenarios.run.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.report.RunStatus;
import coldpotato.scenarios.report.RunText;
import coldpotato.scenarios.report.Style;
import coldpotato.sim.engine.RunResult;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done by hand while a rehearsal is under way. */
class ConsoleTest {
    private static final String CUT_LATE = """
            timeline: {mend: {at: 20m, repair: er-ams.primary}}
            expect:
              by hand: {flow: app, at: 15m, delivered: 100%}
            """;

    @TempDir
    Path folder;

    /** Virtual time in which somebody does something at ten minutes. */
    private static final class Interrupted implements Stage {
        private static final long AT_NANOS = Durations.parse("10m");

        private final VirtualStage stage = new VirtualStage();
        private ImmutableSet<String> external = ImmutableSet.of();
        private Runnable deed;

        @Override
        public SimulatedNetwork network(ImmutableList<NetworkPlan> plans, long seed, Trace trace) {
            return stage.network(plans, seed, trace);
        }

        @Override
        public ImmutableSet<String> external() {
            return external;
        }

        @Override
        public RunResult runUntil(long timeNanos) {
            if (timeNanos > AT_NANOS && deed != null) {
                stage.runUntil(AT_NANOS);
                deed.run();
                deed = null;
            }
            return stage.runUntil(timeNanos);
        }

        @Override
        public long nextInstantNanos(long beforeNanos) {
            return stage.nextInstantNanos(beforeNanos);
        }

        @Override
        public <T> T whileStill(Supplier<T> look) {
            return look.get();
        }
    }

    private RehearsalResult run(String text, Consumer<Console> deed, String... external) {
        Interrupted stage = new Interrupted();
        stage.external = ImmutableSet.copyOf(external);
        Rehearsal rehearsal = new Rehearsal(Story.scenario(folder, Story.ONE_CIRCUIT, text), RunChoices.USUAL, stage);
        stage.deed = () -> deed.accept(rehearsal.console());
        return rehearsal.run();
    }

    private static Action.Fail fail(String element, Action.How how) {
        return new Action.Fail(element, how, Action.Direction.BOTH, 1);
    }

    private static String report(RehearsalResult result) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        new RunText(out, Style.PLAIN, RunText.Detail.USUAL).print("story.yaml", result);
        out.flush();
        return text.toString();
    }

    @Test
    void whatIsDoneIsJudgedLikeTheTimeline() {
        RehearsalResult result = run(CUT_LATE, console -> console.carryOut(fail("er-ams", Action.How.LOUD)));
        assertThat(verdict(result, "by hand").holds()).isFalse();
        assertThat(verdict(run(CUT_LATE, console -> {}), "by hand").holds()).isTrue();
    }

    @Test
    void theReportTellsItAmongWhatHappenedAndCountsFromIt() {
        RehearsalResult result = run(CUT_LATE, console -> console.carryOut(fail("er-ams.primary", Action.How.SILENT)));
        assertThat(report(result))
                .containsPattern("\n  10:00.000 +ctl 1 +er-ams.primary fails silently\n")
                .containsPattern("\n  12:\\d\\d.\\d+ +ctl 1 \\+ 2m.* takes session er-ams.primary.private.ipv4 down")
                .containsPattern("\n  20:00.000 +mend +er-ams.primary is repaired\n");
    }

    @Test
    void theTimelineTakesOffWhatWasDoneByHand() {
        RehearsalResult result = run(CUT_LATE, console -> console.carryOut(fail("er-ams.primary", Action.How.SILENT)));
        assertThat(result.network().orElseThrow().network().links().all()).allMatch(link -> !link.isUnder("ctl 1"));
    }

    @Test
    void twoDeedsHaveTwoNames() {
        RehearsalResult result = run(CUT_LATE, console -> {
            console.carryOut(fail("er-ams.primary", Action.How.SILENT));
            console.carryOut(fail("er-ams.secondary", Action.How.LOUD));
            assertThat(console.faults()).extracting(Fault::entry).containsExactly("ctl 1", "ctl 2");
            assertThat(console.repairAll()).extracting(Act::entry).containsExactly("ctl 3", "ctl 4");
            assertThat(console.faults()).isEmpty();
        });
        assertThat(result.scenario().times().events()).containsKeys("mend", "ctl 1", "ctl 4");
    }

    @Test
    void ofARouterOfSomebodyElseOnlyOurEndOfASessionCounts() {
        run(
                "timeline: {mend: {at: 20m, repair: er-ams.primary}}",
                console -> assertThat(status(console))
                        .contains("er-ams.primary.private.ipv4  ce1 is external  er-ams.msee1.private ")
                        .doesNotContain("er-ams.secondary"),
                "ce1");
    }

    private static String status(Console console) {
        StringWriter text = new StringWriter();
        new RunStatus(console).print(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aNameThatTheTimelineHasIsLeftToIt() {
        RehearsalResult result = run(
                "timeline: {ctl 1: {at: 5m, fail: er-ams.primary}, mend: {at: 20m, repair: er-ams.primary}}",
                console ->
                        assertThat(console.repairAll()).extracting(Act::entry).containsExactly("ctl 2"));
        assertThat(report(result)).containsPattern("\n  10:00.000 +ctl 2 +er-ams.primary is repaired\n");
    }
}
