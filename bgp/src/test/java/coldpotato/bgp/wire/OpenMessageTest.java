package coldpotato.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class OpenMessageTest {
    private static final IpAddress ROUTER = IpAddress.parse("192.0.2.1");

    private static final byte[] FULL = Hex.message(MessageType.OPEN, """
            04                   # version
            5ba0                 # my AS: AS_TRANS
            00b4                 # hold time 180 s
            c0000201             # BGP identifier
            18                   # parameters: 24 octets
            02 16                #   capabilities: 22 octets
            01 04 0001 00 01     #     IPv4 unicast
            01 04 0002 00 01     #     IPv6 unicast
            02 00                #     route refresh
            06 00                #     extended messages
            41 04 00030d40       #     four-octet AS 200000
            """);

    @Test
    void carriesWhatWeOfferBothWays() throws BgpError {
        OpenMessage open = OpenMessage.offering(200000, 180, ROUTER, Sessions.BOTH_FAMILIES);
        assertThat(MessageEncoder.encode(open)).isEqualTo(FULL);
        assertThat(decode(FULL)).isEqualTo(open);
    }

    @Test
    void carriesAnOpenWithoutParametersBothWays() throws BgpError {
        byte[] bytes = Hex.message(MessageType.OPEN, "04 fde9 0000 c0000201 00");
        OpenMessage open = new OpenMessage(65001, 0, ROUTER, ImmutableList.of());
        assertThat(MessageEncoder.encode(open)).isEqualTo(bytes);
        assertThat(decode(bytes)).isEqualTo(open);
    }

    @Test
    void readsCapabilitiesInParametersOfTheirOwn() throws BgpError {
        OpenMessage open = open("04 fde9 00b4 c0000201 0c  02 06 01 04 0002 00 01  02 02 02 00");
        assertThat(open.families()).containsExactly(AfiSafi.IPV6_UNICAST);
        assertThat(open.offersRouteRefresh()).isTrue();
        assertThat(open.offersFourOctetAs()).isFalse();
    }

    @Test
    void writesLongParametersInTheExtendedForm() throws BgpError {
        Capability large = new Capability(200, OctetString.of(new byte[255]));
        OpenMessage open = new OpenMessage(65001, 180, ROUTER, ImmutableList.of(large, large));
        byte[] bytes = MessageEncoder.encode(open);
        assertThat(bytes)
                .startsWith(Hex.bytes("ff".repeat(16) + "0225 01 04 fde9 00b4 c0000201 ff ff 0205 02 0202 c8 ff"));
        assertThat(decode(bytes)).isEqualTo(open);
    }

    @Test
    void readsShortParametersInTheExtendedForm() throws BgpError {
        assertThat(open("04 fde9 00b4 c0000201 ff ff 0005 02 0002 02 00").offersRouteRefresh())
                .isTrue();
    }

    @Test
    void keepsUnknownCapabilities() throws BgpError {
        assertThat(open("04 fde9 00b4 c0000201 06 02 04 de 02 dead").capabilities())
                .containsExactly(new Capability(0xde, OctetString.of((byte) 0xde, (byte) 0xad)));
    }

    @Test
    void speaksOfIpv4WhereThePeerKnowsNoFamilies() throws BgpError {
        assertThat(open("04 fde9 00b4 c0000201 00").families()).containsExactly(AfiSafi.IPV4_UNICAST);
    }

    @Test
    void refusesOtherVersionsAndTellsOurs() {
        assertThat(errorOf("03 fde9 00b4 c0000201 00"))
                .isEqualTo(NotificationMessage.of(
                        NotificationCode.UNSUPPORTED_VERSION_NUMBER, OctetString.of((byte) 0, (byte) 4)));
    }

    @Test
    void refusesAsZero() {
        assertThat(codeOf("04 0000 00b4 c0000201 00")).isEqualTo(NotificationCode.BAD_PEER_AS);
        assertThat(codeOf("04 5ba0 00b4 c0000201 08 02 06 41 04 00000000")).isEqualTo(NotificationCode.BAD_PEER_AS);
    }

    @Test
    void refusesHoldTimesOfOneAndTwoSeconds() {
        assertThat(codeOf("04 fde9 0001 c0000201 00")).isEqualTo(NotificationCode.UNACCEPTABLE_HOLD_TIME);
        assertThat(codeOf("04 fde9 0002 c0000201 00")).isEqualTo(NotificationCode.UNACCEPTABLE_HOLD_TIME);
    }

    @Test
    void refusesAnIdentifierOfZero() {
        assertThat(codeOf("04 fde9 00b4 00000000 00")).isEqualTo(NotificationCode.BAD_BGP_IDENTIFIER);
    }

    @Test
    void refusesParametersOfOtherTypes() {
        assertThat(codeOf("04 fde9 00b4 c0000201 04 01 02 abcd"))
                .isEqualTo(NotificationCode.UNSUPPORTED_OPTIONAL_PARAMETER);
    }

    @Test
    void refusesLengthsThatDoNotFit() {
        assertThat(codeOf("04 fde9 00b4 c0000201 04 02 03 0200")).isEqualTo(NotificationCode.OPEN_MESSAGE_ERROR);
        assertThat(codeOf("04 fde9 00b4 c0000201 05 02 03 020100"))
                .as("route refresh has no value")
                .isEqualTo(NotificationCode.OPEN_MESSAGE_ERROR);
        assertThat(codeOf("04 fde9 00b4 c0000201 03 02 01 02")).isEqualTo(NotificationCode.OPEN_MESSAGE_ERROR);
        assertThat(codeOf("04 fde9 00b4 c0000201 ff")).isEqualTo(NotificationCode.OPEN_MESSAGE_ERROR);
    }

    @Test
    void refusesTwoDifferentRoles() {
        assertThat(codeOf("04 fde9 00b4 c0000201 08 02 06 090100 090103")).isEqualTo(NotificationCode.ROLE_MISMATCH);
    }

    @Test
    void expectsTheConfiguredAs() {
        OpenExpectations expectations = expectations(65002, 65010);
        assertThat(errorOf(expectations).notification())
                .isEqualTo(NotificationMessage.of(NotificationCode.BAD_PEER_AS));
    }

    @Test
    void expectsAnotherIdentifierWithinTheAsOnly() throws BgpError {
        assertThat(errorOf(expectations(65001, 65001)).notification())
                .isEqualTo(NotificationMessage.of(NotificationCode.BAD_BGP_IDENTIFIER));
        expectations(65001, 65010).check(new OpenMessage(65001, 180, ROUTER, ImmutableList.of()));
    }

    @Test
    void listsTheCapabilitiesThatAreMissed() {
        OpenExpectations expectations =
                new OpenExpectations(65001, 65010, ROUTER, ImmutableSet.of(AfiSafi.IPV6_UNICAST));
        assertThat(errorOf(expectations).notification())
                .isEqualTo(NotificationMessage.of(
                        NotificationCode.UNSUPPORTED_CAPABILITY, OctetString.of(Hex.bytes("01 04 0002 00 01"))));
    }

    @Test
    void negotiatesWhatBothSidesOffer() {
        OpenMessage ours = OpenMessage.offering(65001, 180, ROUTER, Sessions.BOTH_FAMILIES);
        OpenMessage theirs = OpenMessage.offering(200000, 9, ROUTER, ImmutableList.of(AfiSafi.IPV6_UNICAST));
        Negotiation negotiation = Negotiation.of(ours, theirs, true);
        assertThat(negotiation.holdTimeSeconds()).isEqualTo(9);
        assertThat(negotiation.routeRefresh()).isTrue();
        assertThat(negotiation.context())
                .isEqualTo(new CodecContext(
                        true,
                        true,
                        PeerType.EXTERNAL,
                        ImmutableSet.of(AfiSafi.IPV6_UNICAST),
                        ImmutableSet.of(),
                        200000,
                        false));
    }

    @Test
    void agreesOnNothingWithAPeerThatOffersNothing() {
        OpenMessage ours = OpenMessage.offering(65001, 180, ROUTER, Sessions.BOTH_FAMILIES);
        OpenMessage theirs = new OpenMessage(65001, 0, IpAddress.parse("192.0.2.2"), ImmutableList.of());
        Negotiation negotiation = Negotiation.of(ours, theirs, true);
        assertThat(negotiation.holdTimeSeconds()).isZero();
        assertThat(negotiation.routeRefresh()).isFalse();
        assertThat(negotiation.context())
                .isEqualTo(new CodecContext(
                        false,
                        false,
                        PeerType.INTERNAL,
                        ImmutableSet.of(AfiSafi.IPV4_UNICAST),
                        ImmutableSet.of(),
                        0,
                        false));
    }

    @Test
    void refusesToWriteAnOpenThatNoPeerTakes() {
        Capability large = new Capability(200, OctetString.of(new byte[255]));
        OpenMessage open = new OpenMessage(65001, 180, ROUTER, ImmutableList.copyOf(Collections.nCopies(17, large)));
        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> MessageEncoder.encode(open)))
                .isNotNull();
    }

    private static OpenExpectations expectations(int peerAs, int localAs) {
        return new OpenExpectations(peerAs, localAs, ROUTER, Sessions.BOTH_FAMILIES);
    }

    private static BgpError errorOf(OpenExpectations expectations) {
        OpenMessage open = new OpenMessage(65001, 180, ROUTER, ImmutableList.of());
        return catchThrowableOfType(BgpError.class, () -> expectations.check(open));
    }

    private static NotificationMessage errorOf(String body) {
        return catchThrowableOfType(BgpError.class, () -> open(body)).notification();
    }

    private static NotificationCode codeOf(String body) {
        NotificationMessage notification = errorOf(body);
        return NotificationCode.of(notification.code(), notification.subcode()).orElseThrow();
    }

    private static OpenMessage open(String body) throws BgpError {
        return (OpenMessage) decode(Hex.message(MessageType.OPEN, body));
    }

    private static BgpMessage decode(byte[] frame) throws BgpError {
        return new MessageDecoder(new AttributePool()).decode(frame, CodecContext.BEFORE_OPEN);
    }
}
