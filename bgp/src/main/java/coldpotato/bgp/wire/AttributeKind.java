package coldpotato.bgp.wire;

/** The three kinds of path attributes, with their flags (RFC 4271 sections 4.3 and 5). */
enum AttributeKind {
    WELL_KNOWN(0x40),
    OPTIONAL_TRANSITIVE(0xc0),
    OPTIONAL_NON_TRANSITIVE(0x80);

    static final int OPTIONAL = 0x80;
    static final int TRANSITIVE = 0x40;
    static final int PARTIAL = 0x20;
    static final int EXTENDED_LENGTH = 0x10;

    private final int flags;

    AttributeKind(int flags) {
        this.flags = flags;
    }

    int flags() {
        return flags;
    }

    /** True if the Optional and Transitive bits are right; the others are not looked at (RFC 7606 section 3 c). */
    boolean fits(int actual) {
        return (actual & (OPTIONAL | TRANSITIVE)) == flags;
    }
}
