package coldpotato.scenarios.file;

import coldpotato.bgp.fsm.FsmState;
import coldpotato.core.net.Asn;
import coldpotato.core.net.IpAddress;
import coldpotato.scenarios.file.Expectation.OfSession;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.EnumSet;
import java.util.Optional;

/** Expectations of BGP sessions. */
final class SessionClaimReader {
    static final Key<String> SESSION = Key.optional(
            "session",
            Words.reference(NameKind.SESSION),
            "not about a session",
            "an expectation of this BGP session",
            "er-ams.primary.private.ipv4");
    private static final Key<FsmState> STATE = Key.optional(
            "state",
            Words.choice(
                    Maps.uniqueIndex(EnumSet.allOf(FsmState.class), state -> Ascii.toLowerCase(state.rfcName())),
                    FsmState.IDLE),
            "not claimed",
            "its state at the time, as both ends see it",
            "established");
    private static final Key<Within> DOWN = Key.optional(
            "down", TimeValues.WITHIN, "not claimed", "when each end leaves Established", "120s..180s after cut");
    private static final Key<Within> UP = Key.optional(
            "up", TimeValues.WITHIN, "not claimed", "when each end reaches Established", "< 60s after mend");
    private static final Key<Boolean> STAYS = Key.optional(
            "stays",
            Words.choice(ImmutableMap.of("up", true, "down", false), true),
            "not claimed",
            "up or down over the whole interval",
            "up");
    private static final Key<DurationRange> HOLD_TIME =
            Key.optional("hold-time", Ranges.DURATION, "not claimed", "the negotiated hold time", "30s");
    private static final Key<DurationRange> KEEPALIVE = Key.optional(
            "keepalive",
            Ranges.DURATION,
            "not claimed",
            "how often KEEPALIVEs are sent, with jitter up to a quarter sooner",
            "10s");
    private static final Key<CountRange> RECEIVED = Key.optional(
            "received",
            Ranges.COUNT,
            "not claimed",
            "how many prefixes the end that receiver names has received",
            "1..");
    private static final Key<String> RECEIVER = Key.optional(
            "receiver", Words.reference(NameKind.NODE), "needed with received", "the end that counts", "ce1");

    private static final Key<IpAddress> NEIGHBOUR = Key.optional(
            "neighbour", Nets.ADDRESS, "not claimed", "the neighbour that node is configured for", "192.168.100.130");
    private static final Key<Asn> NEIGHBOUR_AS =
            Key.optional("neighbour-as", Nets.ASN, "not claimed", "the AS that node expects there", "12076");

    /** The keys that go with {@code session}. */
    static final ImmutableList<Key<?>> SETTINGS =
            ImmutableList.of(STATE, DOWN, UP, STAYS, HOLD_TIME, KEEPALIVE, RECEIVED, RECEIVER, NEIGHBOUR, NEIGHBOUR_AS);

    private SessionClaimReader() {}

    static OfSession claim(Fields fields) {
        ExpectationReader.checkClaims(fields, SESSION, SETTINGS);
        Optional<String> because = fields.has(DOWN) ? fields.find(ExpectationReader.BECAUSE) : Optional.empty();
        if (fields.has(RECEIVED) != fields.has(RECEIVER)) {
            fields.wrong(SESSION, "received and receiver go together, as in received: 5, receiver: ce1");
        }
        boolean ofOneEnd = fields.has(NEIGHBOUR) || fields.has(NEIGHBOUR_AS);
        if (ofOneEnd && !fields.has(ExpectationReader.NODE)) {
            fields.wrong(SESSION, "each end has another neighbour; say whose, as in node: ce1");
        }
        return new OfSession(
                fields.get(SESSION),
                fields.find(STATE),
                fields.find(DOWN),
                fields.find(UP),
                because,
                fields.find(STAYS),
                fields.find(HOLD_TIME),
                fields.find(KEEPALIVE),
                fields.find(RECEIVED),
                fields.find(RECEIVER),
                ofOneEnd ? fields.find(ExpectationReader.NODE) : Optional.empty(),
                fields.find(NEIGHBOUR),
                fields.find(NEIGHBOUR_AS));
    }
}
