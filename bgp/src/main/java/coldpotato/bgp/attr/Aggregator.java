package coldpotato.bgp.attr;

import coldpotato.core.net.IpAddress;

/**
 * AGGREGATOR (RFC 4271 section 5.1.7).
 *
 * @param asn who aggregated, unsigned
 * @param router its BGP identifier
 */
public record Aggregator(int asn, IpAddress router) {

    @Override
    public String toString() {
        return Integer.toUnsignedString(asn) + " " + router;
    }
}
