package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import coldpotato.bgp.netty.SessionLog;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class SessionLogTest {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(SessionLog.class);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final SessionLog log = new SessionLog(TraceSink.NONE, peer -> 7);

    @BeforeEach
    void listen() {
        lines.start();
        LOGGER.addAppender(lines);
        LOGGER.setAdditive(false);
        LOGGER.setLevel(Level.INFO);
    }

    @AfterEach
    void forget() {
        LOGGER.detachAppender(lines);
        LOGGER.setAdditive(true);
        LOGGER.setLevel(null);
    }

    @Test
    void aSessionThatComesUpIsInformation() {
        up();

        assertThat(lines()).containsExactly("INFO edge1 i0 (10.77.1.1 AS 64600) up, hold time 3m");
    }

    @Test
    void aSessionThatEndsByItselfIsAWarning() {
        up();
        down("hold timer", "nothing heard for the hold time");

        assertThat(lines())
                .last()
                .isEqualTo(
                        "WARN edge1 i0 (10.77.1.1 AS 64600) down after 5m: hold timer (nothing heard for the hold time);"
                                + " prefixes lost: 7");
    }

    @Test
    void aSessionThatIsEndedHereIsInformation() {
        up();
        down("admin", "stopped by its operator");

        assertThat(lines()).last().asString().startsWith("INFO").contains("admin (stopped by its operator)");
    }

    @Test
    void thePeersTextIsShownWithoutControlCharacters() {
        up();
        down("notification", "6/2 Cease/Administrative Shutdown 0x036f6b0a");

        assertThat(lines()).last().asString().contains("(6/2 Cease/Administrative Shutdown: \"ok?\")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Connect  | TcpConnectionFails |                    | nobody takes the connection; is BGP running there, and may we connect?
            OpenSent | TcpConnectionFails |                    | the peer closes the connection before it says OPEN; it may not know us, or wait after an error
            OpenConfirm | TcpConnectionFails |                 | the peer closes the connection in OpenConfirm, before its KEEPALIVE
            OpenSent | HoldTimer_Expires  |                    | the peer connects but says nothing
            OpenConfirm | HoldTimer_Expires |                  | the peer says OPEN and then nothing: its KEEPALIVE is missing
            OpenSent | KeepAliveMsg       |                    | the peer sends KEEPALIVE where it is not due; we refuse it: 5/1 Finite State Machine Error/Receive Unexpected Message in OpenSent State
            OpenConfirm | UpdateMsg       |                    | the peer sends UPDATE where it is not due; we refuse it: 5/2 Finite State Machine Error/Receive Unexpected Message in OpenConfirm State
            OpenSent | NotifMsg           | 2/2 OPEN/Bad Peer AS | the peer refuses: 2/2 OPEN/Bad Peer AS
            """)
    void whatKeepsASessionFromComingUpIsToldOnce(String from, String event, String detail, String why) {
        for (int i = 0; i < 3; i++) {
            record(
                    TraceKind.SESSION_STATE,
                    "from",
                    from,
                    "to",
                    "Idle",
                    "event",
                    event,
                    "detail",
                    detail == null ? "" : detail);
        }

        assertThat(lines()).containsExactly("WARN edge1 i0 does not come up: " + why);
    }

    @Test
    void theKeepaliveThatBringsASessionUpIsNoMistake() {
        record(TraceKind.SESSION_STATE, "from", "OpenConfirm", "to", "Established", "event", "KeepAliveMsg");

        assertThat(lines()).isEmpty();
    }

    @Test
    void aCollisionIsNothingToWorryAbout() {
        record(
                TraceKind.SESSION_STATE,
                "from",
                "OpenConfirm",
                "to",
                "Idle",
                "event",
                "NotifMsg",
                "detail",
                "6/7 Cease/Connection Collision Resolution");

        assertThat(lines()).isEmpty();
    }

    @Test
    void aPeerThatMakesManyMistakesDoesNotFillTheLog() {
        for (int i = 0; i < 1000; i++) {
            record(TraceKind.PEER_FAULT, "fault", "ORIGIN is 9", "reaction", "treat_as_withdraw");
        }

        assertThat(lines())
                .hasSize(21)
                .startsWith("WARN edge1 i0 sent what is wrong: ORIGIN is 9; treat as withdraw")
                .last()
                .asString()
                .contains("made 20 mistakes; no more are told of until its session comes up");
    }

    @Test
    void ofBfdOnlyIsToldWhetherThePathIsUp() {
        record(TraceKind.BFD_STATE, "from", "admin-down", "to", "down");
        record(TraceKind.BFD_STATE, "from", "down", "to", "up");

        assertThat(lines()).containsExactly("INFO edge1 i0 BFD down -> up");
    }

    @Test
    void messagesAreForThoseWhoAskForThem() {
        record(TraceKind.MESSAGE_SENT, "message", "001304");
        LOGGER.setLevel(Level.DEBUG);
        record(TraceKind.MESSAGE_SENT, "message", "001304");

        assertThat(lines()).containsExactly("DEBUG edge1 i0 sent KEEPALIVE 001304");
    }

    @Test
    void everythingIsHandedOn() {
        Trace trace = new Trace(EnumSet.of(TraceKind.BEST_PATH));
        SessionLog passing = new SessionLog(trace, peer -> 0);
        passing.record(1, "edge1", TraceKind.BEST_PATH, "prefix", "10.0.0.0/8");

        assertThat(trace.events()).hasSize(1);
        assertThat(passing.record(2, "edge1", TraceKind.SESSION_STATE, "session", "i0", "from", "Idle", "event", "x"))
                .isZero();
    }

    private void up() {
        record(
                TraceKind.SESSION_UP,
                "peer-as",
                "64600",
                "hold-time",
                "3m",
                "local",
                "10.77.0.1",
                "remote",
                "10.77.1.1");
    }

    private void down(String reason, String detail) {
        record(TraceKind.SESSION_DOWN, "reason", reason, "detail", detail, "was-up", "5m");
    }

    private void record(TraceKind kind, String... fields) {
        String[] all = new String[fields.length + 2];
        all[0] = "session";
        all[1] = "i0";
        System.arraycopy(fields, 0, all, 2, fields.length);
        log.record(0, "edge1", kind, all);
    }

    private List<String> lines() {
        return lines.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }
}
