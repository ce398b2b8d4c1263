package coldpotato.core.azure.grounds;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What something rests on where the documents are silent. To read the value of an assumption here is to name it, so that nothing
 * can rest on a value without saying so.
 */
public final class Grounds {
    private final AssumptionValues values;
    private final Set<Assumption> read = new LinkedHashSet<>();

    /** Nothing yet. */
    public Grounds(AssumptionValues values) {
        this.values = values;
    }

    /** The value of a duration. */
    public long nanos(Assumption assumption) {
        read.add(assumption);
        return values.durationNanos(assumption);
    }

    /** The value of a count. */
    public int number(Assumption assumption) {
        read.add(assumption);
        return values.number(assumption);
    }

    /** Which of the words of a choice. */
    public String choice(Assumption assumption) {
        read.add(assumption);
        return values.choice(assumption);
    }

    /** The value of a switch. */
    public boolean isOn(Assumption assumption) {
        read.add(assumption);
        return values.isOn(assumption);
    }

    /** What was read, in the order of first reading. */
    public ImmutableSet<Assumption> assumptions() {
        return ImmutableSet.copyOf(read);
    }

    /** The names of what was read. */
    public ImmutableList<String> names() {
        return read.stream().map(Assumption::name).collect(ImmutableList.toImmutableList());
    }
}
