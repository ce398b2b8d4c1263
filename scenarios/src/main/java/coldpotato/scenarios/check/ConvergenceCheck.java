package coldpotato.scenarios.check;

import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.file.Expectation.Converges;
import coldpotato.sim.plan.Oscillation;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.stream.Collectors;

/** Judges whether routing settles. */
final class ConvergenceCheck implements Check {
    private static final int CHANGES_SHOWN = 4;

    private final Converges claim;

    ConvergenceCheck(Converges claim) {
        this.claim = claim;
    }

    @Override
    public String expected() {
        return claim.converges() ? "routing settles" : "routing does not settle";
    }

    @Override
    public Finding finding(RunRecord run) {
        run.subjects().addEverything();
        return new Finding(
                run.outcome().isDivergence() != claim.converges(),
                "the run " + run.outcome(),
                run.outcome() instanceof RunOutcome.Oscillated oscillated
                        ? circles(run, oscillated.oscillation())
                        : ImmutableList.of());
    }

    /** The last changes of mind of each node that goes on changing it. */
    private static ImmutableList<String> circles(RunRecord run, Oscillation oscillation) {
        ImmutableList.Builder<String> why = ImmutableList.builder();
        for (String node : oscillation.nodes()) {
            for (String prefix : oscillation.prefixes()) {
                String changes = Lists.reverse(run.network().trace().events()).stream()
                        .filter(event -> event.kind() == TraceKind.BEST_PATH
                                && event.node().equals(node)
                                && event.field("prefix").equals(prefix))
                        .limit(CHANGES_SHOWN)
                        .map(ConvergenceCheck::change)
                        .collect(Collectors.joining("; before that "));
                why.add(node + " changes its path to " + prefix + " for ever: " + changes);
            }
        }
        return why.build();
    }

    private static String change(TraceEvent event) {
        String after = event.field("after");
        return TimeText.of(event.timeNanos()) + " " + (after.isEmpty() ? "none" : after);
    }
}
