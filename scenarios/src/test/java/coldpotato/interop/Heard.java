package coldpotato.interop;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a {@link RawPeer} heard until the other side closed.
 *
 * @param octets how much in all
 * @param last the last message, in hexadecimal
 */
record Heard(long octets, String last) {
    private static final int TYPE_AT = 36;
    private static final int CODE_AT = 38;
    private static final int SUBCODE_AT = 40;
    private static final int DATA_AT = 42;

    static Heard parse(String line) {
        String[] words = line.strip().split(" ");
        assertThat(words).as(line).hasSize(2);
        return new Heard(Long.parseLong(words[0]), words[1]);
    }

    /** Code, subcode and data of the last message, which must be a NOTIFICATION. */
    String notification() {
        assertThat(last).startsWith("ff".repeat(16)).hasSizeGreaterThanOrEqualTo(DATA_AT);
        assertThat(last.substring(TYPE_AT, CODE_AT)).isEqualTo("03");
        return last.substring(CODE_AT, SUBCODE_AT) + " " + last.substring(SUBCODE_AT, DATA_AT) + " "
                + last.substring(DATA_AT);
    }
}
