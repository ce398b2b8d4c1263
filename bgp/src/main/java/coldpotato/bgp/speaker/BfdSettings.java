package coldpotato.bgp.speaker;

import coldpotato.core.time.Durations;

/**
 * Settings of a BFD session (RFC 5880 section 6.8.1); the slower end sets the pace.
 *
 * @param transmitNanos desired minimum interval between packets sent
 * @param receiveNanos required minimum interval between packets received
 * @param multiplier packets lost in a row before the session is down
 */
public record BfdSettings(long transmitNanos, long receiveNanos, int multiplier) {
    /** 300 ms times 3, the documented ExpressRoute example (expressroute-bfd.md). */
    public static final BfdSettings DEFAULT = new BfdSettings(Durations.millis(300), Durations.millis(300), 3);
}
