package coldpotato.scenarios.report;

import coldpotato.scenarios.check.CauseChain;
import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Chains of causes as a tree: each step on a line of its own, and what a chain shares with the one before only once. */
final class CausesText {
    private static final String STEP = CauseChain.ARROW.stripLeading();
    private static final Splitter STEPS = Splitter.on(CauseChain.ARROW);

    private CausesText() {}

    static List<String> lines(ImmutableList<String> chains) {
        List<String> lines = new ArrayList<>();
        List<String> before = ImmutableList.of();
        for (String chain : chains) {
            List<String> steps = STEPS.splitToList(chain);
            for (int i = shared(before, steps); i < steps.size(); i++) {
                lines.add(Strings.repeat("   ", Math.max(0, i - 1)) + (i == 0 ? "" : STEP) + steps.get(i));
            }
            before = steps;
        }
        return lines;
    }

    private static int shared(List<String> before, List<String> steps) {
        int shared = 0;
        while (shared < Math.min(before.size(), steps.size())
                && before.get(shared).equals(steps.get(shared))) {
            shared++;
        }
        return shared;
    }
}
