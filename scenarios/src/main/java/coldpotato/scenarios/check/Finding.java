package coldpotato.scenarios.check;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a check found.
 *
 * @param holds true if it is what was expected
 * @param found in words
 * @param why sentences
 * @param measures what was measured, which the seed may decide
 */
record Finding(boolean holds, String found, ImmutableList<String> why, ImmutableList<Measure> measures) {

    /** Nothing was measured. */
    Finding(boolean holds, String found, ImmutableList<String> why) {
        this(holds, found, why, ImmutableList.of());
    }

    /** The same with what was measured. */
    Finding measuring(Measure... more) {
        return new Finding(
                holds,
                found,
                why,
                ImmutableList.<Measure>builder().addAll(measures).add(more).build());
    }

    /** All that was found, which holds if each of it does. */
    static Finding all(List<Finding> findings) {
        return new Finding(
                findings.stream().allMatch(Finding::holds),
                findings.stream().map(Finding::found).collect(Collectors.joining("; ")),
                flat(findings, Finding::why).distinct().collect(ImmutableList.toImmutableList()),
                flat(findings, Finding::measures).collect(ImmutableList.toImmutableList()));
    }

    private static <T> Stream<T> flat(List<Finding> findings, Function<Finding, List<T>> parts) {
        return findings.stream().flatMap(finding -> parts.apply(finding).stream());
    }

    /** The same, told first with other sentences of why. */
    Finding after(ImmutableList<String> first) {
        return new Finding(
                holds,
                found,
                ImmutableList.<String>builder().addAll(first).addAll(why).build(),
                measures);
    }
}
