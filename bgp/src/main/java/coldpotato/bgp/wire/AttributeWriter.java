package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;

/** Writes attributes, each between {@link #begin} and {@link #end}; knows for whom. */
final class AttributeWriter {
    private final CodecContext context;
    private final AfiSafi family;
    private final OctetWriter value = new OctetWriter();
    private final OctetWriter out;
    private int flags;
    private int code;

    /**
     * @param family of the prefixes that will be announced
     * @param out where finished attributes go
     */
    AttributeWriter(CodecContext context, AfiSafi family, OctetWriter out) {
        this.context = context;
        this.family = family;
        this.out = out;
    }

    CodecContext context() {
        return context;
    }

    AfiSafi family() {
        return family;
    }

    /** Where the value goes. */
    OctetWriter value() {
        return value;
    }

    void begin(int attributeFlags, int attributeCode) {
        flags = attributeFlags;
        code = attributeCode;
        value.backTo(0);
    }

    void cancel() {
        value.backTo(0);
    }

    /** Finishes the attribute; its length takes two octets only where it must. */
    void end() {
        byte[] octets = value.toByteArray();
        if (octets.length > 255) {
            out.u8(flags | AttributeKind.EXTENDED_LENGTH).u8(code).u16(octets.length);
        } else {
            out.u8(flags & ~AttributeKind.EXTENDED_LENGTH).u8(code).u8(octets.length);
        }
        out.octets(octets);
    }
}
