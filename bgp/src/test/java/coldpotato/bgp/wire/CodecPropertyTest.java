package coldpotato.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(MessageArbitraries.class)
@Domain(DomainContext.Global.class)
class CodecPropertyTest {
    private final MessageDecoder decoder = new MessageDecoder(new AttributePool());

    @Property(tries = 500)
    void whatIsAnnouncedIsReadAgain(
            @ForAll PathAttributes attributes,
            @ForAll @Size(min = 1, max = 60) List<Prefix> prefixes,
            @ForAll boolean fourOctetAs)
            throws BgpError {
        AfiSafi family = AfiSafi.of(attributes.nextHop().family());
        List<Prefix> ofFamily = prefixes.stream()
                .filter(prefix -> prefix.family() == family.family())
                .toList();
        CodecContext context = fourOctetAs ? Sessions.INTERNAL : Sessions.TWO_OCTET_AS;
        List<byte[]> messages = new ArrayList<>();
        assertThat(MessageEncoder.encodeAnnouncements(family, attributes, ofFamily, context, messages::add))
                .isTrue();
        List<Prefix> read = new ArrayList<>();
        for (byte[] message : messages) {
            UpdateMessage update = (UpdateMessage) decoder.decode(message, context);
            assertThat(update.faults()).isEmpty();
            assertThat(update.announcements().get(0).attributes()).isEqualTo(attributes);
            read.addAll(update.announcements().get(0).prefixes());
        }
        assertThat(read).isEqualTo(ofFamily);
    }

    @Property(tries = 200)
    void whatIsWithdrawnIsReadAgain(@ForAll AfiSafi family, @ForAll @Size(max = 2000) List<Prefix> prefixes)
            throws BgpError {
        List<Prefix> ofFamily = prefixes.stream()
                .filter(prefix -> prefix.family() == family.family())
                .toList();
        List<byte[]> messages = new ArrayList<>();
        MessageEncoder.encodeWithdrawals(family, ofFamily, Sessions.EXTERNAL, messages::add);
        List<Prefix> read = new ArrayList<>();
        for (byte[] message : messages) {
            UpdateMessage update = (UpdateMessage) decoder.decode(message, Sessions.EXTERNAL);
            read.addAll(update.withdrawals().get(0).prefixes());
        }
        assertThat(read).isEqualTo(ofFamily);
    }

    @Property(tries = 300)
    void anOpenIsReadAgain(@ForAll OpenMessage open) throws BgpError {
        assertThat(decoder.decode(MessageEncoder.encode(open), CodecContext.BEFORE_OPEN))
                .isEqualTo(open);
    }

    @Property(tries = 300)
    void aNotificationIsReadAgain(
            @ForAll @IntRange(max = 255) int code, @ForAll @IntRange(max = 255) int subcode, @ForAll byte[] data)
            throws BgpError {
        NotificationMessage notification = new NotificationMessage(code, subcode, OctetString.of(data));
        assertThat(decoder.decode(MessageEncoder.encode(notification), CodecContext.BEFORE_OPEN))
                .isEqualTo(notification);
    }

    @Property(tries = 300)
    void anyCuttingOfTheStreamGivesTheSameMessages(
            @ForAll @Size(min = 1, max = 8) List<Wire> messages,
            @ForAll @Size(max = 20) List<@IntRange(max = 400) Integer> cuts)
            throws BgpError {
        List<byte[]> frames = messages.stream().map(Wire::bytes).toList();
        byte[] stream = Bytes.concat(frames.toArray(byte[][]::new));
        Framer framer = new Framer();
        List<byte[]> found = new ArrayList<>();
        int from = 0;
        for (int cut : cuts) {
            int to = Math.min(from + cut, stream.length);
            found.addAll(added(framer, Arrays.copyOfRange(stream, from, to)));
            from = to;
        }
        found.addAll(added(framer, Arrays.copyOfRange(stream, from, stream.length)));
        assertThat(found).usingElementComparator(Arrays::compare).isEqualTo(frames);
    }

