package coldpotato.sim.load;

import coldpotato.sim.net.Capacity;
import coldpotato.sim.net.Queues;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The limits that streams meet, numbered; a limit with queues is as many cells as it has queues. */
final class Cells {
    /** A limit with the number of its first cell. */
    private record Slot(Capacity limit, int first) {}

    private final Map<Lane, Slot> slots = new TreeMap<>();
    private final List<Lane> lanes = new ArrayList<>();
    /** By stream and crossing. */
    final int[][] of;
    /** By cell what it carries, and up to where it lets all pass. */
    final double[] most;

    final double[] tolerated;

    Cells(List<Stream> streams) {
        of = new int[streams.size()][];
        List<Double> limits = new ArrayList<>();
        List<Double> tolerances = new ArrayList<>();
        for (int s = 0; s < of.length; s++) {
            Stream stream = streams.get(s);
            of[s] = stream.crossings().stream()
                    .mapToInt(crossing -> cell(crossing, stream.dscp(), limits, tolerances))
                    .toArray();
        }
        most = limits.stream().mapToDouble(Double::doubleValue).toArray();
        tolerated = tolerances.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private int cell(Crossing crossing, int dscp, List<Double> limits, List<Double> tolerances) {
        Slot slot = slots.computeIfAbsent(crossing.lane(), lane -> {
            Slot added = new Slot(crossing.limit(), limits.size());
            for (int queue = 0; queue < count(crossing); queue++) {
                lanes.add(lane);
                limits.add((double) crossing.limit().most());
                tolerances.add((double) crossing.limit().tolerated());
            }
            return added;
        });
        return slot.first + queues(crossing).map(queues -> queues.queue(dscp)).orElse(0);
    }

    private static int count(Crossing crossing) {
        return queues(crossing).map(Queues::count).orElse(1);
    }

    private static Optional<Queues> queues(Crossing crossing) {
        return crossing.limit().queues(crossing.lane().direction());
    }

    int count() {
        return most.length;
    }

    Lane lane(int cell) {
        return lanes.get(cell);
    }

    boolean countsFlows(int cell) {
        return lane(cell).unit() == Capacity.Unit.FLOWS;
    }

    /** Gives the queues of each limit their parts, if so much comes to them; true if that is anything new. */
    boolean divide(double[] offered) {
        double[] before = most.clone();
        slots.forEach((lane, slot) -> slot.limit.queues(lane.direction()).ifPresent(queues -> {
            double[] wishes = Arrays.copyOfRange(offered, slot.first, slot.first + queues.count());
            double[] parts = parts(slot.limit.most(), queues.weights(), wishes);
            System.arraycopy(parts, 0, most, slot.first, parts.length);
            System.arraycopy(parts, 0, tolerated, slot.first, parts.length);
        }));
        for (int cell = 0; cell < most.length; cell++) {
            if (Math.abs(most[cell] - before[cell]) > Shares.ROUNDING * before[cell]) {
                return true;
            }
        }
        return false;
    }

    /** Each gets what it wishes or its part by weight, and what that leaves goes to those who wish for more. */
    static double[] parts(double whole, ImmutableList<Double> weights, double[] wishes) {
        double[] parts = new double[wishes.length];
        boolean[] content = new boolean[wishes.length];
        double left = whole;
        boolean changed = true;
        while (changed) {
            changed = false;
            double perWeight = left / open(weights, content);
            for (int i = 0; i < wishes.length; i++) {
                if (!content[i] && wishes[i] <= perWeight * weights.get(i)) {
                    content[i] = true;
                    changed = true;
                    left -= wishes[i];
                }
            }
        }
        double perWeight = left / open(weights, content);
        for (int i = 0; i < wishes.length; i++) {
            // One that has all that it wishes is not held to it: it may come to wish for more.
            parts[i] = content[i] ? whole : perWeight * weights.get(i);
        }
        return parts;
    }

    private static double open(ImmutableList<Double> weights, boolean[] content) {
        double sum = 0;
        for (int i = 0; i < content.length; i++) {
            sum += content[i] ? 0 : weights.get(i);
        }
        return sum;
    }
}
