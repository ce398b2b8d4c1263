package coldpotato.bgp.netty;

import coldpotato.bgp.wire.MessageType;
import coldpotato.bgp.wire.NotificationCode;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Tells people what happens to the sessions of a speaker, one line each, and hands everything on to another sink. Sessions that
 * come up and end are information, sessions that fail and faults of peers are warnings, single messages are for {@code DEBUG}.
 * What a peer repeats is told once until its session comes up, and of its faults only the first few.
 */
public final class SessionLog implements TraceSink {
    /** So many faults of a peer are told of while one session lasts. */
    private static final int FAULTS_TOLD_MAX = 20;

    /** Where the type stands in the hexadecimal text of a message without its marker. */
    private static final int TYPE_AT = 4;

    /** Cease, Connection Collision Resolution: the other connection stays, so nothing is refused. */
    private static final String COLLISION = "6/7 ";

    private static final String UP = "up";

    private static final String OPEN_CONFIRM = "OpenConfirm";

    private static final Logger LOG = LoggerFactory.getLogger(SessionLog.class);

    private final TraceSink next;
    private final ToLongFunction<String> prefixes;
    private final Map<String, Session> sessions = new TreeMap<>();

    /** What was told of a session. */
    private static final class Session {
        private String who = "";
        private boolean up;
        private String complaint = "";
        private int faults;
    }

    /**
     * @param next where everything goes besides
     * @param prefixes how many prefixes a peer's session brought; asked while the session still has them
     */
    public SessionLog(TraceSink next, ToLongFunction<String> prefixes) {
        this.next = next;
        this.prefixes = prefixes;
    }

    @Override
    public boolean wants(TraceKind kind) {
        return next.wants(kind) || tells(kind);
    }

    private static boolean tells(TraceKind kind) {
        return switch (kind) {
            case SESSION_UP, SESSION_DOWN, SESSION_STATE, PEER_FAULT, BFD_STATE -> true;
            case MESSAGE_SENT, MESSAGE_RECEIVED -> LOG.isDebugEnabled();
            default -> false;
        };
    }

    @Override
    public long record(long timeNanos, String node, TraceKind kind, String... namesAndValues) {
        if (tells(kind)) {
            tell(node, kind, TraceEvent.fields(namesAndValues));
        }
        return next.wants(kind) ? next.record(timeNanos, node, kind, namesAndValues) : 0;
    }

    private void tell(String node, TraceKind kind, Map<String, String> fields) {
        String peer = fields.get("session");
        Session session = sessions.computeIfAbsent(peer, any -> new Session());
        switch (kind) {
            case SESSION_UP -> up(node, peer, session, fields);
            case SESSION_DOWN -> down(node, peer, session, fields);
            case SESSION_STATE -> attempt(node, peer, session, fields);
            case PEER_FAULT -> fault(node, peer, session, fields);
            case BFD_STATE -> bfd(node, peer, fields.get("from"), fields.get("to"));
            default -> message(node, peer, kind, fields.get("message"));
        }
    }

    private void up(String node, String peer, Session session, Map<String, String> fields) {
        session.who = peer + " (" + fields.get("remote") + " AS " + fields.get("peer-as") + ")";
        session.up = true;
        session.complaint = "";
        session.faults = 0;
        LOG.info("{} {} up, hold time {}", node, session.who, fields.get("hold-time"));
    }

    private void down(String node, String peer, Session session, Map<String, String> fields) {
        String reason = fields.get("reason");
        String detail = PeerWords.of(fields.get("detail"));
        session.up = false;
        boolean wanted = reason.equals("admin") || reason.equals("configuration");
        LOG.atLevel(wanted ? Level.INFO : Level.WARN)
                .log(
                        "{} {} down after {}: {}{}; prefixes lost: {}",
                        node,
                        session.who,
                        fields.get("was-up"),
                        reason,
                        detail.isEmpty() || detail.equals(reason) ? "" : " (" + detail + ")",
                        prefixes.applyAsLong(peer));
    }

