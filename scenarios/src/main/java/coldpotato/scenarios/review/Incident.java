package coldpotato.scenarios.review;

import coldpotato.scenarios.outage.Advice;
import coldpotato.scenarios.outage.Outage;
import coldpotato.scenarios.reason.AsymmetryReason;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that flows suffered from.
 *
 * @param trigger what it goes back to
 * @param harms for whom, by flow group
 * @param fromNanos when the first packet was lost
 * @param untilNanos when it was over for the last flow, or the end of the run
 * @param end how it ended for that flow
 * @param ending what was done to the network that ended it; empty if the network came round by itself, or not at all
 * @param steps by which it came to what ended it for the last flow, each with its time; where it never ends, to what ended the
 *     slowest outage, or, if none ended, to the last change
 * @param slowest the outage that took longest of those that ended, with what its time went by with; empty if none did
 * @param lasting the longest outage to the end of the run; empty if all ended
 * @param overload what was left had to carry
 * @param advice what would have ended the lasting outage, then what would have shortened the slowest, what took most of it first
 * @param detours why flows go one way and come another, if that has to do with it
 */
public record Incident(
        Trigger trigger,
        ImmutableList<Harm> harms,
        long fromNanos,
        long untilNanos,
        End end,
        Optional<Trigger> ending,
        ImmutableList<String> steps,
        Optional<Outage> slowest,
        Optional<Outage> lasting,
        Overload overload,
        ImmutableList<Advice> advice,
        ImmutableList<AsymmetryReason> detours)
        implements Comparable<Incident> {
    private static final Comparator<Incident> ORDER =
            Comparator.comparing(Incident::trigger).thenComparing(Incident::fromNanos);

    /** How it ended. */
    public enum End {
        /** All packets arrive again. */
        WELL,
        /** Some packets were lost; then, by something else, all, or all of some flows. */
        WORSE,
        /** It lasts to the end of the run. */
        NEVER
    }

    /** Of something after which packets do not fit, and which harms nobody otherwise. */
    static Incident of(Trigger trigger, Overload overload, long untilNanos, End end) {
        return new Incident(
                trigger,
                ImmutableList.of(),
                overload.burdens().get(0).peakNanos(),
                untilNanos,
                end,
                Optional.empty(),
                ImmutableList.of(),
                Optional.empty(),
                Optional.empty(),
                overload,
                ImmutableList.of(),
                ImmutableList.of());
    }

    Incident with(
            Optional<Outage> longest,
            Optional<Outage> unended,
            ImmutableList<String> chain,
            ImmutableList<Advice> given) {
        return new Incident(
                trigger, harms, fromNanos, untilNanos, end, ending, chain, longest, unended, overload, given, detours);
    }

    Incident until(long nanos, End how) {
        return new Incident(
                trigger, harms, fromNanos, nanos, how, ending, steps, slowest, lasting, overload, advice, detours);
    }

    Incident with(Overload found) {
        return new Incident(
                trigger, harms, fromNanos, untilNanos, end, ending, steps, slowest, lasting, found, advice, detours);
    }

    Incident with(ImmutableList<AsymmetryReason> found) {
        return new Incident(
                trigger, harms, fromNanos, untilNanos, end, ending, steps, slowest, lasting, overload, advice, found);
    }

    /** How many flows were out. */
    public int hit() {
        return harms.stream().mapToInt(Harm::hit).sum();
    }

    /** How many flows the groups have that suffered. */
    public int flows() {
        return harms.stream().mapToInt(Harm::flows).sum();
    }

    /** The longest time for which a flow was out. */
    public long longestNanos() {
        return harms.stream().mapToLong(Harm::longestNanos).max().orElse(0);
    }

    /** The shortest time for which a flow was out that was hit, 0 if none was. */
    public long shortestNanos() {
        return harms.stream()
                .filter(harm -> harm.hit() > 0)
                .mapToLong(Harm::shortestNanos)
                .min()
                .orElse(0);
    }

    @Override
    public int compareTo(Incident other) {
        return ORDER.compare(this, other);
    }
}
