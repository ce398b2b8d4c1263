package coldpotato.bgp.wire;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.bgp.attr.AfiSafi;
import java.util.Optional;

/**
 * One capability of an OPEN (RFC 5492), known here or not.
 *
 * <pre>
 *  0                   1
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5
 * +---------------+---------------+
 * |     Code      |    Length     |  Value ...
 * +---------------+---------------+
 * </pre>
 *
 * @param code as assigned by IANA
 * @param value at most 255 octets
 */
public record Capability(int code, OctetString value) {
    public static final Capability ROUTE_REFRESH =
            new Capability(CapabilityType.ROUTE_REFRESH.code(), OctetString.EMPTY);
    public static final Capability EXTENDED_MESSAGE =
            new Capability(CapabilityType.EXTENDED_MESSAGE.code(), OctetString.EMPTY);

    public Capability {
        checkArgument(code >= 0 && code <= 255 && value.length() <= 255, "capability %s of %s octets", code, value);
    }

    /** MP-BGP for a family (RFC 4760 section 8): AFI, a reserved octet, SAFI. */
    public static Capability multiprotocol(AfiSafi family) {
        OctetString value =
                OctetString.of((byte) (family.afi() >> 8), (byte) family.afi(), (byte) 0, (byte) family.safi());
        return new Capability(CapabilityType.MULTIPROTOCOL.code(), value);
    }

    /** Four-octet AS numbers, with ours (RFC 6793 section 3). */
    public static Capability fourOctetAs(int as) {
        OctetString value = OctetString.of((byte) (as >> 24), (byte) (as >> 16), (byte) (as >> 8), (byte) as);
        return new Capability(CapabilityType.FOUR_OCTET_AS.code(), value);
    }

    boolean is(CapabilityType type) {
        return code == type.code();
    }

    /** The family of a multiprotocol capability, empty for others and for families that are not carried here. */
    Optional<AfiSafi> family() {
        return is(CapabilityType.MULTIPROTOCOL)
                ? AfiSafi.of(value.at(0) << 8 | value.at(1), value.at(3))
                : Optional.empty();
    }

    /** The four octets of the value, for capabilities that have them. */
    int intValue() {
        return value.at(0) << 24 | value.at(1) << 16 | value.at(2) << 8 | value.at(3);
    }
}
