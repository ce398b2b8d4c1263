package coldpotato.scenarios.remedy;

import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.plan.SimulatedNetwork;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tries changes, each in a run of its own, against how the flows of one group stood without any. */
final class Rehearsals {
    private final Scenario scenario;
    private final long nanos;
    private final String group;
    private final Again again;
    private final Standing before;
    private final Map<String, Optional<Remedy>> known = new LinkedHashMap<>();
    private Optional<Standing> endBefore = Optional.empty();

    /** @param before how all flows stand at the instant without a change */
    Rehearsals(Scenario scenario, long nanos, String group, Again again, Standing before) {
        this.scenario = scenario;
        this.nanos = nanos;
        this.group = group;
        this.again = again;
        this.before = before;
    }

    /** The change as a remedy, if it is one. */
    Optional<Remedy> remedy(Change change) {
        return known.computeIfAbsent(change.text(), text -> tried(change));
    }

    private Optional<Remedy> tried(Change change) {
        return change.to().apply(scenario).flatMap(changed -> standing(changed, nanos)
                .filter(after -> after.mends(group, before) && after.harmsNobody(before))
                .filter(after -> endsWell(changed))
                .map(after -> new Remedy(
                        change.technique(),
                        change.element(),
                        change.text(),
                        after.group(group).decided() == 0)));
    }

    private boolean endsWell(Scenario changed) {
        long end = scenario.times().endNanos();
        if (endBefore.isEmpty()) {
            endBefore = standing(scenario, end);
        }
        return endBefore.isEmpty()
                || standing(changed, end)
                        .filter(after -> after.harmsNobody(endBefore.get()))
                        .isPresent();
    }

    private Optional<Standing> standing(Scenario other, long atNanos) {
        return again.upTo(other, atNanos).map((SimulatedNetwork network) -> Standing.of(network));
    }
}
