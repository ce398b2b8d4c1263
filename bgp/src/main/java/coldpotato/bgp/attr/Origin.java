package coldpotato.bgp.attr;

/** ORIGIN (RFC 4271 section 5.1.1), in order of preference; the ordinal is the value on the wire. */
public enum Origin {
    IGP('i'),
    EGP('e'),
    INCOMPLETE('?');

    private final char code;

    Origin(char code) {
        this.code = code;
    }

    /** The letter behind the path in routing tables. */
    public char code() {
        return code;
    }
}
