package coldpotato.core.azure;

import java.util.OptionalInt;

/**
 * What a circuit of ExpressRoute Direct has that others have not (expressroute-erdirect-about.md).
 *
 * @param port name of the port pair
 * @param sTag outer tag, which Azure assigns to the circuit, with QinQ
 * @param rateLimited true if the circuit is cut to its bandwidth on each link; otherwise it may use all of the ports (rate-limit.md)
 */
public record DirectCircuit(String port, OptionalInt sTag, boolean rateLimited) {}
