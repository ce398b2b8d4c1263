package coldpotato.bgp.wire;

import static coldpotato.bgp.wire.AttributeKind.OPTIONAL_NON_TRANSITIVE;
import static coldpotato.bgp.wire.AttributeKind.OPTIONAL_TRANSITIVE;
import static coldpotato.bgp.wire.AttributeKind.WELL_KNOWN;
import static coldpotato.bgp.wire.AttributeScope.EVERYWHERE;
import static coldpotato.bgp.wire.AttributeScope.INTERNAL;
import static coldpotato.bgp.wire.AttributeScope.TWO_OCTET_AS;
import static coldpotato.bgp.wire.Reaction.ATTRIBUTE_DISCARD;
import static coldpotato.bgp.wire.Reaction.SESSION_RESET;
import static coldpotato.bgp.wire.Reaction.TREAT_AS_WITHDRAW;

import coldpotato.bgp.attr.PathAttributes;
import com.google.common.collect.ImmutableList;
import java.util.function.IntPredicate;

/**
 * The attributes known here, a row each, in the order in which they are sent: type code, kind (which is flags), sessions on
 * which it belongs, reaction where it is malformed (RFC 7606 section 7), lengths allowed, how to read the value, how to write
 * it. {@link UpdateDecoder} checks duplicates, flags, scope and length before the row's own code runs. Wrong flags are
 * treat-as-withdraw whatever the row says (RFC 7606 section 3 c), except where the attribute's own document differs.
 *
 * <p>MP_REACH_NLRI and MP_UNREACH_NLRI are not written from here but by {@link UpdateEncoder}: they come first in a message.
 * The rows without a document for what they mean here are only checked for their shape: AIGP is dropped, as RFC 7311
 * section 3.1 asks of sessions without it, and ONLY_TO_CUSTOMER is passed on.
 */
enum AttributeType {
    // spotless:off
    ORIGIN(1, WELL_KNOWN, EVERYWHERE, TREAT_AS_WITHDRAW, exactly(1),
            PlainAttributes::readOrigin, PlainAttributes::writeOrigin),
    AS_PATH(2, WELL_KNOWN, EVERYWHERE, TREAT_AS_WITHDRAW, any(),
            AsPathCodec::readAsPath, AsPathCodec::writeAsPath),
    NEXT_HOP(3, WELL_KNOWN, EVERYWHERE, TREAT_AS_WITHDRAW, exactly(4),
            PlainAttributes::readNextHop, PlainAttributes::writeNextHop),
    MULTI_EXIT_DISC(4, OPTIONAL_NON_TRANSITIVE, EVERYWHERE, TREAT_AS_WITHDRAW, exactly(4),
            PlainAttributes::readMed, PlainAttributes::writeMed),
    LOCAL_PREF(5, WELL_KNOWN, INTERNAL, TREAT_AS_WITHDRAW, exactly(4),
            PlainAttributes::readLocalPref, PlainAttributes::writeLocalPref),
    ATOMIC_AGGREGATE(6, WELL_KNOWN, EVERYWHERE, ATTRIBUTE_DISCARD, exactly(0),
            PlainAttributes::readAtomicAggregate, PlainAttributes::writeAtomicAggregate),
    AGGREGATOR(7, OPTIONAL_TRANSITIVE, EVERYWHERE, ATTRIBUTE_DISCARD, any(),
            AggregatorCodec::readAggregator, AggregatorCodec::writeAggregator),
    COMMUNITIES(8, OPTIONAL_TRANSITIVE, EVERYWHERE, TREAT_AS_WITHDRAW, multipleOf(4),
            CommunityCodec::readCommunities, CommunityCodec::writeCommunities),
    ORIGINATOR_ID(9, OPTIONAL_NON_TRANSITIVE, INTERNAL, TREAT_AS_WITHDRAW, exactly(4),
            PlainAttributes::readOriginatorId, PlainAttributes::writeOriginatorId),
    CLUSTER_LIST(10, OPTIONAL_NON_TRANSITIVE, INTERNAL, TREAT_AS_WITHDRAW, multipleOf(4),
            PlainAttributes::readClusterList, PlainAttributes::writeClusterList),
    MP_REACH_NLRI(14, OPTIONAL_NON_TRANSITIVE, EVERYWHERE, SESSION_RESET, atLeast(5),
            MpNlriCodec::readReach, AttributeType::notWritten),
    MP_UNREACH_NLRI(15, OPTIONAL_NON_TRANSITIVE, EVERYWHERE, SESSION_RESET, atLeast(3),
            MpNlriCodec::readUnreach, AttributeType::notWritten),
    EXTENDED_COMMUNITIES(16, OPTIONAL_TRANSITIVE, EVERYWHERE, TREAT_AS_WITHDRAW, multipleOf(8),
            CommunityCodec::readExtended, CommunityCodec::writeExtended),
    AS4_PATH(17, OPTIONAL_TRANSITIVE, TWO_OCTET_AS, ATTRIBUTE_DISCARD, any(),
            AsPathCodec::readAs4Path, AsPathCodec::writeAs4Path),
    AS4_AGGREGATOR(18, OPTIONAL_TRANSITIVE, TWO_OCTET_AS, ATTRIBUTE_DISCARD, exactly(8),
            AggregatorCodec::readAs4Aggregator, AggregatorCodec::writeAs4Aggregator),
    AIGP(26, OPTIONAL_NON_TRANSITIVE, EVERYWHERE, ATTRIBUTE_DISCARD, any(),
            PlainAttributes::checkAigp, AttributeType::notWritten),
    LARGE_COMMUNITIES(32, OPTIONAL_TRANSITIVE, EVERYWHERE, TREAT_AS_WITHDRAW, multipleOf(12),
            CommunityCodec::readLarge, CommunityCodec::writeLarge),
    ONLY_TO_CUSTOMER(35, OPTIONAL_TRANSITIVE, EVERYWHERE, TREAT_AS_WITHDRAW, exactly(4),
            PlainAttributes::passOn, AttributeType::notWritten);
    // spotless:on

