package coldpotato.scenarios.run;

import coldpotato.scenarios.file.Action;
import com.google.common.collect.ImmutableSet;

/**
 * A failure that is on a network.
 *
 * @param entry the entry of the timeline, or what was done by hand, that put it there
 * @param fail what fails and how
 * @param sinceNanos when it began
 * @param dark nodes that have no power because of it
 * @param darkUntilNanos when they have power again, unless it is repaired before
 */
public record Fault(String entry, Action.Fail fail, long sinceNanos, ImmutableSet<String> dark, long darkUntilNanos) {

    public String element() {
        return fail.element();
    }

    /** In words, what fails first. */
    @Override
    public String toString() {
        return ActionText.of(fail);
    }
}
