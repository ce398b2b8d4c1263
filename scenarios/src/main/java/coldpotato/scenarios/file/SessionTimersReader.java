package coldpotato.scenarios.file;

import coldpotato.bgp.speaker.SessionTimers;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Timers of sessions: those of a peer, else those of the file, else the usual ones. */
final class SessionTimersReader {
    private static final String OR_FILE = ", or what the file says for all peers";

    private static final Key<Long> HOLD_TIME = Key.optional(
            "hold-time",
            TimerValues.HOLD_TIME,
            "180s" + OR_FILE,
            "what we propose; the lower of both ends counts; 0s for sessions without timers",
            "30s");
    private static final Key<Long> KEEPALIVE = Key.optional(
            "keepalive",
            TimerValues.KEEPALIVE,
            "a third of hold-time" + OR_FILE,
            "how often KEEPALIVE is sent; never slower than a third of the negotiated hold time",
            "10s");
    private static final Key<Long> CONNECT_RETRY = Key.optional(
            "connect-retry",
            TimerValues.ATTEMPT_WAIT,
            "5s" + OR_FILE,
            "how long a peer that does not answer is waited for before it is tried again",
            "30s");
    private static final Key<Long> IDLE_HOLD = Key.optional(
            "idle-hold",
            TimerValues.ATTEMPT_WAIT,
            "1s" + OR_FILE,
            "first wait after a session or an attempt failed; doubles with each failure up to a minute",
            "5s");
    private static final Key<Long> MRAI = Key.optional(
            "mrai",
            Quantities.DURATION,
            "0s" + OR_FILE,
            "least time between two UPDATEs about one prefix (RFC 4271 section 9.2.1.1)",
            "30s");

    private static final Key<Long> SEND_HOLD = Key.optional(
            "send-hold",
            TimerValues.SEND_HOLD,
            "8m, or twice the hold time if that is more" + OR_FILE,
            "a peer that takes no bytes for so long loses its session (RFC 9687)",
            "2m");

    /** The keys, for all peers as well as for one. */
    static final ImmutableList<Key<?>> KEYS =
            ImmutableList.of(HOLD_TIME, KEEPALIVE, CONNECT_RETRY, IDLE_HOLD, MRAI, SEND_HOLD);

    private static final SessionTimers USUAL = SessionTimers.DEFAULT;

    private final Fields own;
    private final Fields common;

    /** @param common where those for all peers stand */
    SessionTimersReader(Fields own, Fields common) {
        this.own = own;
        this.common = common;
    }

    SessionTimers read() {
        long hold = find(HOLD_TIME).orElse(USUAL.holdNanos());
        return new SessionTimers(
                hold,
                find(KEEPALIVE).orElse(hold / 3),
                find(CONNECT_RETRY).orElse(Durations.seconds(5)),
                USUAL.delayOpenNanos(),
                find(IDLE_HOLD).orElse(Durations.seconds(1)),
                find(MRAI).orElse(USUAL.mraiNanos()),
                find(SEND_HOLD).orElse(USUAL.sendHoldNanos()));
    }

    private Optional<Long> find(Key<Long> key) {
        Optional<Long> forAll = common.find(key);
        return own.find(key).or(() -> forAll);
    }
}
