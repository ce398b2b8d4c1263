package coldpotato.scenarios.run;

import coldpotato.scenarios.check.TimeText;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.List;
import java.util.stream.Stream;

/** Tells once what happens over and over while nobody touches the network: a session that is tried again every minute, say. */
final class Repeats {
    /** As often as this, every time is told. */
    private static final int TOLD_MAX = 3;

    private final ImmutableSortedSet<Long> deeds;
    private final ListMultimap<Key, Moment> same = LinkedListMultimap.create();

    private Repeats(ImmutableSortedSet<Long> deeds) {
        this.deeds = deeds;
    }

    /** @param deeds when somebody did something to the network; what happens again after it is told again */
    static ImmutableList<Moment> toldOnce(ImmutableList<Moment> moments, ImmutableSortedSet<Long> deeds) {
        Repeats repeats = new Repeats(deeds);
        moments.forEach(moment -> repeats.same.put(repeats.key(moment), moment));
        return moments.stream().flatMap(repeats::told).collect(ImmutableList.toImmutableList());
    }

    private Key key(Moment moment) {
        return new Key(deeds.headSet(moment.timeNanos(), true).size(), moment.text());
    }

    private Stream<Moment> told(Moment moment) {
        List<Moment> times = same.get(key(moment));
        if (times.size() <= TOLD_MAX) {
            return Stream.of(moment);
        }
        String again = " ... and again " + (times.size() - 1) + " times until "
                + TimeText.of(Iterables.getLast(times).timeNanos());
        return moment.equals(times.get(0))
                ? Stream.of(new Moment(moment.timeNanos(), moment.text() + again))
                : Stream.empty();
    }

    private record Key(int deedsBefore, String text) {}
}
