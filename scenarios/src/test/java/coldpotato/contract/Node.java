package coldpotato.contract;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.bgp.wire.MessageType;
import coldpotato.bgp.wire.NotificationMessage;
import coldpotato.bgp.wire.OctetString;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.io.BaseEncoding;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A router of a world: its settings, what it is told, and what can be seen of it. Without an AS it has no speaker. */
final class Node {
    final String name;
    final int asn;
    final IpAddress id;
    private final World world;
    private final Map<String, PeerConfig> peers = new LinkedHashMap<>();

    Node(World world, String name, int asn, IpAddress id) {
        this.world = world;
        this.name = name;
        this.asn = asn;
        this.id = id;
    }

    boolean speaks() {
        return asn != 0;
    }

    // Settings

    void put(PeerConfig peer) {
        peers.put(peer.name(), peer);
    }

    /** True if a neighbour with this key is configured. */
    boolean listens(String session, Optional<String> key) {
        return peers.containsKey(session) && peers.get(session).password().equals(key);
    }

    PeerConfig settings(String session) {
        return peers.get(session);
    }

    /** Changes the settings of a neighbour; a node that runs takes them over by {@link #reconfigure}. */
    Node set(String session, UnaryOperator<PeerConfigBuilder> change) {
        peers.put(session, change.apply(peers.get(session).toBuilder()).build());
        return this;
    }

    void reconfigure(String session, UnaryOperator<PeerConfigBuilder> change) {
        set(session, change);
        world.reconfigure(this);
    }

    /** Takes a neighbour out of the settings, and out of the router. */
    PeerConfig forget(String session) {
        PeerConfig forgotten = peers.remove(session);
        world.reconfigure(this);
        return forgotten;
    }

    /** Puts a neighbour into the settings of a router that runs. */
    void add(PeerConfig peer) {
        put(peer);
        world.reconfigure(this);
    }

    SpeakerConfig config() {
        return new SpeakerConfig(asn, id, id, DecisionProcess.RFC4271, ImmutableMap.copyOf(peers));
    }

    // What it is told

    void originate(String prefix) {
        originate(prefix, attributes -> attributes);
    }

    void originate(String prefix, UnaryOperator<PathAttributes> change) {
        Prefix parsed = Prefix.parse(prefix);
        PathAttributes attributes =
                change.apply(PathAttributes.builder(unspecified(parsed)).build());
        world.tell(this, (speaker, now) -> speaker.originate(now, parsed, attributes));
    }

    private static IpAddress unspecified(Prefix prefix) {
        return prefix.family() == Family.IPV4 ? IpAddress.ipv4(0) : IpAddress.ipv6(0, 0);
    }

    void withdraw(String prefix) {
        world.tell(this, (speaker, now) -> speaker.withdraw(now, Prefix.parse(prefix)));
    }

    void stop(String session, String text) {
        world.tell(this, (speaker, now) -> speaker.stopPeer(now, session, text));
    }

    void start(String session) {
        world.tell(this, (speaker, now) -> speaker.startPeer(now, session));
    }

    void reset(String session, String text) {
        world.tell(this, (speaker, now) -> speaker.resetPeer(now, session, text));
    }

    // What can be seen of it

    PeerView peer(String session) {
        return world.ask(
                this,
                speaker -> Iterables.find(
                        speaker.peers(), peer -> peer.config().name().equals(session)));
    }

    boolean isUp(String session) {
        return peer(session).isEstablished();
    }

    /** The best path of a prefix, null if there is none. */
    Path best(String prefix) {
        Prefix parsed = Prefix.parse(prefix);
        return world.ask(this, speaker -> speaker.rib(AfiSafi.of(parsed.family()))
                .decision(parsed)
                .best()
                .orElse(null));
    }

    boolean has(String prefix) {
        return best(prefix) != null;
    }

    /** The AS path of the best path, {@code none} if there is none. */
    String path(String prefix) {
        Path best = best(prefix);
        return best == null ? "none" : best.attributes().asPath().toString();
    }

    /** All paths of a prefix, refused ones too. */
    List<Path> paths(String prefix) {
        Prefix parsed = Prefix.parse(prefix);
        return world.ask(
                this, speaker -> speaker.rib(AfiSafi.of(parsed.family())).paths(parsed));
    }

    /** What has happened here so far, of one kind, to one session. */
    List<TraceEvent> events(TraceKind kind, String session) {
        return world.trace(this).stream()
                .filter(event -> event.kind() == kind && event.field("session").equals(session))
                .toList();
    }

    /** Why the session went down so far, one reason for each time. */
    List<String> reasons(String session) {
        return events(TraceKind.SESSION_DOWN, session).stream()
                .map(event -> event.field("reason"))
                .toList();
    }

    /** The NOTIFICATIONs that came from a neighbour so far. */
    List<NotificationMessage> notifications(String session) {
        return events(TraceKind.MESSAGE_RECEIVED, session).stream()
                .flatMap(event -> notification(event.field("message")).stream())
                .toList();
    }

    /** A message as the trace has it: length, type, then code, subcode and data if it is a NOTIFICATION. */
    private static Optional<NotificationMessage> notification(String message) {
        ByteBuffer octets = ByteBuffer.wrap(BaseEncoding.base16().lowerCase().decode(message))
                .position(2);
        if (octets.get() != MessageType.NOTIFICATION.code()) {
            return Optional.empty();
        }
        int code = octets.get();
        int subcode = octets.get();
        byte[] rest = new byte[octets.remaining()];
        octets.get(rest);
        return Optional.of(new NotificationMessage(code, subcode, OctetString.of(rest)));
    }

    @Override
    public String toString() {
        return name;
    }
}
