package coldpotato.bgp.rib;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * A stage that looks at external and internal paths apart, so that the best of each kind stand; what was best before does not count.
 *
 * @param stage what it asks for
 */
public record Apart(DecisionStage stage) implements DecisionStage {

    @Override
    public String text() {
        return stage.text() + " among external or among internal paths";
    }

    @Override
    public void eliminate(Contest contest) {
        for (PathSource.Kind kind : PathSource.Kind.values()) {
            Path[] alike = contest.standing().stream()
                    .filter(path -> path.source().kind() == kind)
                    .toArray(Path[]::new);
            if (alike.length > 1) {
                Contest among = contest.among(alike);
                among.prefer(ImmutableList.of(stage));
                ImmutableSet<Path> kept = ImmutableSet.copyOf(among.standing());
                contest.removeIf(path -> path.source().kind() == kind && !kept.contains(path));
            }
        }
    }
}
