package coldpotato.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** KEEPALIVE, NOTIFICATION and ROUTE-REFRESH. */
class SmallMessagesTest {

    @Test
    void carriesAKeepaliveBothWays() throws BgpError {
        byte[] bytes = Hex.message(MessageType.KEEPALIVE, "");
        assertThat(MessageEncoder.keepalive()).isEqualTo(bytes);
        assertThat(decode(bytes)).isEqualTo(KeepaliveMessage.INSTANCE);
    }

    @Test
    void carriesARouteRefreshBothWays() throws BgpError {
        byte[] bytes = Hex.message(MessageType.ROUTE_REFRESH, """
                0002    # IPv6
                00      # a request
                01      # unicast
                """);
        RouteRefreshMessage refresh = RouteRefreshMessage.request(AfiSafi.IPV6_UNICAST);
        assertThat(MessageEncoder.encode(refresh)).isEqualTo(bytes);
        assertThat(decode(bytes)).isEqualTo(refresh);
    }

    @Test
    void refusesAnEndOfRefreshOfAnotherLengthAndTellsTheWholeMessage() {
        byte[] bytes = Hex.message(MessageType.ROUTE_REFRESH, "0002 02 01 00");
        assertThat(catchThrowableOfType(BgpError.class, () -> decode(bytes)).notification())
                .isEqualTo(
                        NotificationMessage.of(NotificationCode.INVALID_ROUTE_REFRESH_LENGTH, OctetString.of(bytes)));
    }

    @Test
    void carriesAShutdownWithItsTextBothWays() throws BgpError {
        byte[] bytes = Hex.message(MessageType.NOTIFICATION, """
                06              # Cease
                02              # Administrative Shutdown
                05 46c3bc6e66   # five octets of UTF-8: "Fünf"
                """);
        NotificationMessage shutdown =
                NotificationMessage.shutdown(NotificationCode.ADMINISTRATIVE_SHUTDOWN, "F\u00fcnf");
        assertThat(MessageEncoder.encode(shutdown)).isEqualTo(bytes);
        assertThat(decode(bytes)).isEqualTo(shutdown);
        assertThat(shutdown.shutdownText()).contains("F\u00fcnf");
    }

    /** NEL and the line separator break lines, a bidirectional override turns them around, ESC [ colours them. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u202e", "\u001b"})
    void showsNothingThatBreaksTheLineItStandsIn(String odd) {
        assertThat(NotificationMessage.shutdown(NotificationCode.ADMINISTRATIVE_RESET, "back" + odd + "soon"))
                .asString()
                .endsWith("\"back?soon\"");
    }

    @Test
    void showsAShutdownTextInOneLine() {
        assertThat(NotificationMessage.shutdown(NotificationCode.ADMINISTRATIVE_RESET, "back at\n04:00"))
                .hasToString("6/4 Cease/Administrative Reset \"back at?04:00\"");
    }

    @ParameterizedTest
    @CsvSource({"6, 2, 0541", "6, 2, 02c328", "6, 2, ''", "6, 3, 0141"})
    void findsNoShutdownTextWhereThereIsNoneOrItIsBroken(int code, int subcode, String data) {
        assertThat(new NotificationMessage(code, subcode, OctetString.of(Hex.bytes(data))).shutdownText())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void carriesEveryNotificationBothWays(NotificationCode code) throws BgpError {
        NotificationMessage notification = NotificationMessage.of(code, OctetString.of((byte) 1, (byte) 2));
        assertThat(decode(MessageEncoder.encode(notification))).isEqualTo(notification);
        assertThat(NotificationCode.of(code.code(), code.subcode())).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 0, Hold Timer Expired",
        "5, 3, Finite State Machine Error/Receive Unexpected Message in Established State",
        "6, 10, Cease/BFD Down",
        "7, 1, ROUTE-REFRESH Message Error/Invalid Message Length",
        "8, 0, Send Hold Timer Expired",
        "6, 77, Cease/Subcode 77",
        "99, 1, Code 99/Subcode 1"
    })
    void namesEveryNotification(int code, int subcode, String text) {
        assertThat(new NotificationMessage(code, subcode, OctetString.EMPTY))
                .hasToString(code + "/" + subcode + " " + text);
    }

    @Test
    void cutsDataThatFitsNoMessage() {
        OctetString data = OctetString.of(new byte[5000]);
        assertThat(MessageEncoder.encode(NotificationMessage.of(NotificationCode.CEASE, data)))
                .hasSize(4096);
    }

    private static BgpMessage decode(byte[] frame) throws BgpError {
        return new MessageDecoder(new AttributePool()).decode(frame, CodecContext.BEFORE_OPEN);
    }
}
