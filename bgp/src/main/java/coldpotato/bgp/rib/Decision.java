package coldpotato.bgp.rib;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What the decision process made of the candidates for a prefix.
 *
 * @param multipath the paths to be used, the best first, the others in order of preference; empty if none can be used
 * @param losers all other candidates, first those that were removed first, each with the stage that removed it
 * @param stoodIn true if the best path stepped in for one that was lost; known only where {@link Succession} is a stage
 * @param external what internal neighbours are told in place of a best path that came from one of them; known only where the
 *     {@link DecisionProcess} asks for it
 */
public record Decision(
        ImmutableList<Path> multipath, ImmutableList<Loser> losers, boolean stoodIn, Optional<Path> external) {
    /** Of a prefix without candidates. */
    public static final Decision NONE = new Decision(ImmutableList.of(), ImmutableList.of());

    /** A decision that nothing in the past bears on. */
    public Decision(ImmutableList<Path> multipath, ImmutableList<Loser> losers) {
        this(multipath, losers, false, Optional.empty());
    }

    /**
     * A candidate that was not chosen.
     *
     * @param path the candidate
     * @param stage the stage that removed it
     */
    public record Loser(Path path, DecisionStage stage) {}

    /** The decision about a prefix with one candidate, which is used. */
    static Decision only(Path path) {
        return new Decision(ImmutableList.of(path), ImmutableList.of());
    }

    /** The same where the best path stepped in for one that was lost. */
    Decision standingIn() {
        return new Decision(multipath, losers, true, external);
    }

    /** The same with another path for internal neighbours. */
    Decision withExternal(Optional<Path> path) {
        return path.equals(external) ? this : new Decision(multipath, losers, stoodIn, path);
    }

    /** The path that is told to neighbours. */
    public Optional<Path> best() {
        return multipath.isEmpty() ? Optional.empty() : Optional.of(multipath.get(0));
    }

    /** True if both use the same paths in the same order, whoever lost and whatever caused them. */
    public boolean sameRoutes(Decision other) {
        if (multipath.size() != other.multipath.size()) {
            return false;
        }
        for (int i = 0; i < multipath.size(); i++) {
            if (!multipath.get(i).sameRoute(other.multipath.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean sameRoute(Optional<Path> one, Optional<Path> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || one.get().sameRoute(other.get()));
    }
}
