package coldpotato.core.net;

/** The address family of an address, a prefix or a table. */
public enum Family {
    IPV4(32),
    IPV6(128);

    private final int bits;

    Family(int bits) {
        this.bits = bits;
    }

    /** Length of an address of this family, in bits. */
    public int bits() {
        return bits;
    }

    /** Length of an address of this family, in octets. */
    public int octets() {
        return bits / 8;
    }
}
