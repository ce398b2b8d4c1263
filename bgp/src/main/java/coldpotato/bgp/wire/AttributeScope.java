package coldpotato.bgp.wire;

/** The sessions on which an attribute belongs. Elsewhere it is discarded when read and left out when written. */
enum AttributeScope {
    EVERYWHERE,
    /** Sessions within the AS (RFC 4271 section 5.1.5, RFC 4456 section 8). */
    INTERNAL,
    /** Sessions with a speaker of two-octet AS numbers (RFC 6793 sections 4.1 and 4.2). */
    TWO_OCTET_AS;

    boolean includes(CodecContext context) {
        return switch (this) {
            case EVERYWHERE -> true;
            case INTERNAL -> !context.isExternal();
            case TWO_OCTET_AS -> !context.fourOctetAs();
        };
    }
}
