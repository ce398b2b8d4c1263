package coldpotato.scenarios.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.function.Supplier;

/** Keeps what a check saw while the run went on: the first time that it was not as expected, or the last look. */
final class Watch {
    private final Period period;
    private final boolean needed;
    private boolean wrong;
    private boolean looked;
    private long atNanos;
    private String seen = "";

    /** @param needed false if nothing has to be looked at */
    Watch(Period period, boolean needed) {
        this.period = period;
        this.needed = needed;
    }

    boolean isNeeded() {
        return needed;
    }

    ImmutableSortedSet<Long> stopsNanos() {
        return needed ? ImmutableSortedSet.of(period.fromNanos(), period.toNanos()) : ImmutableSortedSet.of();
    }

    boolean attends(long nanos) {
        return needed && !wrong && !period.isInstant() && period.contains(nanos);
    }

    void saw(long nowNanos, boolean right, String what) {
        if (!wrong) {
            looked = true;
            wrong = !right;
            atNanos = nowNanos;
            seen = what;
        }
    }

    boolean hasFailed() {
        return wrong;
    }

    boolean isRight() {
        return looked && !wrong;
    }

    /** When it was first wrong, or last right. */
    long atNanos() {
        return atNanos;
    }

    Finding finding(Supplier<ImmutableList<String>> why) {
        String found = looked ? TimeText.of(atNanos) + " " + seen : "the run ended before";
        return new Finding(isRight(), found, why.get());
    }
}
