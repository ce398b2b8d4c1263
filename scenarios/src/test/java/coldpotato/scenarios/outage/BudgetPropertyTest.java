package coldpotato.scenarios.outage;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.Story;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.flow.GroupFlows;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to a network and whenever: budgets add up, nothing is unexplained, and no outage is forgotten. */
class BudgetPropertyTest {
    private static final String[] WHAT = {
        "fail: er-ams.primary, how: silent",
        "fail: er-ams.primary, how: loud",
        "fail: er-ams.secondary, how: silent, direction: to-site",
        "fail: er-ams, how: silent",
        "repair: er-ams",
        "reboot: er-ams.msee1, takes: 90s",
        "reboot: ce2, takes: 20s",
        "lan-down: amsterdam",
        "repair: amsterdam.lan",
        "reset-session: er-ams.secondary.private.ipv4"
    };

    @Provide
    Arbitrary<List<String>> faults() {
        return Combinators.combine(Arbitraries.integers().between(600, 1500), Arbitraries.of(WHAT))
                .as((second, what) -> "{at: " + second + "s, " + what + "}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property(tries = 25)
    void thePartsOfABudgetAddUpToTheOutage(@ForAll("faults") List<String> faults) throws IOException {
        RehearsalResult result = run(faults);
        OutageLedger ledger = new OutageLedger(result.network().orElseThrow());
        GroupFlows flows = result.network().orElseThrow().flows().group("app");
        assertThat(ledger.outages(flows)).allSatisfy(outage -> {
            assertThat(outage.budget().totalNanos()).isEqualTo(outage.nanos());
            assertThat(outage.budget().nanos(Phase.UNEXPLAINED)).isZero();
        });
        flows.cohorts().forEach(cohort -> {
            long longest = ledger.outages("app", cohort, ImmutableSet.copyOf(FlowDirection.values())).stream()
                    .mapToLong(Outage::nanos)
                    .sum();
            assertThat(longest)
                    .isLessThanOrEqualTo(flows.outages(
                                    ImmutableSet.copyOf(FlowDirection.values()),
                                    0,
                                    result.network().orElseThrow().nowNanos())
                            .longestNanos());
        });
    }

    private static RehearsalResult run(List<String> faults) throws IOException {
        Path folder = Files.createTempDirectory("budget");
        StringBuilder text = new StringBuilder("until: 30m\ntimeline:\n");
        for (int i = 0; i < faults.size(); i++) {
            text.append("  e").append(i).append(": ").append(faults.get(i)).append('\n');
        }
        try {
            return Story.run(folder, Story.ONE_CIRCUIT, text.toString());
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }
}
