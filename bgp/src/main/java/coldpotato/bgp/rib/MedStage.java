package coldpotato.bgp.rib;

import coldpotato.bgp.attr.PathAttributes;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lowest MED among the candidates heard from the same neighbour AS (RFC 4271 section 9.1.2.2 c). Works on groups, not on
 * pairs, so that the order of arrival means nothing (RFC 3345, RFC 4451).
 *
 * @param alwaysCompare true to compare across neighbour ASes
 * @param missingAsWorst true to take an absent MED for the highest, false for 0
 */
public record MedStage(boolean alwaysCompare, boolean missingAsWorst) implements DecisionStage {
    /** As the RFC has it. */
    public static final MedStage RFC4271 = new MedStage(false, false);

    @Override
    public String text() {
        return "lowest MED"
                + (alwaysCompare ? ", compared always" : " of its neighbour AS")
                + (missingAsWorst ? ", missing as worst" : "");
    }

    @Override
    public void eliminate(Contest contest) {
        ImmutableList<Path> standing = contest.standing();
        long first = med(standing.get(0));
        if (standing.stream().allMatch(path -> med(path) == first)) {
            return;
        }
        Map<Integer, Long> lowest = new LinkedHashMap<>();
        for (Path path : standing) {
            lowest.merge(group(path), med(path), Math::min);
        }
        contest.removeIf(path -> med(path) > lowest.get(group(path)));
    }

    private int group(Path path) {
        return alwaysCompare ? 0 : path.attributes().asPath().neighbourAs();
    }

    private long med(Path path) {
        long med = path.attributes().med();
        return med != PathAttributes.ABSENT ? med : missingAsWorst ? 0xffff_ffffL : 0;
    }
}
