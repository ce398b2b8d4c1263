package coldpotato.bgp.policy;

import coldpotato.core.net.IpAddress;

/**
 * What a policy may know of the session that it is attached to.
 *
 * @param localAs the AS that we show to the neighbour, unsigned
 * @param neighbourAs the neighbour's AS, unsigned
 * @param localAddress our end
 * @param neighbourAddress the neighbour's end
 */
public record PolicySession(int localAs, int neighbourAs, IpAddress localAddress, IpAddress neighbourAddress) {}
