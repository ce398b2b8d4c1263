package coldpotato.sim.flow;

import coldpotato.sim.load.Crossing;
import coldpotato.sim.load.Lane;
import coldpotato.sim.net.Capacity;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which traffic meets at which link and at which limit now. */
final class Meetings {
    private static final double ROUNDING = 1e-9;

    /**
     * Those who meet at a limit.
     *
     * @param limit what it carries
     * @param towards the node to which the first link of it leads
     * @param members the traffic that crosses it, once or several times
     */
    private record Meeting(Capacity limit, String towards, Set<Traffic> members) {}

    private final Map<LoadHistory.Side, Map<Traffic, Traffic.Hop>> links = new LinkedHashMap<>();
    private final Map<Lane, Meeting> limits = new LinkedHashMap<>();
    /** Limits that may be full. */
    private final Set<Lane> tight = new LinkedHashSet<>();

    void add(Traffic traffic) {
        for (Traffic.Hop hop : traffic.hops) {
            links.computeIfAbsent(hop.side(), any -> new LinkedHashMap<>()).put(traffic, hop);
            for (int i = hop.from(); i < hop.to(); i++) {
                Crossing crossing = traffic.stream.crossings().get(i);
                limits.merge(
                                crossing.lane(),
                                new Meeting(crossing.limit(), hop.towards(), new LinkedHashSet<>()),
                                (old, now) -> new Meeting(now.limit, old.towards, old.members))
                        .members
                        .add(traffic);
            }
        }
    }

    void remove(Traffic traffic) {
        traffic.hops.forEach(hop -> links.get(hop.side()).remove(traffic));
        traffic.stream
                .crossings()
                .forEach(crossing -> limits.get(crossing.lane()).members.remove(traffic));
    }

    /** The traffic that crosses these links. */
    ImmutableSet<Traffic> on(Set<String> names) {
        return links.entrySet().stream()
                .filter(entry -> names.contains(entry.getKey().link()))
                .flatMap(entry -> entry.getValue().keySet().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** What is new, and all whose shares may change because it is, or because something is gone. */
    Set<Traffic> together(Set<Traffic> fresh, Set<Traffic> gone) {
        Set<Traffic> found = new LinkedHashSet<>(fresh);
        Set<Lane> seen = new LinkedHashSet<>();
        Deque<Traffic> left = new ArrayDeque<>(fresh);
        left.addAll(gone);
        while (!left.isEmpty()) {
            for (Crossing crossing : left.remove().stream.crossings()) {
                if (seen.add(crossing.lane()) && (tight.contains(crossing.lane()) | isTight(crossing.lane()))) {
                    limits.get(crossing.lane()).members.stream()
                            .filter(found::add)
                            .forEach(left::add);
                }
            }
        }
        return found;
    }

    /** True if more might be sent into it than passes; remembers that. */
    private boolean isTight(Lane lane) {
        Meeting meeting = limits.get(lane);
        double wishes = 0;
        for (Traffic each : meeting.members) {
            wishes += each.wish(lane);
        }
        boolean queued = meeting.limit.queues(lane.direction()).isPresent();
        double passing = queued ? meeting.limit.most() : meeting.limit.tolerated();
        boolean is = wishes > passing * (1 + ROUNDING);
        if (is) {
            tight.add(lane);
        } else {
            tight.remove(lane);
        }
        return is;
    }

    /** Writes down what all links and limits have to carry that some traffic crosses, or crossed until now. */
    void sum(Set<Traffic> some, long nowNanos, LoadHistory history) {
        Set<LoadHistory.Side> sides = new LinkedHashSet<>();
        Set<Lane> lanes = new TreeSet<>();
        for (Traffic each : some) {
            each.hops.forEach(hop -> sides.add(hop.side()));
            each.stream.crossings().forEach(crossing -> lanes.add(crossing.lane()));
        }
        sides.forEach(side -> history.put(nowNanos, side, load(links.get(side))));
        lanes.forEach(lane -> history.put(nowNanos, filling(lane, limits.get(lane))));
    }

    private static Load load(Map<Traffic, Traffic.Hop> traffic) {
        Load sum = Load.NONE;
        for (Map.Entry<Traffic, Traffic.Hop> each : traffic.entrySet()) {
            sum = sum.plus(each.getKey().load(each.getValue()));
        }
        return sum;
    }

    private static Filling filling(Lane lane, Meeting meeting) {
        double offered = 0;
        double fits = 0;
        for (Traffic each : meeting.members) {
            offered += each.offered(lane);
            fits += each.fits(lane);
        }
        double most = meeting.limit.most();
        // A flow that does not pass is still a flow on the way to the next limit: what passes here is counted here.
        boolean flows = lane.unit() == Capacity.Unit.FLOWS;
        return new Filling(lane, meeting.towards, offered, flows ? Math.min(offered, most) : fits, most);
    }
}
