package coldpotato.sim.flow;

import coldpotato.sim.load.Crossing;
import coldpotato.sim.load.Lane;
import coldpotato.sim.load.Shares;
import coldpotato.sim.load.Stream;
import coldpotato.sim.net.Capacity;
import coldpotato.sim.net.Link;
import coldpotato.sim.node.Network;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Flows of a group that go one way now, with the links and limits that they meet, and what they get of those. */
final class Traffic {
    /**
     * A link on the way.
     *
     * @param side which, and in which direction
     * @param towards the node to which it leads
     * @param passing the share of what was sent that no link before it has lost
     * @param loses the share of what it carries that it loses
     * @param from number of the first limit that packets meet there
     * @param to number of the first limit after it
     */
    record Hop(LoadHistory.Side side, String towards, double passing, double loses, int from, int to) {}

    private final FlowGroup group;
    final LoadHistory.Way way;
    final Turnout turnout;
    final Stream stream;
    final ImmutableList<Hop> hops;
    /** By limit on the way the share of what was sent that comes there, at last what comes to the end. */
    private final double[] arriving;

    LoadHistory.Fate fate = LoadHistory.Fate.FITS;

    Traffic(Network network, FlowGroup group, FlowDirection direction, Walk walk, Turnout turnout) {
        this.group = group;
        this.turnout = turnout;
        way = new LoadHistory.Way(group.name(), direction, walk);
        List<Crossing> crossings = new ArrayList<>();
        hops = hops(network, walk, crossings);
        stream = new Stream(
                turnout.sent(),
                turnout.full(),
                (double) group.bitsPerSecond(direction) * turnout.full() / group.count(),
                group.senders().packetBytes(),
                group.senders().yields(),
                group.dscp(),
                ImmutableList.copyOf(crossings));
        arriving = new double[crossings.size() + 1];
    }

    private static ImmutableList<Hop> hops(Network network, Walk walk, List<Crossing> crossings) {
        ImmutableList.Builder<Hop> hops = ImmutableList.builder();
        double passing = 1;
        for (Walk.Hop hop : walk.hops()) {
            Link link = network.links().link(hop.link());
            int from = crossings.size();
            for (Capacity limit : link.capacity().map(Capacity::wires).orElse(ImmutableList.of())) {
                crossings.add(new Crossing(Lane.of(limit, hop.direction()), limit, passing));
            }
            double loses = link.lossFraction(hop.direction());
            hops.add(new Hop(
                    new LoadHistory.Side(hop.link(), hop.direction()),
                    link.end(hop.direction()),
                    passing,
                    loses,
                    from,
                    crossings.size()));
            passing *= 1 - loses;
        }
        return hops.build();
    }

    /** The same over links that are no longer what they were. */
    Traffic again(Network network) {
        return new Traffic(network, group, way.direction(), way.walk(), turnout);
    }

    /** What it gets now. */
    void gets(Shares shares, int number) {
        Arrays.setAll(arriving, crossing -> shares.arriving(number, crossing));
        fate = new LoadHistory.Fate(shares.delivered(number), shares.narrowest(number));
    }

    /** What it is to a link on its way. */
    Load load(Hop hop) {
        double sent = stream.bitsPerSecond() * hop.passing;
        double after = stream.yields() ? fate.share() : arriving[hop.to];
        double before = stream.yields() ? after : arriving[hop.from];
        for (int crossing = hop.from; stream.yields() && crossing < hop.to; crossing++) {
            before = Math.max(before, arriving[crossing]);
        }
        double excess = sent * (before - after);
        double carried = sent * after * (1 - hop.loses);
        return new Load(
                sent * before,
                carried,
                stream.yields() ? 0 : excess,
                stream.yields() ? excess : 0,
                stream.packets(carried));
    }

    /** What it would offer to a limit if nothing were full. */
    double wish(Lane lane) {
        return sum(lane, crossing -> 1);
    }

    /** What it offers to a limit on its way, in the unit of that. */
    double offered(Lane lane) {
        return sum(lane, crossing -> lane.unit() == Capacity.Unit.FLOWS ? 1 : arriving[crossing]);
    }

    /** What of that passes. */
    double fits(Lane lane) {
        return sum(lane, crossing -> stream.yields() ? fate.share() : arriving[crossing + 1]);
    }

    /** It may cross a limit more than once. */
    private double sum(Lane lane, IntToDoubleFunction share) {
        double sum = 0;
        for (int i = 0; i < stream.crossings().size(); i++) {
            Crossing crossing = stream.crossings().get(i);
            if (crossing.lane().equals(lane)) {
                sum += stream.wish(crossing) * share.applyAsDouble(i);
            }
        }
        return sum;
    }
}
