package coldpotato.sim.load;

import java.util.Arrays;
import java.util.List;

/** What senders who go on get: of a full limit each of their packets has the same chance to pass. */
final class SteadyShares {
    /**
     * Shares at a limit depend on those at the limits before it. Where streams meet the same limits in different orders that goes
     * round in a circle, and the shares come closer to what they are with each round.
     */
    private static final int ROUNDS_MAX = 256;

    /**
     * More than there are limits in a row: one that is cut and let off in turn after as many rounds would be for ever, since what
     * it tolerates fits only while it is cut. From then on it stays cut.
     */
    private static final int ROUNDS_WITH_TOLERANCE = 64;

    private static final double SETTLED = 1e-12;

    private final List<Stream> streams;
    private final Cells cells;
    private final double[][] wishes;
    private final double[] fitting;
    private final boolean[] intolerant;

    SteadyShares(List<Stream> streams, Cells cells, double[][] wishes, double[] flowLimits) {
        this.streams = streams;
        this.cells = cells;
        this.wishes = wishes;
        this.fitting = flowLimits.clone();
        this.intolerant = new boolean[cells.count()];
    }

    /** Finds what comes to each crossing of each stream that does not yield; false if that is not found exactly. */
    boolean fill(double[][] arriving) {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            if (!cut(offered(arriving), round >= ROUNDS_WITH_TOLERANCE)) {
                return true;
            }
        }
        return false;
    }

    /** What comes to each cell if these parts fit at those before it. */
    private double[] offered(double[][] arriving) {
        double[] offered = new double[cells.count()];
        for (int s = 0; s < wishes.length; s++) {
            if (!streams.get(s).yields()) {
                for (int c = 0; c < wishes[s].length; c++) {
                    int cell = cells.of[s][c];
                    offered[cell] += wishes[s][c] * arriving[s][c];
                    arriving[s][c + 1] = arriving[s][c] * fitting[cell];
                }
            }
        }
        return offered;
    }

    /** Lets pass what fits; true if that is anything new. */
    private boolean cut(double[] offered, boolean keeps) {
        boolean changed = false;
        for (int cell = 0; cell < fitting.length; cell++) {
            if (!cells.countsFlows(cell)) {
                double limit = intolerant[cell] ? cells.most[cell] : cells.tolerated[cell];
                double fits = offered[cell] > limit * (1 + Shares.ROUNDING) ? cells.most[cell] / offered[cell] : 1;
                intolerant[cell] |= keeps && fits == 1 && fitting[cell] < 1;
                changed |= Math.abs(fits - fitting[cell]) >= SETTLED;
                fitting[cell] = fits;
            }
        }
        return changed;
    }

    /** What they take of each cell. */
    double[] carried() {
        double[][] arriving = new double[wishes.length][];
        Arrays.setAll(arriving, s -> new double[wishes[s].length + 1]);
        Arrays.stream(arriving).forEach(shares -> shares[0] = 1);
        double[] carried = offered(arriving);
        Arrays.setAll(carried, cell -> cells.countsFlows(cell) ? 0 : carried[cell] * fitting[cell]);
        return carried;
    }

    /** The cell that takes most of a stream, the first of several; -1 if none takes anything. */
    int narrowest(int stream) {
        int narrowest = -1;
        for (int cell : cells.of[stream]) {
            if (fitting[cell] < (narrowest < 0 ? 1 : fitting[narrowest])) {
                narrowest = cell;
            }
        }
        return narrowest;
    }
}
