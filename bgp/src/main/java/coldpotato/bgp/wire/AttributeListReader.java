package coldpotato.bgp.wire;

import static coldpotato.bgp.wire.Reaction.ATTRIBUTE_DISCARD;
import static coldpotato.bgp.wire.Reaction.SESSION_RESET;
import static coldpotato.bgp.wire.Reaction.TREAT_AS_WITHDRAW;

/** Reads the attributes of an UPDATE one after the other (RFC 4271 section 6.3, RFC 7606 sections 3 and 4). */
final class AttributeListReader {
    private static final int HEADER_LENGTH = 3;

    private final Octets list;
    private final AttributeCollector into;

    AttributeListReader(Octets list, AttributeCollector into) {
        this.list = list;
        this.into = into;
    }

    void readAll() {
        while (!list.isEmpty()) {
            Octets rest = list.again();
            if (!fits()) {
                into.begin(rest.remaining() < 2 ? 0 : rest.again().u16() & 0xff, rest);
                // RFC 7606 section 4: what comes behind cannot be found; the prefixes can.
                into.fault(
                        TREAT_AS_WITHDRAW, NotificationCode.MALFORMED_ATTRIBUTE_LIST, "runs past the end of the list");
                return;
            }
            readOne();
        }
    }

    private boolean fits() {
        Octets in = list.again();
        if (in.remaining() < HEADER_LENGTH) {
            return false;
        }
        int flags = in.u8();
        in.skip(1);
        boolean extended = (flags & AttributeKind.EXTENDED_LENGTH) != 0;
        if (extended && in.remaining() < 2) {
            return false;
        }
        int length = extended ? in.u16() : in.u8();
        return length <= in.remaining();
    }

    private void readOne() {
        Octets whole = list.again();
        int flags = list.u8();
        int code = list.u8();
        int length = (flags & AttributeKind.EXTENDED_LENGTH) != 0 ? list.u16() : list.u8();
        Octets value = list.slice(length);
        boolean first = into.begin(code, whole.slice(whole.remaining() - list.remaining()));
        AttributeType row = AttributeType.of(code);
        if (!first) {
            reportDuplicate(row);
        } else if (row == null) {
            readUnknown(flags, value);
        } else {
            readKnown(row, flags, value);
        }
    }

    /** RFC 7606 section 3 g: of two the first counts, but which prefixes are meant must not be in doubt. */
    private void reportDuplicate(AttributeType row) {
        boolean inDoubt = row != null && row.carriesPrefixes();
        into.fault(
                inDoubt ? SESSION_RESET : ATTRIBUTE_DISCARD,
                NotificationCode.MALFORMED_ATTRIBUTE_LIST,
                "appears more than once");
    }

    private void readUnknown(int flags, Octets value) {
        if ((flags & AttributeKind.OPTIONAL) == 0) {
            into.fault(
                    SESSION_RESET,
                    NotificationCode.UNRECOGNIZED_WELL_KNOWN_ATTRIBUTE,
                    "well-known, but not known here");
        } else if ((flags & AttributeKind.TRANSITIVE) != 0) {
            into.passOn(flags, value);
        }
    }

    private void readKnown(AttributeType row, int flags, Octets value) {
        boolean flagsFit = row.kind().fits(flags);
        if (!flagsFit) {
            into.fault(
                    row.flagsReaction(), NotificationCode.ATTRIBUTE_FLAGS_ERROR, String.format("flags 0x%02x", flags));
        }
        if (!flagsFit && !row.carriesPrefixes()) {
            return;
        }
        if (!row.scope().includes(into.context())) {
            into.fault(ATTRIBUTE_DISCARD, NotificationCode.OPTIONAL_ATTRIBUTE_ERROR, "does not belong on this session");
        } else if (!row.allowsLength(value.remaining())) {
            into.malformed(NotificationCode.ATTRIBUTE_LENGTH_ERROR, "length " + value.remaining());
        } else {
            row.read(value, into);
        }
    }
}
