package coldpotato.sim.load;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.sim.net.Capacity;
import com.google.common.collect.ImmutableList;

/**
 * Flows that go one way.
 *
 * @param flows of how many there are packets, be it few
 * @param senders how many of these send at a rate, all alike
 * @param bitsPerSecond what all of them together would send
 * @param packetBytes how large their packets are, more than 0
 * @param yields true if the senders slow down to what arrives, as those of TCP do; false if they go on, as those of UDP
 * @param dscp the mark with which they are sent, by which queues tell them apart
 * @param crossings the limits on their way, in order
 */
public record Stream(
        int flows,
        int senders,
        double bitsPerSecond,
        int packetBytes,
        boolean yields,
        int dscp,
        ImmutableList<Crossing> crossings) {
    private static final double BITS_PER_BYTE = 8;

    public Stream {
        checkArgument(packetBytes > 0, "packets without a size");
        checkArgument(senders >= 0 && senders <= flows, "%s of %s flows send", senders, flows);
        checkArgument(senders > 0 || bitsPerSecond == 0, "nobody sends %s bits", bitsPerSecond);
    }

    /** Flows all of which send. */
    public Stream(
            int flows,
            double bitsPerSecond,
            int packetBytes,
            boolean yields,
            int dscp,
            ImmutableList<Crossing> crossings) {
        this(flows, flows, bitsPerSecond, packetBytes, yields, dscp, crossings);
    }

    /** What arrives at a crossing if nothing before it is full. A flow is a flow, however few of its packets come. */
    public double wish(Crossing crossing) {
        return amount(crossing.limit().unit(), crossing.passing());
    }

    private double amount(Capacity.Unit unit, double passing) {
        return switch (unit) {
            case BITS -> bitsPerSecond * passing;
            case PACKETS -> packets(bitsPerSecond * passing);
            case FLOWS -> flows;
        };
    }

    /** How many packets so many bits are. */
    public double packets(double bits) {
        return bits / (BITS_PER_BYTE * packetBytes);
    }

    /** What one flow would send, in bits per second. */
    double wishOfOne() {
        return senders == 0 ? 0 : bitsPerSecond / senders;
    }
}
