package coldpotato.sim.flow;

import coldpotato.core.time.Durations;
import coldpotato.sim.load.Lane;
import coldpotato.sim.net.Direction;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The loads of all links over time, kept change by change and link by link, so that a change costs what it changes. An instant is
 * seen as all its events have left it.
 */
public final class LoadHistory {
    /** A direction of a link. */
    record Side(String link, Direction direction) {}

    /** Flows of a group that go a way in a direction. */
    record Way(String group, FlowDirection direction, Walk walk) {}

    /**
     * What comes of packets that go a way.
     *
     * @param share of them that fits everywhere
     * @param narrowest the limit that takes most of them; empty if all fit
     */
    record Fate(double share, Optional<Lane> narrowest) {
        static final Fate FITS = new Fate(1, Optional.empty());
    }

    private final Map<Side, Timeline<Load>> links = new LinkedHashMap<>();
    private final Map<Lane, Timeline<Filling>> limits = new TreeMap<>();
    private final Map<Way, Timeline<Fate>> ways = new LinkedHashMap<>();
    private final Timeline<Boolean> settled = new Timeline<>();
    private final TreeSet<Long> changes = new TreeSet<>();

    void put(long nowNanos, Side side, Load load) {
        note(nowNanos, links.computeIfAbsent(side, any -> new Timeline<>()).put(nowNanos, load));
    }

    void put(long nowNanos, Filling filling) {
        note(
                nowNanos,
                limits.computeIfAbsent(filling.lane(), any -> new Timeline<>()).put(nowNanos, filling));
    }

    void put(long nowNanos, Way way, Fate fate) {
        note(nowNanos, ways.computeIfAbsent(way, any -> new Timeline<>()).put(nowNanos, fate));
    }

    void settled(long nowNanos, boolean exactly) {
        settled.put(nowNanos, exactly);
    }

    private void note(long nowNanos, boolean changed) {
        if (changed) {
            changes.add(nowNanos);
        }
    }

    /** The loads at an instant. */
    public Loads at(long nanos) {
        return new Loads(this, nanos);
    }

    Optional<Load> link(Side side, long nanos) {
        return Optional.ofNullable(links.get(side)).flatMap(load -> load.at(nanos));
    }

    Optional<Fate> fate(Way way, long nanos) {
        return Optional.ofNullable(ways.get(way)).flatMap(fate -> fate.at(nanos));
    }

    ImmutableList<Filling> limits(long nanos) {
        return limits.values().stream()
                .flatMap(limit -> limit.at(nanos).stream())
                .collect(ImmutableList.toImmutableList());
    }

    boolean isSettled(long nanos) {
        return settled.at(nanos).orElse(true);
    }

    /** Bits that a link has carried in a direction from the beginning to an instant. */
    public double carriedBits(String link, Direction direction, long untilNanos) {
        Timeline<Load> load = links.get(new Side(link, direction));
        return load == null ? 0 : carriedBits(load.between(0, untilNanos), untilNanos);
    }

    private static double carriedBits(ImmutableSortedMap<Long, Load> load, long untilNanos) {
        double bits = 0;
        long from = 0;
        double rate = 0;
        for (Map.Entry<Long, Load> change : load.entrySet()) {
            bits += rate * (change.getKey() - from) / Durations.NANOS_PER_SECOND;
            from = change.getKey();
            rate = change.getValue().carried();
        }
        return bits + rate * (untilNanos - from) / Durations.NANOS_PER_SECOND;
    }

    /** When they changed, from one instant to another, both included. */
    public ImmutableSortedSet<Long> changesNanos(long fromNanos, long toNanos) {
        return ImmutableSortedSet.copyOfSorted(changes.subSet(fromNanos, true, toNanos, true));
    }

    /**
     * The limits that had to carry more after something happened, by name.
     *
     * @param fromNanos when it happened: what was before is what was just before that
     * @param toNanos to look no further than this instant, which is included
     */
    public ImmutableList<Burden> burdens(long fromNanos, long toNanos) {
        return limits.values().stream()
                .flatMap(limit -> burden(limit, fromNanos, toNanos).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<Burden> burden(Timeline<Filling> limit, long fromNanos, long toNanos) {
        double before = limit.at(fromNanos - 1).map(Filling::offered).orElse(0.0);
        Burden burden = null;
        for (Map.Entry<Long, Filling> change : limit.between(fromNanos, toNanos).entrySet()) {
            Filling now = change.getValue();
            boolean peak = burden == null || now.offered() > burden.peak();
            burden = new Burden(
                    now.lane(),
                    now.towards(),
                    before,
                    peak ? now.offered() : burden.peak(),
                    peak ? change.getKey() : burden.peakNanos(),
                    now.offered(),
                    now.most());
        }
        return Optional.ofNullable(burden).filter(some -> some.peak() > before * (1 + Filling.ROUNDING));
    }
}
