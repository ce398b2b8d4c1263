package coldpotato.sim.load;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Divides what full limits carry among the streams that meet them.
 *
 * <ul>
 *   <li>Senders that go on ({@link Stream#yields} false) lose the same share of their packets at a full limit, and what is lost at one
 *       does not come to the next: {@link SteadyShares}.
 *   <li>Senders that slow down share what those leave, so that no flow can have more without one that has no more than it having
 *       less (max-min fairness): {@link YieldingShares}.
 *   <li>Queues give each class of marks its part first; what a class does not use goes to the others: {@link Cells}.
 * </ul>
 *
 * <p>More flows than a limit of flows lets pass lose the same share of their packets each, whoever sends.
 */
public final class Sharing {
    /** Parts of queues depend on what other queues let come to them; they come closer to what they are with each round. */
    private static final int ROUNDS_MAX = 64;

    private final List<Stream> streams;
    private final Cells cells;
    /** By stream and crossing, what comes there if nothing is full. */
    private final double[][] wishes;

    private Sharing(List<Stream> streams) {
        this.streams = streams;
        this.cells = new Cells(streams);
        this.wishes = streams.stream()
                .map(stream ->
                        stream.crossings().stream().mapToDouble(stream::wish).toArray())
                .toArray(double[][]::new);
    }

    /** The shares of streams that nobody else meets at a limit that may be full. */
    public static Shares of(List<Stream> streams) {
        return new Sharing(streams).shares();
    }

    private Shares shares() {
        cells.divide(offered(ones()));
        for (int round = 1; ; round++) {
            double[][] arriving = ones();
            SteadyShares steady = new SteadyShares(streams, cells, wishes, flowLimits());
            boolean settled = steady.fill(arriving);
            YieldingShares yielding = new YieldingShares(streams, cells, wishes, flowLimits());
            yielding.fill(arriving, steady.carried());
            boolean moved = cells.divide(offered(arriving));
            if (!moved || round == ROUNDS_MAX) {
                return new Shares(arriving, narrowest(steady, yielding), settled && !moved);
            }
        }
    }

    private double[][] ones() {
        return streams.stream()
                .map(stream -> {
                    double[] shares = new double[stream.crossings().size() + 1];
                    Arrays.fill(shares, 1);
                    return shares;
                })
                .toArray(double[][]::new);
    }

    private double[] offered(double[][] arriving) {
        double[] offered = new double[cells.count()];
        for (int s = 0; s < wishes.length; s++) {
            for (int c = 0; c < wishes[s].length; c++) {
                int cell = cells.of[s][c];
                offered[cell] += wishes[s][c] * (cells.countsFlows(cell) ? 1 : arriving[s][c]);
            }
        }
        return offered;
    }

    /** By cell the share of flows that a limit of flows lets pass, 1 for all other limits. */
    private double[] flowLimits() {
        double[] flows = offered(ones());
        return IntStream.range(0, cells.count())
                .mapToDouble(cell ->
                        cells.countsFlows(cell) && flows[cell] > cells.most[cell] ? cells.most[cell] / flows[cell] : 1)
                .toArray();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Optional<Lane>[] narrowest(SteadyShares steady, YieldingShares yielding) {
        return IntStream.range(0, streams.size())
                .mapToObj(s -> streams.get(s).yields() ? yielding.narrowest(s) : steady.narrowest(s))
                .map(cell -> cell < 0 ? Optional.<Lane>empty() : Optional.of(cells.lane(cell)))
                .toArray(Optional[]::new);
    }
}
