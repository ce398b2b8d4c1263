package coldpotato.sim.load;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.sim.net.Capacity;
import com.google.common.collect.ImmutableList;

/**
 * Flows that go one way.
 *
 * @param flows how many, at least one, all alike
 * @param bitsPerSecond what all of them together would send
 * @param packetBytes how large their packets are, more than 0
 * @param yields true if the senders slow down to what arrives, as those of TCP do; false if they go on, as those of UDP
 * @param dscp the mark with which they are sent, by which queues tell them apart
 * @param crossings the limits on their way, in order
 */
public record Stream(
        int flows, double bitsPerSecond, int packetBytes, boolean yields, int dscp, ImmutableList<Crossing> crossings) {
    private static final double BITS_PER_BYTE = 8;

    public Stream {
        checkArgument(flows > 0 && packetBytes > 0, "no flows, or packets without a size");
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
        return bitsPerSecond / flows;
    }
}
