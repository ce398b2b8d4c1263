package coldpotato.sim.flow;

import coldpotato.sim.net.Direction;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What all flows together ask of the links at an instant, and what the links make of it; see {@link Loading}. */
public final class Loads {
    private final LoadHistory history;
    private final long atNanos;

    Loads(LoadHistory history, long atNanos) {
        this.history = history;
        this.atNanos = atNanos;
    }

    /** What is sent into a link in a direction. */
    public Load of(String link, Direction direction) {
        return history.link(new LoadHistory.Side(link, direction), atNanos).orElse(Load.NONE);
    }

    /** How full the limits are that anything was ever sent into, by name. */
    public ImmutableList<Filling> limits() {
        return history.limits(atNanos);
    }

    /** The limits at which not everything fits, by name. */
    public ImmutableList<Filling> bottlenecks() {
        return limits().stream().filter(Filling::isFull).collect(ImmutableList.toImmutableList());
    }

    /** False if the shares of limits that depend on each other were not found exactly: they are near. */
    public boolean isSettled() {
        return history.isSettled(atNanos);
    }

    /** The share of the packets on a way that are not dropped because they do not fit. */
    double fitting(FlowGroup group, FlowDirection direction, Walk walk) {
        return fate(group, direction, walk).share();
    }

    private LoadHistory.Fate fate(FlowGroup group, FlowDirection direction, Walk walk) {
        return history.fate(new LoadHistory.Way(group.name(), direction, walk), atNanos)
                .orElse(LoadHistory.Fate.FITS);
    }

    /** The ways of flows with what becomes of packets for which there is no room. */
    ImmutableMap<Walk, Integer> felt(FlowGroup group, FlowDirection direction, Map<Walk, Integer> ways) {
        Map<Walk, Integer> felt = new LinkedHashMap<>();
        ways.forEach((walk, flows) -> felt.merge(felt(group, direction, walk), flows, Integer::sum));
        return ImmutableMap.copyOf(felt);
    }

    private Walk felt(FlowGroup group, FlowDirection direction, Walk walk) {
        LoadHistory.Fate fate = fate(group, direction, walk);
        return fate.narrowest()
                .filter(lane -> walk.outcome().isDelivery())
                .map(lane -> walk.overCapacity(lane.wire(), walk.deliveredFraction() * fate.share()))
                .orElse(walk);
    }
}
