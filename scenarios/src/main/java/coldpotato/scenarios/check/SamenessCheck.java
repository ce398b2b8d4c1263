package coldpotato.scenarios.check;

import coldpotato.scenarios.file.Expectation.SameAs;
import coldpotato.sim.plan.SimulatedNetwork;
import coldpotato.sim.plan.Snapshot;
import coldpotato.sim.plan.Snapshot.Difference;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges whether the network is at one time what it is at another. */
final class SamenessCheck implements Check {
    private static final int DIFFERENCES_SHOWN = 12;

    private final SameAs claim;
    private final Period period;
    private final long otherNanos;
    private final ImmutableSet<String> external;
    private final Map<Long, Snapshot> snapshots = new TreeMap<>();

    /** @param external routers whose facts are not known */
    SamenessCheck(SameAs claim, Period period, long otherNanos, ImmutableSet<String> external) {
        this.claim = claim;
        this.period = period;
        this.otherNanos = otherNanos;
        this.external = external;
    }

    @Override
    public String expected() {
        return "the same as at " + claim.other();
    }

    @Override
    public ImmutableSortedSet<Long> stopsNanos() {
        return ImmutableSortedSet.of(otherNanos, period.fromNanos(), period.toNanos());
    }

    @Override
    public void look(SimulatedNetwork network) {
        snapshots.put(network.nowNanos(), Snapshot.of(network, external));
    }

    @Override
    public Finding finding(RunRecord run) {
        run.subjects().addEverything();
        Snapshot other = snapshots.get(otherNanos);
        ImmutableList<Difference> differences = other.differencesTo(snapshots.get(period.toNanos()));
        return differences.isEmpty()
                ? new Finding(true, "the same: all " + other.facts().size() + " facts" + unseen(), ImmutableList.of())
                : new Finding(false, differences.size() + " facts are different" + unseen(), told(differences));
    }

    private String unseen() {
        return external.isEmpty() ? "" : ", those of " + String.join(", ", external) + " not judged";
    }

    /** The differences, flows that changed alike told once. */
    private static ImmutableList<String> told(List<Difference> differences) {
        Map<String, Integer> alike = new LinkedHashMap<>();
        for (Difference difference : differences) {
            String about = difference.about().replaceFirst(" #[0-9]+ ", " ");
            alike.merge(new Difference(about, difference.before(), difference.after()).toString(), 1, Integer::sum);
        }
        ImmutableList.Builder<String> told = ImmutableList.builder();
        alike.entrySet().stream()
                .limit(DIFFERENCES_SHOWN)
                .map(entry -> (entry.getValue() == 1 ? "" : entry.getValue() + " x ") + entry.getKey())
                .forEach(told::add);
        if (alike.size() > DIFFERENCES_SHOWN) {
            told.add("and " + (alike.size() - DIFFERENCES_SHOWN) + " more");
        }
        return told.build();
    }
}
