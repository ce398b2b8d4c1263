package coldpotato.sim.load;

import java.util.Arrays;
import java.util.List;

/**
 * What senders who slow down get of what the others leave: all flows grow alike until they have what they wish or a limit is full,
 * and those that meet a full limit stay as they are (progressive filling). The result is max-min fair.
 */
final class YieldingShares {
    private static final int FREE = -1;

    private final List<Stream> streams;
    private final Cells cells;
    private final double[][] wishes;
    private final double[] flowLimits;
    /** By stream what one flow has, in bits per second, and the cell that keeps it from having more. */
    private final double[] rate;

    private final int[] keptBy;
    private final boolean[] growing;
    private final double[] room;

    YieldingShares(List<Stream> streams, Cells cells, double[][] wishes, double[] flowLimits) {
        this.streams = streams;
        this.cells = cells;
        this.wishes = wishes;
        this.flowLimits = flowLimits;
        rate = new double[streams.size()];
        keptBy = new int[streams.size()];
        growing = new boolean[streams.size()];
        room = new double[cells.count()];
    }

    /**
     * Finds what comes to each crossing of each stream that yields.
     *
     * @param taken of each cell by those who do not
     */
    void fill(double[][] arriving, double[] taken) {
        double[] limits = cells.tolerated.clone();
        do {
            grow(limits, taken);
        } while (hasCutTolerance(limits));
        for (int s = 0; s < rate.length; s++) {
            if (streams.get(s).yields()) {
                tell(s, arriving[s]);
            }
        }
    }

    /** What is tolerated is so only if all of it passes: a limit that keeps somebody back is cut. */
    private boolean hasCutTolerance(double[] limits) {
        boolean cut = false;
        for (int s = 0; s < keptBy.length; s++) {
            int cell = keptBy[s];
            if (streams.get(s).yields() && cell != FREE && limits[cell] > cells.most[cell]) {
                limits[cell] = cells.most[cell];
                cut = true;
            }
        }
        return cut;
    }

    private void grow(double[] limits, double[] taken) {
        Arrays.setAll(room, cell -> Math.max(0, limits[cell] - taken[cell]));
        for (int s = 0; s < rate.length; s++) {
            rate[s] = 0;
            keptBy[s] = FREE;
            growing[s] = streams.get(s).yields() && streams.get(s).bitsPerSecond() > 0;
        }
        while (growing()) {
            double[] levels = levels();
            double level = Arrays.stream(levels).min().orElse(Double.MAX_VALUE);
            if (!stopContent(level)) {
                stopKept(levels, level);
            }
        }
    }

    private boolean growing() {
        for (boolean one : growing) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** By cell, to what rate of a flow all that still grow can grow there. */
    private double[] levels() {
        double[] weight = new double[room.length];
        for (int s = 0; s < rate.length; s++) {
            if (growing[s]) {
                for (int c = 0; c < wishes[s].length; c++) {
                    weight[cells.of[s][c]] += perRate(s, c);
                }
            }
        }
        double[] levels = new double[room.length];
        Arrays.setAll(levels, cell -> weight[cell] > 0 ? Math.max(0, room[cell]) / weight[cell] : Double.MAX_VALUE);
        return levels;
    }

    /** How much of a cell a stream takes for each bit per second that one flow of it has; nothing of a limit of flows. */
    private double perRate(int stream, int crossing) {
        return cells.countsFlows(cells.of[stream][crossing])
                ? 0
                : wishes[stream][crossing] / streams.get(stream).wishOfOne();
    }

    /** Those who wish for no more than all can have stop growing; false if there is none. */
    private boolean stopContent(double level) {
        boolean stopped = false;
        for (int s = 0; s < rate.length; s++) {
            double wish = streams.get(s).wishOfOne() * allowed(s);
            if (growing[s] && wish <= level * (1 + Shares.ROUNDING)) {
                stop(s, wish);
                stopped = true;
            }
        }
        return stopped;
    }

    private void stopKept(double[] levels, double level) {
        for (int s = 0; s < rate.length; s++) {
            for (int c = 0; growing[s] && c < wishes[s].length; c++) {
                int cell = cells.of[s][c];
                if (levels[cell] <= level * (1 + Shares.ROUNDING)) {
                    keptBy[s] = cell;
                    stop(s, level);
                }
            }
        }
    }

    private void stop(int stream, double level) {
        growing[stream] = false;
        rate[stream] = level;
        for (int c = 0; c < wishes[stream].length; c++) {
            room[cells.of[stream][c]] -= perRate(stream, c) * level;
        }
    }

    /** The share of a stream that limits of flows let pass. */
    private double allowed(int stream) {
        return Arrays.stream(cells.of[stream])
                .mapToDouble(cell -> flowLimits[cell])
                .reduce(1, (a, b) -> a * b);
    }

    /** At the limit that keeps them they would send all that they wish, elsewhere they send what comes to the end. */
    private void tell(int stream, double[] arriving) {
        double wish = streams.get(stream).wishOfOne();
        double share = wish == 0 ? allowed(stream) : rate[stream] / wish;
        for (int c = 0; c < arriving.length; c++) {
            boolean kept = c < arriving.length - 1 && cells.of[stream][c] == narrowest(stream);
            arriving[c] = kept ? 1 : share;
        }
    }

    /** The cell that keeps a stream from having more; -1 if none does. */
    int narrowest(int stream) {
        if (keptBy[stream] != FREE) {
            return keptBy[stream];
        }
        int narrowest = FREE;
        for (int cell : cells.of[stream]) {
            if (flowLimits[cell] < (narrowest == FREE ? 1 : flowLimits[narrowest])) {
                narrowest = cell;
            }
        }
        return narrowest;
    }
}
