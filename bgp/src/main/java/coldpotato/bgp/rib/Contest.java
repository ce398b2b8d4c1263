package coldpotato.bgp.rib;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.bgp.rib.Decision.Loser;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The candidates for one prefix while the stages of the decision process remove one after the other. */
public final class Contest {
    private static final Comparator<Path> BY_SOURCE = Comparator.comparing(Path::source);

    private final Path[] standing;
    private final Decision before;
    private final NextHopCosts costs;
    private final List<Loser> losers = new ArrayList<>(0);
    private int count;
    private DecisionStage stage;

    Contest(Path[] candidates, Decision before, NextHopCosts costs) {
        this.count = candidates.length;
        this.standing = candidates.clone();
        if (count > 1) {
            Arrays.sort(standing, BY_SOURCE);
        }
        this.before = before;
        this.costs = costs;
    }

    /** The candidates not removed so far, sorted by source. */
    public ImmutableList<Path> standing() {
        return count == 1
                ? ImmutableList.of(standing[0])
                : ImmutableList.copyOf(Arrays.asList(standing).subList(0, count));
    }

    /** The path that is best until this contest is decided; it may have changed or be no candidate any more. */
    public Optional<Path> incumbent() {
        return before.best();
    }

    /** The group of sessions whose path stepped in for one that was lost, and is best until this contest is decided. */
    Optional<String> successor() {
        return before.stoodIn() ? before.best().map(path -> path.source().group()) : Optional.empty();
    }

    /** Cost of the way to a candidate's next hop; 0 for our own routes. */
    public long cost(Path path) {
        return costs.cost(path);
    }

    NextHopCosts costs() {
        return costs;
    }

    /** Removes the candidates for which this holds. */
    public void removeIf(Predicate<Path> loses) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            Path path = standing[i];
            if (loses.test(path)) {
                losers.add(new Loser(path, stage));
            } else {
                standing[kept++] = path;
            }
        }
        count = kept;
    }

    /** Removes all candidates but those with the lowest number. */
    public void keepLowest(ToLongFunction<Path> number) {
        long lowest = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            lowest = Math.min(lowest, number.applyAsLong(standing[i]));
        }
        long kept = lowest;
        removeIf(path -> number.applyAsLong(path) != kept);
    }

    /** Removes all candidates but those that come first in an order. */
    public void keepFirst(Comparator<Path> order) {
        Path first = standing[0];
        for (int i = 1; i < count; i++) {
            first = order.compare(standing[i], first) < 0 ? standing[i] : first;
        }
        Path kept = first;
        removeIf(path -> order.compare(path, kept) != 0);
    }

    /** Runs a stage that even a single candidate must pass. */
    void demand(Eligibility next) {
        stage = next;
        next.eliminate(this);
    }

    /** Runs stages as long as there is something to choose from. */
    void prefer(ImmutableList<DecisionStage> stages) {
        for (DecisionStage next : stages) {
            if (count > 1) {
                stage = next;
                next.eliminate(this);
                checkState(count > 0, "stage %s left no candidate", next);
            }
        }
    }

    ImmutableList<Loser> losers() {
        return ImmutableList.copyOf(losers);
    }
}
