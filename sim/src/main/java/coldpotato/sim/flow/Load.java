package coldpotato.sim.flow;

/**
 * What flows send into one direction of a link.
 *
 * @param offered bits per second that arrive at the link, or would if nobody slowed down for it
 * @param carried bits per second that leave it again: what fits, less what the link loses otherwise
 * @param dropped bits per second that do not fit, of senders that go on
 * @param withheld bits per second that do not fit, of senders that slow down to what does
 * @param packets per second that leave it again
 */
public record Load(double offered, double carried, double dropped, double withheld, double packets) {
    public static final Load NONE = new Load(0, 0, 0, 0, 0);

    Load plus(Load other) {
        return new Load(
                offered + other.offered,
                carried + other.carried,
                dropped + other.dropped,
                withheld + other.withheld,
                packets + other.packets);
    }
}
