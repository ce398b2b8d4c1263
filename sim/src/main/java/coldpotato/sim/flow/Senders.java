package coldpotato.sim.flow;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.net.IpProtocol;

/**
 * How hosts send.
 *
 * @param packetBytes how large their packets are, IP header included
 * @param yields true if they slow down to what arrives, as those of TCP do; false if they go on, as those of UDP
 */
public record Senders(int packetBytes, boolean yields) {
    /** What passes an ExpressRoute gateway in one piece (expressroute-about-virtual-network-gateways.md), and most tunnels. */
    public static final int USUAL_PACKET_BYTES = 1_400;

    /** The smallest IPv4 packet with a UDP header. */
    public static final int PACKET_BYTES_MIN = 28;

    /** The largest packet of IP. */
    public static final int PACKET_BYTES_MAX = 65_535;

    public Senders {
        checkArgument(
                packetBytes >= PACKET_BYTES_MIN && packetBytes <= PACKET_BYTES_MAX, "packets of %s bytes", packetBytes);
    }

    /** As hosts of a protocol usually send. */
    public static Senders usual(IpProtocol protocol) {
        return new Senders(USUAL_PACKET_BYTES, protocol == IpProtocol.TCP);
    }
}
