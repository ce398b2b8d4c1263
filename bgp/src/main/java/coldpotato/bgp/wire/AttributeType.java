package coldpotato.bgp.wire;

/** Table of attributes. */
enum AttributeType {
    ORIGIN;

    static String name(int code) {
        return "attribute " + code;
    }
}