    /** Why a session does not come up, where the state machine's event says it. */
    private void attempt(String node, String peer, Session session, Map<String, String> fields) {
        // While a session is up, this is about a second connection, which collides with it (RFC 4271 section 6.8).
        String why = session.up ? "" : complaint(fields);
        if (!why.isEmpty() && !why.equals(session.complaint)) {
            session.complaint = why;
            LOG.warn("{} {} does not come up: {}", node, peer, why);
        }
    }

    private static String complaint(Map<String, String> fields) {
        String from = fields.get("from");
        return switch (fields.get("event")) {
            case "TcpConnectionFails" -> closed(from);
            case "HoldTimer_Expires" ->
                from.equals(OPEN_CONFIRM)
                        ? "the peer says OPEN and then nothing: its KEEPALIVE is missing"
                        : "the peer connects but says nothing";
            case "NotifMsg", "NotifMsgVerErr" -> refusal(fields.getOrDefault("detail", ""));
            case "BGPOpen" -> untimely("OPEN", fields);
            case "KeepAliveMsg" -> untimely("KEEPALIVE", fields);
            case "UpdateMsg" -> untimely("UPDATE", fields);
            case "ROUTE-REFRESH" -> untimely("ROUTE-REFRESH", fields);
            default -> "";
        };
    }

    private static String closed(String from) {
        return switch (from) {
            case "Connect" -> "nobody takes the connection; is BGP running there, and may we connect?";
            case OPEN_CONFIRM -> "the peer closes the connection in OpenConfirm, before its KEEPALIVE";
            default -> "the peer closes the connection before it says OPEN; it may not know us, or wait after an error";
        };
    }

    /** A message that its state does not expect, which we answer with an FSM error (RFC 6608). */
    private static String untimely(String message, Map<String, String> fields) {
        NotificationCode answer =
                switch (fields.get("from")) {
                    case "OpenSent" -> NotificationCode.UNEXPECTED_IN_OPEN_SENT;
                    case OPEN_CONFIRM -> NotificationCode.UNEXPECTED_IN_OPEN_CONFIRM;
                    default -> null;
                };
        return answer == null || !fields.get("to").equals("Idle")
                ? ""
                : "the peer sends " + message + " where it is not due; we refuse it: " + answer.code() + "/"
                        + answer.subcode() + " " + answer;
    }

    private static String refusal(String notification) {
        return notification.startsWith(COLLISION) ? "" : "the peer refuses: " + PeerWords.of(notification);
    }

    /** What comes before the path is up is of no interest. */
    private static void bfd(String node, String peer, String from, String to) {
        if (from.equals(UP) || to.equals(UP)) {
            LOG.info("{} {} BFD {} -> {}", node, peer, from, to);
        }
    }

    private static void fault(String node, String peer, Session session, Map<String, String> fields) {
        session.faults++;
        if (session.faults <= FAULTS_TOLD_MAX) {
            LOG.warn(
                    "{} {} sent what is wrong: {}; {}",
                    node,
                    peer,
                    fields.get("fault"),
                    fields.get("reaction").replace('_', ' '));
        }
        if (session.faults == FAULTS_TOLD_MAX) {
            LOG.warn(
                    "{} {} made {} mistakes; no more are told of until its session comes up",
                    node,
                    peer,
                    session.faults);
        }
    }

    private static void message(String node, String peer, TraceKind kind, String octets) {
        String way = kind == TraceKind.MESSAGE_SENT ? "sent" : "received";
        int code = Integer.parseInt(octets.substring(TYPE_AT, TYPE_AT + 2), 16);
        String type = Arrays.stream(MessageType.values())
                .filter(known -> known.code() == code)
                .map(MessageType::name)
                .findFirst()
                .orElse("a message of type " + code);
        LOG.debug("{} {} {} {} {}", node, peer, way, type, octets);
    }

    @Override
    public long cause() {
        return next.cause();
    }

    @Override
    public void because(long cause) {
        next.because(cause);
    }
}
