package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * UPDATE (RFC 4271 section 4.3, RFC 4760), as a speaker wants it: by family, faults already turned into withdrawals.
 * Withdrawals come first: a prefix that is in both lists is announced.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-------------------------------+-------------------------------+
 * |    Withdrawn Routes Length    |  withdrawn IPv4 prefixes ...
 * +-------------------------------+-------------------------------+
 * | Total Path Attribute Length   |  attributes ...
 * +-------------------------------+-------------------------------+
 * |  announced IPv4 prefixes ...
 * +---------------------------------------------------------------+
 *
 * prefix:    bit length (1 octet), as many octets as it needs
 * attribute: flags (1), type (1), length (1, or 2 with the Extended Length flag), value
 *            flags: Optional 0x80, Transitive 0x40, Partial 0x20, Extended Length 0x10
 * </pre>
 *
 * @param withdrawals prefixes gone, those of announcements that are treated as withdrawn among them
 * @param announcements prefixes with their attributes
 * @param faults what was wrong with attributes, in the order of the message; none asks for a reset
 * @param endOfRib the family whose first table is complete (RFC 4724 section 2), if that is what the message says
 */
public record UpdateMessage(
        ImmutableList<Withdrawal> withdrawals,
        ImmutableList<Announcement> announcements,
        ImmutableList<AttributeFault> faults,
        Optional<AfiSafi> endOfRib)
        implements BgpMessage {

    /** Prefixes of one family that the peer no longer reaches. */
    public record Withdrawal(AfiSafi family, ImmutableList<Prefix> prefixes) {}

    /**
     * Prefixes of one family that share their attributes.
     *
     * @param attributes interned; the next hop is that of NEXT_HOP for IPv4 prefixes in their old place, that of
     *     MP_REACH_NLRI otherwise
     */
    public record Announcement(AfiSafi family, PathAttributes attributes, ImmutableList<Prefix> prefixes) {}

    /** The strongest reaction that was taken: no stronger than {@link Reaction#TREAT_AS_WITHDRAW}. */
    public Reaction reaction() {
        return strongest(faults);
    }

    static Reaction strongest(Iterable<AttributeFault> faults) {
        Reaction strongest = Reaction.NONE;
        for (AttributeFault fault : faults) {
            strongest = fault.reaction().isStrongerThan(strongest) ? fault.reaction() : strongest;
        }
        return strongest;
    }

    @Override
    public MessageType type() {
        return MessageType.UPDATE;
    }
}
