package coldpotato.interop;

/** Reasons of a Cease that daemons must understand (RFC 4486). */
enum Cease {
    PREFIXES(1),
    SHUTDOWN(2);

    private final int subcode;

    Cease(int subcode) {
        this.subcode = subcode;
    }

    int subcode() {
        return subcode;
    }
}
