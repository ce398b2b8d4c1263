package coldpotato.scenarios.outage;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.Story;
import coldpotato.sim.flow.Outcome;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the time of outages goes by with, to the nanosecond. */
class OutageLedgerTest {
    private static final long CUT = Durations.parse("10m");
    private static final long GATEWAY_PROGRAMS = Durations.parse("15s");
    private static final long CUSTOMER_PROGRAMS = Durations.parse("50ms");

    @TempDir
    private Path folder;

    private RehearsalResult run(String text) {
        return Story.run(folder, Story.ONE_CIRCUIT, text);
    }

    private static ImmutableList<Outage> outages(RehearsalResult result) {
        return new OutageLedger(result.network().orElseThrow())
                .outages(result.network().orElseThrow().flows().group("app"));
    }

    private static Outage longest(RehearsalResult result) {
        return outages(result).stream()
                .max(Comparator.comparingLong(Outage::nanos))
                .orElseThrow();
    }

    private static long firstNanos(RehearsalResult result, TraceKind kind, String node) {
        return result.trace().events().stream()
                .filter(event -> event.timeNanos() >= CUT
                        && event.kind() == kind
                        && event.node().equals(node))
                .mapToLong(TraceEvent::timeNanos)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSilentFailureIsDetectionUntilTheHoldTimerRunsOut() {
        RehearsalResult result = run("timeline: {cut: {at: 10m, fail: er-ams.primary, how: silent}}\n");
        long down = firstNanos(result, TraceKind.SESSION_DOWN, "er-ams.msee1.private");
        assertThat(longest(result).budget().phases())
                .isEqualTo(ImmutableMap.of(
                        Phase.DETECTION,
                        down - CUT,
                        Phase.PROPAGATION,
                        Durations.millis(1),
                        Phase.PROGRAMMING,
                        GATEWAY_PROGRAMS));
    }

    @Test
    void whatTheCustomersRouterAloneHasToDoIsProgrammedByIt() {
        RehearsalResult result = run("timeline: {cut: {at: 10m, fail: er-ams.primary, how: loud}}\n");
        Outage toAzure = outages(result).stream()
                .min(Comparator.comparingLong(Outage::nanos))
                .orElseThrow();
        assertThat(toAzure.budget().phases())
                .isEqualTo(
                        ImmutableMap.of(Phase.DETECTION, Durations.millis(10), Phase.PROGRAMMING, CUSTOMER_PROGRAMS));
        assertThat(toAzure.budget().longest().where()).isEqualTo("ce1");
    }

    @Test
    void anOutageThatARepairEndsWaitsForTheRepair() {
        Outage outage = longest(run(
                "timeline:\n  cut: {at: 10m, fail: er-ams, how: silent}\n" + "  mend: {at: 11m, repair: er-ams}\n"));
        assertThat(outage.budget().phases()).isEqualTo(ImmutableMap.of(Phase.REPAIR, Durations.parse("1m")));
        assertThat(outage.cure().orElseThrow().field("what")).isEqualTo("is repaired");
        assertThat(outage.fault().orElseThrow().field("what")).isEqualTo("fails silently");
    }

    @Test
    void afterARepairSessionsComeUpBeforeAnythingIsToldOrProgrammed() {
        Outage outage = longest(run("timeline:\n  cut: {at: 10m, fail: er-ams, how: silent}\n"
                + "  mend: {at: 15m, repair: er-ams}\nuntil: 20m\n"));
        assertThat(outage.budget().nanos(Phase.REPAIR)).isEqualTo(Durations.parse("5m"));
        assertThat(outage.budget().nanos(Phase.ESTABLISHMENT)).isPositive();
        assertThat(outage.budget().totalNanos()).isEqualTo(outage.nanos());
    }

    @Test
    void anOutageThatLastsIsNotDividedUp() {
        Outage outage = longest(run("timeline: {cut: {at: 10m, fail: er-ams, how: silent}}\nuntil: 11m\n"));
        assertThat(outage.over()).isFalse();
        assertThat(outage.budget().phases()).isEqualTo(ImmutableMap.of(Phase.LASTING, Durations.parse("1m")));
        assertThat(outage.cure()).isEmpty();
    }

    @Test
    void tellsWhatBecameOfThePacketsMeanwhile() {
        Outage outage = longest(run("timeline: {cut: {at: 10m, fail: er-ams.primary, how: silent}}\n"));
        assertThat(outage.stretches().stream().map(Stretch::outcome).distinct())
                .containsExactly(Outcome.LINK_DOWN_UNNOTICED, Outcome.NO_ROUTE);
        assertThat(outage.stretches().get(0).fromNanos()).isEqualTo(CUT);
    }

    @Test
    void aBudgetDoesNotDependOnWhetherMessagesAreTraced() {
        String text = "timeline: {cut: {at: 10m, fail: er-ams.primary, how: silent}}\n";
        assertThat(longest(Story.runWithMessages(folder, Story.ONE_CIRCUIT, text))
                        .budget()
                        .phases())
                .isEqualTo(longest(run(text)).budget().phases());
    }

    @ParameterizedTest
    @EnumSource
    void everyPhaseIsExplained(Phase phase) throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("\n| `" + phase.text() + "` | " + phase.meaning() + " |");
    }
}
