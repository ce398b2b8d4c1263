package coldpotato.scenarios.check;

import coldpotato.scenarios.file.Expectation.OfFlow;
import coldpotato.scenarios.file.Expectation.RemedyAt;
import coldpotato.scenarios.reason.AsymmetryReason;
import coldpotato.scenarios.remedy.Advice;
import coldpotato.scenarios.remedy.Again;
import coldpotato.scenarios.remedy.Remedy;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why flows come back another way than they go, as the tables said when they were looked at; and what would have mended them. */
final class FlowReasons {
    private final OfFlow claim;
    private final Period period;
    private final FlowSides sides;
    private final Again again;
    private final List<String> told = new ArrayList<>();

    FlowReasons(OfFlow claim, Period period, FlowSides sides, Again again) {
        this.claim = claim;
        this.period = period;
        this.sides = sides;
        this.again = again;
    }

    /** Reads the tables at the first instant of the period. */
    void look(SimulatedNetwork network) {
        if (network.nowNanos() == period.fromNanos() && isAsked()) {
            AsymmetryReason.of(network, network.flows().group(claim.flow())).forEach(this::tell);
        }
    }

    private boolean isAsked() {
        return claim.asymmetry().isPresent()
                || claim.symmetric().isPresent()
                || claim.remedy().isPresent();
    }

    private void tell(AsymmetryReason reason) {
        String when = TimeText.of(period.fromNanos()) + " ";
        told.add(when + reason.asymmetry().flows() + " flows are "
                + reason.asymmetry().text());
        for (FlowDirection direction : FlowDirection.values()) {
            told.add(when + sides.text(claim.flow(), direction) + ": "
                    + reason.choice(direction).sentence());
        }
    }

    /** What was read. */
    ImmutableList<String> told() {
        return ImmutableList.copyOf(told);
    }

    /** Whether a change of the kind claimed mends the flows. */
    Optional<Finding> remedy(RunRecord run) {
        return claim.remedy().map(claimed -> remedy(run, claimed));
    }

    private Finding remedy(RunRecord run, RemedyAt claimed) {
        ImmutableList<Remedy> found = Advice.of(run.scenario(), period.fromNanos(), claim.flow(), again).stream()
                .flatMap(advice -> advice.remedies().stream())
                .distinct()
                .collect(ImmutableList.toImmutableList());
        boolean holds = found.stream().anyMatch(remedy -> isAs(remedy, claimed));
        return new Finding(
                holds,
                found.isEmpty()
                        ? "nothing that was tried mends them"
                        : "mended by " + String.join(", or ", texts(found)),
                found.stream().map(Remedy::sentence).collect(ImmutableList.toImmutableList()));
    }

    private static List<String> texts(ImmutableList<Remedy> found) {
        return found.stream()
                .map(remedy -> remedy.technique().text() + " at " + remedy.element())
                .toList();
    }

    private static boolean isAs(Remedy remedy, RemedyAt claimed) {
        return remedy.technique() == claimed.technique()
                && claimed.where()
                        .map(place -> Stream.of(remedy.element().split(", ")).anyMatch(place::equals))
                        .orElse(true);
    }
}
