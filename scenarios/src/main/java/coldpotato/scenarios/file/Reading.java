package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** What is gathered while one scenario is read: mistakes, names and times. */
final class Reading {
    private final Source source;
    private final Mistakes mistakes;
    private final Names names = new Names();
    private final List<TimeExpression> times = new ArrayList<>();
    private final List<Fields> opened = new ArrayList<>();

    Reading(Source source, Mistakes mistakes) {
        this.source = source;
        this.mistakes = mistakes;
    }

    void wrong(Place place, String message) {
        mistakes.add(place, message);
    }

    Mistakes mistakes() {
        return mistakes;
    }

    Names names() {
        return names;
    }

    /** The place of what is not written. */
    Place nowhere() {
        return Place.whole(source);
    }

    void mentioned(TimeExpression time) {
        times.add(time);
    }

    ImmutableList<TimeExpression> times() {
        return ImmutableList.copyOf(times);
    }

    void opened(Fields fields) {
        opened.add(fields);
    }

    /** Tells of the keys that nobody asked for. */
    void checkAllAsked() {
        opened.forEach(Fields::checkAllAsked);
    }
}
