package coldpotato.bgp.wire;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.attr.UnknownAttribute;
import coldpotato.core.net.Prefix;
import java.util.List;
import java.util.function.Consumer;

/**
 * Packs prefixes of one family into as few UPDATEs as they fit: IPv4 in the old places, IPv6 in MP_REACH_NLRI and
 * MP_UNREACH_NLRI, which come first (RFC 7606 section 5.1); other attributes by type (RFC 4271 section 5).
 */
final class UpdateEncoder {
    /** Header, withdrawn routes length, total path attribute length. */
    private static final int FIXED_LENGTH = MessageType.HEADER_LENGTH + 4;

    /** Flags, type and two octets of length. */
    private static final int MP_HEADER_LENGTH = 4;

    private static final int MP_FLAGS = AttributeKind.OPTIONAL_NON_TRANSITIVE.flags() | AttributeKind.EXTENDED_LENGTH;

    private final AfiSafi family;
    private final CodecContext context;
    private final Consumer<byte[]> messages;
    private final boolean isMultiprotocol;

    UpdateEncoder(AfiSafi family, CodecContext context, Consumer<byte[]> messages) {
        this.family = family;
        this.context = context;
        this.messages = messages;
        this.isMultiprotocol = family != AfiSafi.IPV4_UNICAST;
    }

    boolean announce(PathAttributes attributes, List<Prefix> prefixes) {
        checkArgument(
                attributes.nextHop().family() == family.family(),
                "%s cannot be the next hop of %s routes",
                attributes.nextHop(),
                family);
        checkArgument(attributes.nextHop().high() != 0 || attributes.nextHop().low() != 0, "no next hop to announce");
        byte[] written = writeAttributes(attributes);
        byte[] reachHead = isMultiprotocol ? reachHead(attributes) : new byte[0];
        int room = room() - written.length - reachHead.length;
        if (room < 1 + family.family().octets()) {
            return false;
        }
        pack(prefixes, room, nlri -> send(announcement(written, reachHead, nlri)));
        return true;
    }

    void withdraw(List<Prefix> prefixes) {
        byte[] unreachHead = isMultiprotocol ? unreachHead() : new byte[0];
        pack(prefixes, room() - unreachHead.length, nlri -> send(withdrawal(unreachHead, nlri)));
    }

    void endOfRib() {
        send(withdrawal(isMultiprotocol ? unreachHead() : new byte[0], new byte[0]));
    }

    private int room() {
        return context.lengthMax(MessageType.UPDATE) - FIXED_LENGTH - (isMultiprotocol ? MP_HEADER_LENGTH : 0);
    }

    private byte[] writeAttributes(PathAttributes attributes) {
        OctetWriter out = new OctetWriter();
        AttributeWriter writer = new AttributeWriter(context, family, out);
        List<UnknownAttribute> unknown = attributes.unknown();
        int next = 0;
        for (AttributeType row : AttributeType.IN_ORDER) {
            while (next < unknown.size() && unknown.get(next).type() < row.code()) {
                writeUnknown(unknown.get(next++), writer);
            }
            row.write(attributes, writer);
        }
        while (next < unknown.size()) {
            writeUnknown(unknown.get(next++), writer);
        }
        return out.toByteArray();
    }

    private static void writeUnknown(UnknownAttribute attribute, AttributeWriter writer) {
        writer.begin(attribute.flags(), attribute.type());
        writer.value().octets(attribute.value());
        writer.end();
    }

    /** MP_REACH_NLRI up to the prefixes, without flags, type and length. */
    private byte[] reachHead(PathAttributes attributes) {
        OctetWriter out = new OctetWriter().u16(family.afi()).u8(family.safi());
        out.u8(attributes.linkLocalNextHop().isPresent() ? 32 : 16).address(attributes.nextHop());
        attributes.linkLocalNextHop().ifPresent(out::address);
        return out.u8(0).toByteArray();
    }

    private byte[] unreachHead() {
        return new OctetWriter().u16(family.afi()).u8(family.safi()).toByteArray();
    }

    /** Cuts the prefixes into pieces of at most so many octets, in order. */
    private void pack(List<Prefix> prefixes, int octetsMax, Consumer<byte[]> pieces) {
        OctetWriter nlri = new OctetWriter();
        for (Prefix prefix : prefixes) {
            checkArgument(prefix.family() == family.family(), "%s is no prefix of %s", prefix, family);
            if (nlri.length() + NlriCodec.encodedLength(prefix) > octetsMax) {
                pieces.accept(nlri.toByteArray());
                nlri.backTo(0);
            }
            NlriCodec.write(prefix, nlri);
        }
        if (nlri.length() > 0) {
            pieces.accept(nlri.toByteArray());
        }
    }

    private OctetWriter announcement(byte[] attributes, byte[] reachHead, byte[] nlri) {
        OctetWriter out = MessageEncoder.begin(MessageType.UPDATE).u16(0);
        if (!isMultiprotocol) {
            return out.u16(attributes.length).octets(attributes).octets(nlri);
        }
        int reachLength = reachHead.length + nlri.length;
        out.u16(MP_HEADER_LENGTH + reachLength + attributes.length);
        writeMultiprotocol(AttributeType.MP_REACH_NLRI, reachHead, nlri, out);
        return out.octets(attributes);
    }

    private OctetWriter withdrawal(byte[] unreachHead, byte[] nlri) {
        OctetWriter out = MessageEncoder.begin(MessageType.UPDATE);
        if (!isMultiprotocol) {
            return out.u16(nlri.length).octets(nlri).u16(0);
        }
        out.u16(0).u16(MP_HEADER_LENGTH + unreachHead.length + nlri.length);
        writeMultiprotocol(AttributeType.MP_UNREACH_NLRI, unreachHead, nlri, out);
        return out;
    }

    private static void writeMultiprotocol(AttributeType type, byte[] head, byte[] nlri, OctetWriter out) {
        out.u8(MP_FLAGS)
                .u8(type.code())
                .u16(head.length + nlri.length)
                .octets(head)
                .octets(nlri);
    }

    private void send(OctetWriter message) {
        messages.accept(MessageEncoder.finish(message));
    }
}