    /** Reads a value of a length that is allowed; reports what else is wrong to the collector. */
    interface Reader {
        void read(Octets value, AttributeCollector into);
    }

    /** Writes the value; false if the attribute is absent. */
    interface Writer {
        boolean write(PathAttributes attributes, AttributeWriter out);
    }

    /** All rows in the order of their codes. */
    static final ImmutableList<AttributeType> IN_ORDER = ImmutableList.copyOf(values());

    private static final AttributeType[] BY_CODE = byCode();

    private final int code;
    private final AttributeKind kind;
    private final AttributeScope scope;
    private final Reaction reaction;
    private final IntPredicate lengths;
    private final Reader reader;
    private final Writer writer;

    AttributeType(
            int code,
            AttributeKind kind,
            AttributeScope scope,
            Reaction reaction,
            IntPredicate lengths,
            Reader reader,
            Writer writer) {
        this.code = code;
        this.kind = kind;
        this.scope = scope;
        this.reaction = reaction;
        this.lengths = lengths;
        this.reader = reader;
        this.writer = writer;
    }

    /** The row of a type code, or null if the attribute is not known here. */
    static AttributeType of(int code) {
        return BY_CODE[code];
    }

    /** The name of an attribute, its number if it is not known here. */
    static String name(int code) {
        return of(code) == null ? "attribute " + code : of(code).name();
    }

    int code() {
        return code;
    }

    AttributeKind kind() {
        return kind;
    }

    AttributeScope scope() {
        return scope;
    }

    /** What a malformed value asks for. */
    Reaction reaction() {
        return reaction;
    }

    /** What wrong flags ask for. */
    Reaction flagsReaction() {
        return this == AIGP ? ATTRIBUTE_DISCARD : TREAT_AS_WITHDRAW;
    }

    boolean allowsLength(int length) {
        return lengths.test(length);
    }

    /** True if prefixes are in the value, which must be found even where the routes are withdrawn. */
    boolean carriesPrefixes() {
        return this == MP_REACH_NLRI || this == MP_UNREACH_NLRI;
    }

    void read(Octets value, AttributeCollector into) {
        reader.read(value, into);
    }

    /** Writes the whole attribute if the routes have it and it belongs on this session. */
    void write(PathAttributes attributes, AttributeWriter out) {
        if (scope.includes(out.context())) {
            out.begin(kind.flags(), code);
            if (writer.write(attributes, out)) {
                out.end();
            } else {
                out.cancel();
            }
        }
    }

    private static boolean notWritten(PathAttributes attributes, AttributeWriter out) {
        return false;
    }

    private static IntPredicate any() {
        return length -> true;
    }

    private static IntPredicate exactly(int octets) {
        return length -> length == octets;
    }

    private static IntPredicate atLeast(int octets) {
        return length -> length >= octets;
    }

    /** Lists of fixed-size items must not be empty (RFC 7606 sections 7.8, 7.10 and 7.14, RFC 8092 section 6). */
    private static IntPredicate multipleOf(int octets) {
        return length -> length > 0 && length % octets == 0;
    }

    private static AttributeType[] byCode() {
        AttributeType[] rows = new AttributeType[256];
        for (AttributeType row : values()) {
            rows[row.code] = row;
        }
        return rows;
    }
}