    @Property(tries = 2000)
    void randomBytesEndInAMessageOrATypedError(@ForAll byte[] bytes, @ForAll CodecContext context) {
        assertThat(endsWell(bytes, context)).isTrue();
    }

    @Property(tries = 3000)
    void randomBodiesEndInAMessageOrATypedError(
            @ForAll MessageType type, @ForAll @Size(max = 200) byte[] body, @ForAll CodecContext context) {
        OctetString octets = OctetString.of(body);
        assertThat(endsWell(Wire.of(type, octets).bytes(), context)).isTrue();
    }

    @Property(tries = 3000)
    void mutatedMessagesEndInAMessageOrATypedError(
            @ForAll Wire message,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 4000) Integer> positions,
            @ForAll byte value,
            @ForAll CodecContext context) {
        byte[] mutated = message.bytes().clone();
        for (int position : positions) {
            mutated[16 + position % (mutated.length - 16)] = value;
        }
        assertThat(endsWell(mutated, context)).isTrue();
    }

    /** Lists of attributes whose lengths fit, with values that may be anything. */
    @Property(tries = 3000)
    void randomAttributesEndInAMessageOrATypedError(
            @ForAll @Size(max = 6) List<RandomAttribute> attributes,
            @ForAll boolean announces,
            @ForAll CodecContext context) {
        byte[] list =
                Bytes.concat(attributes.stream().map(RandomAttribute::bytes).toArray(byte[][]::new));
        byte[] lengths = {0, 0, (byte) (list.length >> 8), (byte) list.length};
        byte[] nlri = announces ? new byte[] {8, 10} : new byte[0];
        OctetString body = OctetString.of(Bytes.concat(lengths, list, nlri));
        assertThat(endsWell(Wire.of(MessageType.UPDATE, body).bytes(), context)).isTrue();
    }

    /** Whatever ends otherwise ends in an exception here. */
    private boolean endsWell(byte[] bytes, CodecContext context) {
        Framer framer = new Framer();
        framer.add(bytes);
        try {
            for (byte[] frame = framer.next(); frame != null; frame = framer.next()) {
                BgpMessage message = decoder.decode(frame, context);
                if (message instanceof UpdateMessage update) {
                    assertThat(update.reaction()).isNotEqualTo(Reaction.SESSION_RESET);
                }
            }
            return true;
        } catch (BgpError error) {
            return NotificationCode.of(
                            error.notification().code(), error.notification().subcode())
                    .isPresent();
        }
    }

    private static List<byte[]> added(Framer framer, byte[] bytes) throws BgpError {
        framer.add(bytes);
        ImmutableList.Builder<byte[]> frames = ImmutableList.builder();
        for (byte[] frame = framer.next(); frame != null; frame = framer.next()) {
            frames.add(frame);
        }
        return frames.build();
    }

    /** A whole message. */
    record Wire(byte[] bytes) {
        static Wire of(MessageType type, OctetString body) {
            OctetWriter out = new OctetWriter().i64(-1).i64(-1);
            out.u16(MessageType.HEADER_LENGTH + body.length()).u8(type.code()).octets(body.toByteArray());
            return new Wire(out.toByteArray());
        }

        static Wire announcing(PathAttributes attributes) {
            List<byte[]> messages = new ArrayList<>();
            AfiSafi family = AfiSafi.of(attributes.nextHop().family());
            Prefix prefix =
                    Prefix.host(IpAddress.ofBytes(new byte[family.family().octets()]));
            MessageEncoder.encodeAnnouncements(family, attributes, List.of(prefix), Sessions.INTERNAL, messages::add);
            return new Wire(messages.get(0));
        }
    }

    /** An attribute with a right length and a random value. */
    record RandomAttribute(int flags, int code, byte[] value) {
        byte[] bytes() {
            byte[] header = {(byte) (flags & ~AttributeKind.EXTENDED_LENGTH), (byte) code, (byte) value.length};
            return Bytes.concat(header, value);
        }
    }
}
