package coldpotato.bgp.wire;

import static coldpotato.bgp.wire.Reaction.ATTRIBUTE_DISCARD;
import static coldpotato.bgp.wire.Reaction.NONE;
import static coldpotato.bgp.wire.Reaction.TREAT_AS_WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.wire.UpdateMessage.Withdrawal;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with an UPDATE, and what RFC 7606 makes of it. */
class UpdateFaultTest {
    private static final String ORIGIN = "40 01 01 00 ";
    private static final String AS_PATH = "40 02 06 02 01 0000fde9 ";
    private static final String NEXT_HOP = "40 03 04 c0000201 ";
    private static final String GOOD = ORIGIN + AS_PATH + NEXT_HOP;
    private static final String P10 = "08 0a";

    private final MessageDecoder decoder = new MessageDecoder(new AttributePool());

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ORIGIN of two octets,             40 01 02 0000,                3/5",
        "ORIGIN of an unknown value,       40 01 01 03,                  3/6",
        "ORIGIN that is optional,          c0 01 01 00,                  3/4",
    })
    void withdrawsOnABadOrigin(String name, String origin, String code) throws BgpError {
        check(TREAT_AS_WITHDRAW, code, origin + AS_PATH + NEXT_HOP);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "segment of an unknown type,       40 02 06 05 01 0000fde9,      3/11",
        "segment without AS numbers,       40 02 02 02 00,               3/11",
        "segment that runs past the end,   40 02 06 02 02 0000fde9,      3/11",
        "segment header cut short,         40 02 01 02,                  3/11",
        "confederation from another AS,    40 02 06 03 01 0000fde9,      3/11",
        "AS 0,                             40 02 06 02 01 00000000,      3/11",
    })
    void withdrawsOnABadAsPath(String name, String asPath, String code) throws BgpError {
        check(TREAT_AS_WITHDRAW, code, ORIGIN + asPath + NEXT_HOP);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "NEXT_HOP of five octets,          40 03 05 c000020100,          3/5",
        "unspecified,                      40 03 04 00000000,            3/8",
        "loopback,                         40 03 04 7f000001,            3/8",
        "multicast,                        40 03 04 e0000001,            3/8",
        "reserved,                         40 03 04 f0000001,            3/8",
    })
    void withdrawsOnABadNextHop(String name, String nextHop, String code) throws BgpError {
        check(TREAT_AS_WITHDRAW, code, ORIGIN + AS_PATH + nextHop);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "MED of three octets,              80 04 03 000000,              3/5",
        "MED that is transitive,           c0 04 04 00000000,            3/4",
        "COMMUNITIES of six octets,        c0 08 06 000000000000,        3/5",
        "COMMUNITIES of none,              c0 08 00,                     3/5",
        "EXTENDED COMMUNITIES of nine,     c0 10 09 000000000000000000,  3/5",
        "LARGE_COMMUNITY of four,          c0 20 04 00000000,            3/5",
        "ONLY_TO_CUSTOMER of one,          c0 23 01 00,                  3/5",
        "ATOMIC_AGGREGATE that is optional,c0 06 00,                     3/4",
        "an attribute that runs past,      c0 63 05 00,                  3/1",
        "an attribute cut short,           c0 63,                        3/1",
        "a long attribute cut short,       d0 63 00,                     3/1",
    })
    void withdrawsOnABadAttribute(String name, String attribute, String code) throws BgpError {
        check(TREAT_AS_WITHDRAW, code, GOOD + attribute);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ATOMIC_AGGREGATE of one octet,    40 06 01 00,                  3/5",
        "AGGREGATOR of six octets,         c0 07 06 fde9c0000201,        3/5",
        "AGGREGATOR of AS 0,               c0 07 08 00000000c0000201,    3/9",
        "LOCAL_PREF from another AS,       40 05 04 00000064,            3/9",
        "ORIGINATOR_ID from another AS,    80 09 04 c0000201,            3/9",
        "CLUSTER_LIST from another AS,     80 0a 03 000000,              3/9",
        "AS4_PATH from a new speaker,      c0 11 06 02 01 00030d40,      3/9",
        "AS4_AGGREGATOR likewise,          c0 12 08 00030d40c0000201,    3/9",
        "AIGP with a wrong length,         80 1a 05 01 0005 0000,        3/9",
        "AIGP that is transitive,          c0 1a 0b 01 000b 0000000000000000, 3/4",
        "an attribute twice,               40 01 01 02,                  3/1",
    })
    void discardsTheAttributeOnly(String name, String attribute, String code) throws BgpError {
        UpdateMessage update = check(ATTRIBUTE_DISCARD, code, GOOD + attribute);
        assertThat(update.announcements()).hasSize(1);
        assertThat(update.withdrawals()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "LOCAL_PREF of five octets,        40 05 05 0000006400",
        "ORIGINATOR_ID of three octets,    80 09 03 c00002",
        "CLUSTER_LIST of three octets,     80 0a 03 000000",
    })
    void withdrawsOnABadInternalAttribute(String name, String attribute) throws BgpError {
        UpdateMessage update = decode(Hex.update(GOOD + attribute, P10), Sessions.INTERNAL);
        assertThat(update.reaction()).isEqualTo(TREAT_AS_WITHDRAW);
    }

    @Test
    void withdrawsWhatHasNoMandatoryAttributes() throws BgpError {
        check(TREAT_AS_WITHDRAW, "3/3", AS_PATH + NEXT_HOP);
        check(TREAT_AS_WITHDRAW, "3/3", ORIGIN + NEXT_HOP);
        UpdateMessage update = check(TREAT_AS_WITHDRAW, "3/3", ORIGIN + AS_PATH);
        assertThat(update.faults().get(0).notification().data()).hasToString("03");
    }

    @Test
    void withdrawsWhatDoesNotBeginWithThePeersAsWhereThatIsAsked() throws BgpError {
        byte[] bytes = Hex.update(GOOD, P10);
        assertThat(decode(bytes, Sessions.withFirstAs(65001)).reaction()).isEqualTo(NONE);
        assertThat(decode(bytes, Sessions.withFirstAs(65002)).reaction()).isEqualTo(TREAT_AS_WITHDRAW);
    }

    @Test
    void withdrawsThePrefixesOfBothPlaces() throws BgpError {
        String reach = "80 0e 1b  0002 01 10 20010db8000000000000000000000001 00 21 20010db800 ";
        UpdateMessage update = check(TREAT_AS_WITHDRAW, "3/6", reach + "40 01 01 03" + AS_PATH + NEXT_HOP);
        assertThat(update.announcements()).isEmpty();
        assertThat(update.withdrawals())
                .containsExactly(
                        new Withdrawal(AfiSafi.IPV4_UNICAST, ImmutableList.of(Prefix.parse("10.0.0.0/8"))),
                        new Withdrawal(AfiSafi.IPV6_UNICAST, ImmutableList.of(Prefix.parse("2001:db8::/33"))));
    }

    @Test
    void takesTheStrongestOfSeveralReactions() throws BgpError {
        UpdateMessage update = decode(Hex.update(GOOD + "40 06 01 00  80 04 00", P10), Sessions.EXTERNAL);
        assertThat(update.faults())
                .extracting(AttributeFault::reaction)
                .containsExactly(ATTRIBUTE_DISCARD, TREAT_AS_WITHDRAW);
        assertThat(update.reaction()).isEqualTo(TREAT_AS_WITHDRAW);
    }

    @Test
    void saysWhatIsWrongAndShowsTheAttribute() throws BgpError {
        AttributeFault fault = check(TREAT_AS_WITHDRAW, "3/5", GOOD + "80 04 03 000001")
                .faults()
                .get(0);
        assertThat(fault).hasToString("MULTI_EXIT_DISC: length 3");
        assertThat(fault.notification().data()).hasToString("800403000001");
    }

    @Test
    void keepsUnknownTransitiveAttributesMarkedPartial() throws BgpError {
        UpdateMessage update = check(NONE, null, GOOD + "c0 63 01 07");
        assertThat(update.announcements().get(0).attributes().unknown())
                .hasToString("[99:0x07]")
                .allMatch(unknown -> unknown.flags() == 0xe0);
    }

    @Test
    void dropsUnknownNonTransitiveAttributes() throws BgpError {
        UpdateMessage update = check(NONE, null, GOOD + "80 63 01 07");
        assertThat(update.announcements().get(0).attributes().unknown()).isEmpty();
    }

    @Test
    void leavesConfederationSegmentsOutOfAs4Path() throws BgpError {
        byte[] bytes =
                Hex.update(ORIGIN + "40 02 04 02 01 5ba0" + NEXT_HOP + "c0 11 0c  03 01 0000fde9  02 01 00030d40", P10);
        UpdateMessage update = decode(bytes, Sessions.TWO_OCTET_AS);
        assertThat(update.reaction()).isEqualTo(NONE);
        assertThat(update.announcements().get(0).attributes().asPath()).hasToString("200000");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "unknown well-known attribute,     40 63 00,                                       3/2",
        "two MP_UNREACH_NLRI,              80 0f 03 000201 80 0f 03 000201,                3/1",
        "MP_REACH_NLRI of four octets,     80 0e 04 00020100,                              3/5",
        "next hop that runs past the end,  80 0e 08 000201 10 00000000,                    3/9",
        "next hop of four octets for IPv6, 80 0e 09 000201 04 c0000201 00,                 3/9",
        "prefix of 129 bits,               80 0f 04 000201 81,                             3/9",
        "prefix that runs past the end,    80 0f 05 000201 40 20,                          3/9",
        "VPN prefix without a label,       80 0f 06 000180 10 0a00,                        3/9",
    })
    void resetsWhereThePrefixesAreInDoubt(String name, String attribute, String code) {
        assertThat(resetBy(Hex.update(GOOD + attribute, P10))).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "withdrawn routes too long,        0003 080a 0000,               3/1",
        "withdrawn prefix runs past,       0002 100a 0000,               3/1",
        "attributes too long,              0000 0001,                    3/1",
        "prefix of 33 bits,                0000 0000 21 0a000000 00,     3/10",
        "prefix that runs past the end,    0000 0000 10 0a,              3/10",
    })
    void resetsWhereThePartsDoNotFit(String name, String body, String code) {
        assertThat(resetBy(Hex.message(MessageType.UPDATE, body))).isEqualTo(code);
    }

    @Test
    void resetsOnBadAttributesThatAnnounceNothing() {
        assertThat(resetBy(Hex.update("40 01 01 03", ""))).isEqualTo("3/6");
        assertThat(resetBy(Hex.update("80 0f 03 000201  40 01 01 03", ""))).isEqualTo("3/6");
    }

    @Test
    void doesNotResetOnAttributesThatAnnounceNothingIfTheyAreOnlyDiscarded() throws BgpError {
        UpdateMessage update = decode(Hex.update("40 06 01 00", ""), Sessions.EXTERNAL);
        assertThat(update.reaction()).isEqualTo(ATTRIBUTE_DISCARD);
        assertThat(update.endOfRib()).isEmpty();
    }

    @Test
    void missesNothingWhereNothingIsAnnounced() throws BgpError {
        assertThat(decode(Hex.update(NEXT_HOP, ""), Sessions.EXTERNAL).reaction())
                .isEqualTo(NONE);
    }

    @Test
    void acceptsLoopbackNextHopsOnSessionsOverLoopback() throws BgpError {
        byte[] bytes = Hex.update(ORIGIN + AS_PATH + "40 03 04 7f000001", P10);
        assertThat(decode(bytes, Sessions.EXTERNAL.acceptingLoopbackNextHops()).reaction())
                .isEqualTo(NONE);
    }

    /** Reads an UPDATE that announces 10.0.0.0/8 from another AS; the first fault must have this code. */
    private UpdateMessage check(Reaction reaction, String code, String attributes) throws BgpError {
        UpdateMessage update = decode(Hex.update(attributes, P10), Sessions.EXTERNAL);
        assertThat(update.reaction()).isEqualTo(reaction);
        assertThat(update.faults().stream().map(fault -> code(fault.notification())))
                .isEqualTo(code == null ? ImmutableList.of() : ImmutableList.of(code));
        return update;
    }

    private String resetBy(byte[] bytes) {
        return code(catchThrowableOfType(BgpError.class, () -> decode(bytes, Sessions.EXTERNAL))
                .notification());
    }

    private static String code(NotificationMessage notification) {
        return notification.code() + "/" + notification.subcode();
    }

    private UpdateMessage decode(byte[] bytes, CodecContext context) throws BgpError {
        return (UpdateMessage) decoder.decode(bytes, context);
    }
}
