package coldpotato.sim.load;

import java.util.Optional;

/** What {@link Sharing} gives some streams, by their numbers. */
public final class Shares {
    /** Shares that differ by less are the same: what binary fractions leave when flows are added up. */
    static final double ROUNDING = 1e-9;

    private final double[][] arriving;
    private final Optional<Lane>[] narrowest;
    private final boolean settled;

    Shares(double[][] arriving, Optional<Lane>[] narrowest, boolean settled) {
        this.arriving = arriving;
        this.narrowest = narrowest;
        this.settled = settled;
    }

    /**
     * The share of a stream's packets that come to a crossing, as if no link lost any. To the number of crossings belongs what
     * comes to the end. Of senders that slow down it is what they would send at the limit to which they slow down, and what they
     * do send everywhere else.
     */
    public double arriving(int stream, int crossing) {
        return arriving[stream][crossing];
    }

    /** The share that comes to the end. */
    public double delivered(int stream) {
        return arriving[stream][arriving[stream].length - 1];
    }

    /** The limit that takes most from a stream; empty if all of it fits. */
    public Optional<Lane> narrowest(int stream) {
        return narrowest[stream];
    }

    /** False if shares that depend on each other were not found in so many rounds: they are near. */
    public boolean isSettled() {
        return settled;
    }
}
