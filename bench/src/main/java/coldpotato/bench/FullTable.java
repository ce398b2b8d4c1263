package coldpotato.bench;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.rib.RibChange;
import coldpotato.bgp.speaker.Bfd;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.Forwarding;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.bgp.speaker.Transport;
import coldpotato.bgp.wire.CodecContext;
import coldpotato.bgp.wire.MessageEncoder;
import coldpotato.bgp.wire.Negotiation;
import coldpotato.bgp.wire.OpenMessage;
import coldpotato.core.net.IpAddress;
import coldpotato.core.trace.TraceSink;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/** One speaker, a feed that announces a full table, and monitors that are told of it; no sockets. */
final class FullTable implements Transport, Forwarding {
    private static final ImmutableSet<AfiSafi> FAMILIES = ImmutableSet.of(AfiSafi.IPV4_UNICAST);
    private static final IpAddress ROUTER = IpAddress.parse("10.77.0.1");
    private static final int ROUTER_AS = 65500;
    private static final int HOLD_SECONDS = 180;

    private final List<byte[]> stream;
    private final BgpSpeaker speaker;
    private long now;
    private long bytesSent;
    private long sumOfBytesSent;

    /**
     * A speaker whose sessions with feed and monitors are not up yet.
     *
     * @param prefixesPerInput the speaker's budget
     */
    FullTable(int prefixes, int monitors, int prefixesPerInput) {
        PeerConfig feed = peer(0).exportPolicy(Policy.REFUSE_ALL).build();
        ImmutableMap.Builder<String, PeerConfig> peers = ImmutableMap.builder();
        peers.put(feed.name(), feed);
        for (int monitor = 1; monitor <= monitors; monitor++) {
            PeerConfig config = peer(monitor).importPolicy(Policy.REFUSE_ALL).build();
            peers.put(config.name(), config);
        }
        stream = UpdateStream.chunks(
                prefixes, feed.remoteAs(), feed.remoteAddress(), context(feed.remoteAs(), feed.remoteAddress()));
        SpeakerConfig config = new SpeakerConfig(ROUTER_AS, ROUTER, ROUTER, DecisionProcess.RFC4271, peers.build());
        speaker = new BgpSpeaker(
                "r", config, this, this, Bfd.NONE, TraceSink.NONE, 1, new AttributePool(), prefixesPerInput);
        speaker.start(now);
    }

    private static PeerConfigBuilder peer(int number) {
        return PeerConfig.builder("n" + number, ROUTER, IpAddress.ipv4(ROUTER.toInt() + 1 + number))
                .asns(ROUTER_AS, 64600 + number)
                .passive(true);
    }

    private static OpenMessage open(int asn, IpAddress id) {
        return OpenMessage.offering(asn, HOLD_SECONDS, id, FAMILIES);
    }

    /** The session with a neighbour comes up; number 0 is the feed. */
    void comeUp(int number) {
        PeerConfig config = speaker.config().peers().get("n" + number);
        speaker.accepted(++now, config.name(), connection(number));
        speaker.received(
                ++now, connection(number), MessageEncoder.encode(open(config.remoteAs(), config.remoteAddress())));
        speaker.received(++now, connection(number), MessageEncoder.keepalive());
    }

    private static long connection(int number) {
        return ACCEPTED_FIRST + number;
    }

    /** The feed announces its table. */
    void announce() {
        stream.forEach(chunk -> speaker.received(++now, connection(0), chunk));
        proceed();
    }

    /** The feed's connection breaks. */
    void lose() {
        speaker.closed(++now, connection(0));
        proceed();
    }

    /** What the speaker left for later is done now. */
    private void proceed() {
        while (speaker.nextDeadlineNanos() <= now) {
            speaker.deadlineReached(now);
        }
    }

    /** The stream of the feed. */
    List<byte[]> stream() {
        return stream;
    }

    private static CodecContext context(int remoteAs, IpAddress remote) {
        return Negotiation.of(open(ROUTER_AS, ROUTER), open(remoteAs, remote), false)
                .context();
    }

    int prefixes() {
        return speaker.rib(AfiSafi.IPV4_UNICAST).size();
    }

    long bytesSent() {
        return bytesSent;
    }

    /** A number that depends on every byte that was sent. */
    long checksum() {
        return sumOfBytesSent;
    }

    @Override
    public void send(long connection, byte[] bytes) {
        bytesSent += bytes.length;
        for (int i = bytes.length - 1; i >= 0; i -= 64) {
            sumOfBytesSent = sumOfBytesSent * 31 + bytes[i];
        }
    }

    @Override
    public boolean isWritable(long connection) {
        return true;
    }

    @Override
    public void connect(String peer, long connection) {
        throw new IllegalStateException("all neighbours are passive");
    }

    @Override
    public void close(long connection, boolean abort) {}

    @Override
    public void bestPathChanged(long nowNanos, RibChange change) {
        checkState(change.family() == AfiSafi.IPV4_UNICAST, "a table of another family: %s", change);
    }

    @Override
    public long track(IpAddress nextHop) {
        return 0;
    }

    @Override
    public void untrack(IpAddress nextHop) {}
}
