package coldpotato.sim.flow;

/**
 * What flows send into one direction of a link.
 *
 * @param offered bits per second that arrive at the link
 * @param carried bits per second that leave it again: what fits, less what the link loses otherwise
 * @param dropped bits per second that do not fit
 */
public record Load(double offered, double carried, double dropped) {
    public static final Load NONE = new Load(0, 0, 0);

    /** The share of what arrives that fits. */
    public double fitting() {
        return offered == 0 ? 1 : 1 - dropped / offered;
    }

    Load plus(Load other) {
        return new Load(offered + other.offered, carried + other.carried, dropped + other.dropped);
    }
}
