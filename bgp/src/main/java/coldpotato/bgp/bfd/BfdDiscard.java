package coldpotato.bgp.bfd;

/** Why a packet is discarded (RFC 5880 section 6.8.6), in the order in which it is checked. */
public enum BfdDiscard implements BfdDecoded {
    /** Fewer bytes than a packet has. */
    TOO_SHORT,
    /** The version is not 1. */
    VERSION,
    /** The Length field is less than the mandatory section, with that of authentication if it is there. */
    LENGTH_TOO_SMALL,
    /** The Length field is more than what arrived. */
    LENGTH_BEYOND_PAYLOAD,
    /** Detect Mult is zero. */
    DETECT_MULT_ZERO,
    /** The Multipoint bit is set. */
    MULTIPOINT,
    /** My Discriminator is zero. */
    MY_DISCRIMINATOR_ZERO,
    /** Your Discriminator is zero though the peer claims to hear us. */
    YOUR_DISCRIMINATOR_ZERO,
    /** Your Discriminator is not ours. */
    YOUR_DISCRIMINATOR_UNKNOWN,
    /** The packet is authenticated; we use no authentication. */
    AUTHENTICATION,
    /** The operator holds the session down. */
    SESSION_ADMIN_DOWN
}
