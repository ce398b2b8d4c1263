package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.ByteArrayOutputStream;

/**
 * What the peer's OPEN must say, from our configuration (RFC 4271 section 6.2).
 *
 * @param peerAs the AS that the peer must show, unsigned
 * @param localAs the AS that we show, unsigned
 * @param localIdentifier our BGP identifier
 * @param families what we want to exchange: the peer must offer one of them
 */
public record OpenExpectations(int peerAs, int localAs, IpAddress localIdentifier, ImmutableSet<AfiSafi> families) {

    /** @throws BgpError 2/2, 2/3 or 2/7 if the OPEN is not what we expect */
    public void check(OpenMessage open) throws BgpError {
        if (open.as() != peerAs) {
            throw BgpError.of(
                    NotificationCode.BAD_PEER_AS,
                    "AS " + Integer.toUnsignedString(open.as()) + " where " + Integer.toUnsignedString(peerAs)
                            + " is configured");
        }
        // RFC 6286 section 2.2: identifiers need only differ within an AS.
        if (peerAs == localAs && open.bgpIdentifier().equals(localIdentifier)) {
            throw BgpError.of(
                    NotificationCode.BAD_BGP_IDENTIFIER, "identifier " + localIdentifier + " is that of this router");
        }
        if (Sets.intersection(families, open.families()).isEmpty()) {
            throw BgpError.of(NotificationCode.UNSUPPORTED_CAPABILITY, wantedFamilies(), "no address family in common");
        }
    }

    /** RFC 5492 section 5: the data lists the capabilities that are missed, as an OPEN would. */
    private OctetString wantedFamilies() {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (AfiSafi family : families) {
            Capability capability = Capability.multiprotocol(family);
            data.write(capability.code());
            data.write(capability.value().length());
            data.writeBytes(capability.value().toByteArray());
        }
        return OctetString.of(data.toByteArray());
    }
}
