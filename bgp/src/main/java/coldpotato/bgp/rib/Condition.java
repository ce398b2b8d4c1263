package coldpotato.bgp.rib;

import coldpotato.core.net.LargeCommunity;
import com.google.common.collect.ImmutableList;

/** What may hold of a set of candidates. */
public sealed interface Condition {
    /** As explanations say it: {@code if all carry 65515:0:1}. */
    String text();

    boolean holds(ImmutableList<Path> standing);

    /**
     * All carry a mark.
     *
     * @param text in words
     * @param mark which
     */
    record AllCarry(String text, LargeCommunity mark) implements Condition {
        @Override
        public boolean holds(ImmutableList<Path> standing) {
            return standing.stream().allMatch(path -> CommunityRank.carries(path, mark));
        }
    }

    /**
     * Those that carry a mark come from sessions of more than one group.
     *
     * @param text in words
     * @param mark which
     */
    record SeveralGroups(String text, LargeCommunity mark) implements Condition {
        @Override
        public boolean holds(ImmutableList<Path> standing) {
            return standing.stream()
                            .filter(path -> CommunityRank.carries(path, mark))
                            .map(path -> path.source().group())
                            .distinct()
                            .count()
                    > 1;
        }
    }
}
