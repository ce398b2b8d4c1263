package coldpotato.contract;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.wire.BgpError;
import coldpotato.bgp.wire.BgpMessage;
import coldpotato.bgp.wire.CodecContext;
import coldpotato.bgp.wire.Framer;
import coldpotato.bgp.wire.KeepaliveMessage;
import coldpotato.bgp.wire.MessageDecoder;
import coldpotato.bgp.wire.MessageEncoder;
import coldpotato.bgp.wire.Negotiation;
import coldpotato.bgp.wire.NotificationMessage;
import coldpotato.bgp.wire.OpenMessage;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A neighbour that says what the test wants, on one connection. */
final class Puppet {
    static final int ASN = 65099;

    /** Higher than that of any router. */
    static final IpAddress HIGH_ID = IpAddress.parse("198.51.100.99");

    /** Lower than that of any router. */
    static final IpAddress LOW_ID = IpAddress.parse("1.1.1.1");

    /** Without hold time: it does not have to say anything to stay. */
    static final OpenMessage OPEN = open(ASN, HIGH_ID);

    private final Contract contract;
    private final Node router;
    private final Line line;
    private final AttributePool pool = new AttributePool();
    private OpenMessage said = OPEN;

    Puppet(Contract contract, Node router, Line line) {
        this.contract = contract;
        this.router = router;
        this.line = line;
    }

    static OpenMessage open(int asn, IpAddress id) {
        return OpenMessage.offering(asn, 0, id, ImmutableSet.of(AfiSafi.IPV4_UNICAST));
    }

    void say(byte[] bytes) {
        line.send(bytes);
    }

    void say(OpenMessage open) {
        said = open;
        say(MessageEncoder.encode(open));
    }

    /** Brings the session up. */
    Puppet greet(String session) {
        say(OPEN);
        say(MessageEncoder.keepalive());
        contract.until(session + " is up with a puppet", () -> router.isUp(session));
        return this;
    }

    /** An UPDATE as the puppet would send it. */
    byte[] announcement(PathAttributes attributes, String... prefixes) {
        List<byte[]> messages = new ArrayList<>();
        MessageEncoder.encodeAnnouncements(
                AfiSafi.IPV4_UNICAST,
                attributes,
                Stream.of(prefixes).map(Prefix::parse).toList(),
                context(),
                messages::add);
        return messages.get(0);
    }

    /** Everything that the router has said so far. */
    ImmutableList<BgpMessage> heard() {
        Framer framer = new Framer();
        framer.allowExtendedMessages();
        framer.add(line.received());
        ImmutableList.Builder<BgpMessage> messages = ImmutableList.builder();
        try {
            CodecContext context = CodecContext.BEFORE_OPEN;
            for (byte[] frame = framer.next(); frame != null; frame = framer.next()) {
                BgpMessage message = new MessageDecoder(pool).decode(frame, context);
                context = message instanceof OpenMessage open ? context(open) : context;
                messages.add(message);
            }
        } catch (BgpError wrong) {
            throw new AssertionError("the router said something malformed", wrong);
        }
        return messages.build();
    }

    <T extends BgpMessage> List<T> heard(Class<T> type) {
        return heard().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Waits for a NOTIFICATION and for the end of the connection; returns what was said. */
    String farewell() {
        contract.until("the router ends the connection", line::isClosed);
        return heard(NotificationMessage.class).stream()
                .map(NotificationMessage::text)
                .findFirst()
                .orElse("none");
    }

    void close() {
        line.close();
    }

    boolean isClosed() {
        return line.isClosed();
    }

    private CodecContext context() {
        return context(open());
    }

    /** Waits for the OPEN of the router. */
    OpenMessage open() {
        contract.until("the router opens", () -> !heard(OpenMessage.class).isEmpty());
        return heard(OpenMessage.class).get(0);
    }

    /** Waits until the router takes the session for agreed. */
    void awaitKeepalive() {
        contract.until("the router agrees", () -> !heard(KeepaliveMessage.class).isEmpty());
    }

    private CodecContext context(OpenMessage received) {
        return Negotiation.of(said, received, false).context();
    }
}
