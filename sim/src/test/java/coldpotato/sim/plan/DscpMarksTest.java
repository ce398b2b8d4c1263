package coldpotato.sim.plan;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.sim.flow.Outcome;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.net.Direction;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DscpMarksTest {
    private static final LinkPlan.End A = new LinkPlan.End("a", ImmutableList.of(), 0, 0);
    private static final LinkPlan.End B = new LinkPlan.End("b", ImmutableList.of(), 0, 0);

    private static int arriving(Optional<ImmutableSet<Integer>> kept, int dscp) {
        LinkPlan link =
                LinkPlan.builder("link", A, B, Provenance.NONE).keptMarks(kept).build();
        NetworkPlan plan = new NetworkPlan(
                ImmutableMap.of(),
                ImmutableMap.of("link", link),
                ImmutableMap.of(),
                ImmutableMap.of(),
                ImmutableMap.of());
        ImmutableList<Walk.Hop> hops = ImmutableList.of(new Walk.Hop("a", "link", Direction.A_TO_B));
        return DscpMarks.arriving(plan, new Walk(hops, "b", Outcome.DELIVERED, "b", "", 1, ImmutableList.of()), dscp);
    }

    @Test
    void aLinkLeavesMarksAloneUnlessItSaysWhichItKeeps() {
        assertThat(arriving(Optional.empty(), 26)).isEqualTo(26);
    }

    @Test
    void whatALinkDoesNotKeepArrivesWithoutMark() {
        assertThat(arriving(Optional.of(ImmutableSet.of(46, 0)), 46)).isEqualTo(46);
        assertThat(arriving(Optional.of(ImmutableSet.of(46, 0)), 26)).isZero();
    }
}
