package coldpotato.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.rib.Rib;
import coldpotato.bgp.rib.RibChange;
import coldpotato.bgp.wire.BgpError;
import coldpotato.bgp.wire.BgpMessage;
import coldpotato.bgp.wire.CodecContext;
import coldpotato.bgp.wire.MessageDecoder;
import coldpotato.bgp.wire.MessageEncoder;
import coldpotato.bgp.wire.Negotiation;
import coldpotato.bgp.wire.NotificationMessage;
import coldpotato.bgp.wire.OpenMessage;
import coldpotato.bgp.wire.RouteRefreshMessage;
import coldpotato.bgp.wire.UpdateMessage;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One speaker and the far ends of all its sessions: each reads what it is told into a table of its own, and its connection
 * has room for as many messages as the test says.
 */
final class ListeningNeighbours implements Transport, Forwarding {
    private static final IpAddress ROUTER = IpAddress.parse("192.0.2.1");
    private static final ImmutableSet<AfiSafi> FAMILIES = ImmutableSet.of(AfiSafi.IPV4_UNICAST);
    private static final OpenMessage OPEN = OpenMessage.offering(65001, 180, ROUTER, FAMILIES);

    /** The far end of a session. */
    final class Neighbour {
        final String name;
        final int asn;
        final IpAddress address;
        long connection;
        final Map<Prefix, PathAttributes> table = new TreeMap<>();
        final List<BgpMessage> heard = new ArrayList<>();
        /** How many more messages the connection takes before it is full. */
        int room = Integer.MAX_VALUE;

        boolean closed;
        /** What it has not taken yet of what was sent, though there may be room for more. */
        long unsentOctets;
        /** It asked for routes once more, so that it may be told what it knows. */
        boolean allowRepeats;

        Neighbour(int number) {
            name = "n" + number;
            asn = 65100 + number;
            address = IpAddress.ipv4(ROUTER.toInt() + number);
            connection = Transport.ACCEPTED_FIRST + number;
        }

        private void hear(byte[] bytes) {
            room -= room == Integer.MAX_VALUE ? 0 : 1;
            try {
                BgpMessage message = new MessageDecoder(pool).decode(bytes, context());
                heard.add(message);
                if (message instanceof UpdateMessage update) {
                    believe(update);
                }
            } catch (BgpError error) {
                throw new AssertionError(error);
            }
        }

        /** Withdrawals first; one of a prefix that is not there would be noise, as would an announcement that says nothing new. */
        private void believe(UpdateMessage update) {
            update.withdrawals()
                    .forEach(withdrawal -> withdrawal.prefixes().forEach(prefix -> assertThat(table.remove(prefix))
                            .isNotNull()));
            update.announcements().forEach(a -> a.prefixes().forEach(prefix -> believe(prefix, a.attributes())));
        }

        private void believe(Prefix prefix, PathAttributes attributes) {
            PathAttributes before = table.put(prefix, attributes);
            assertThat(allowRepeats || !attributes.equals(before)).isTrue();
        }

        CodecContext context() {
            return Negotiation.of(OPEN, OpenMessage.offering(asn, 180, address, FAMILIES), false)
                    .context();
        }

        Neighbour comeUp() {
            speaker.accepted(++now, name, connection);
            speaker.received(
                    ++now, connection, MessageEncoder.encode(OpenMessage.offering(asn, 180, address, FAMILIES)));
            speaker.received(++now, connection, MessageEncoder.keepalive());
            return this;
        }

        /** The session ends and comes back on another connection, which has as much room. */
        void flap() {
            speaker.stopPeer(++now, name, "flap");
            table.clear();
            connection += 1000;
            byConnection.put(connection, this);
            closed = false;
            speaker.startPeer(++now, name);
            comeUp();
        }

        void refresh() {
            allowRepeats = true;
            speaker.received(
                    ++now,
                    connection,
                    MessageEncoder.encode(new RouteRefreshMessage(1, RouteRefreshMessage.REQUEST, 1)));
        }

        void keepAlive() {
            speaker.received(++now, connection, MessageEncoder.keepalive());
        }

        void announce(Prefix prefix, int pathLength) {
            int[] asns = new int[pathLength];
            Arrays.fill(asns, asn);
            MessageEncoder.encodeAnnouncements(
                    AfiSafi.IPV4_UNICAST,
                    PathAttributes.builder(address).asPath(AsPath.of(asns)).build(),
                    List.of(prefix),
                    context(),
                    bytes -> speaker.received(++now, connection, bytes));
        }

        void withdraw(Prefix prefix) {
            MessageEncoder.encodeWithdrawals(
                    AfiSafi.IPV4_UNICAST,
                    List.of(prefix),
                    context(),
                    bytes -> speaker.received(++now, connection, bytes));
        }

        /** From now on the connection has room for so many messages. */
        void makeRoom(int messages) {
            boolean wasFull = room <= 0;
            room = messages;
            if (wasFull && room > 0) {
                speaker.writable(++now, connection);
            }
        }

        Map<Prefix, PathAttributes> toldByTheSpeaker() {
            return speaker.adjRibOut(name, AfiSafi.IPV4_UNICAST);
        }

        /** What a neighbour with endless room would hold now. */
        Map<Prefix, PathAttributes> shouldHold() {
            Map<Prefix, PathAttributes> expected = new TreeMap<>();
            Rib rib = speaker.rib(AfiSafi.IPV4_UNICAST);
            rib.forEachBest(best -> {
                boolean told = !best.source().session().equals(name)
                        && !peers.get(name).exportPolicy().equals(Policy.REFUSE_ALL);
                if (told) {
                    expected.put(best.prefix(), passedOn(best.attributes()));
                }
            });
            return expected;
        }

        private PathAttributes passedOn(PathAttributes attributes) {
            return attributes.toBuilder()
                    .nextHop(ROUTER)
                    .asPath(attributes.asPath().prepend(65001, 1))
                    .build();
        }

        List<NotificationMessage> notifications() {
            return heard.stream()
                    .filter(NotificationMessage.class::isInstance)
                    .map(NotificationMessage.class::cast)
                    .toList();
        }

        long updates() {
            return heard.stream().filter(UpdateMessage.class::isInstance).count();
        }
    }

    private final int prefixesPerInput;
    private final AttributePool pool = new AttributePool();
    private final Map<Long, Neighbour> byConnection = new LinkedHashMap<>();
    private final Map<String, PeerConfig> peers = new LinkedHashMap<>();
    final List<Neighbour> all = new ArrayList<>();
    BgpSpeaker speaker;
    long now;

    ListeningNeighbours(int count) {
        this(count, Budget.UNLIMITED);
    }

    ListeningNeighbours(int count, int prefixesPerInput) {
        this.prefixesPerInput = prefixesPerInput;
        for (int number = 1; number <= count; number++) {
            Neighbour neighbour = new Neighbour(number);
            all.add(neighbour);
            byConnection.put(neighbour.connection, neighbour);
            peers.put(
                    neighbour.name,
                    PeerConfig.builder(neighbour.name, ROUTER, neighbour.address)
                            .asns(65001, neighbour.asn)
                            .passive(true)
                            .build());
        }
    }

    /** Changes the settings of a neighbour, before or while the speaker runs. */
    void change(Neighbour neighbour, UnaryOperator<PeerConfigBuilder> change) {
        peers.put(
                neighbour.name,
                change.apply(peers.get(neighbour.name).toBuilder()).build());
        if (speaker != null) {
            speaker.reconfigure(++now, config());
        }
    }

    private SpeakerConfig config() {
        return new SpeakerConfig(65001, ROUTER, ROUTER, DecisionProcess.RFC4271, ImmutableMap.copyOf(peers));
    }

    ListeningNeighbours start() {
        speaker = new BgpSpeaker("r", config(), this, this, Bfd.NONE, TraceSink.NONE, 1, pool, prefixesPerInput);
        speaker.start(now);
        return this;
    }

    /** The router announces /24s of its own. */
    void originate(int count) {
        IntStream.range(0, count)
                .forEach(i -> speaker.originate(
                        ++now, own(i), PathAttributes.builder(IpAddress.ipv4(0)).build()));
    }

    void withdraw(int count) {
        IntStream.range(0, count).forEach(i -> speaker.withdraw(++now, own(i)));
    }

    private static Prefix own(int number) {
        return new Prefix(IpAddress.ipv4(0x1400_0000 + (number << 8)), 24);
    }

    /** Lets the speaker do what it left for later; returns how many inputs that took. */
    int finish() {
        int inputs = 0;
        while (speaker.nextDeadlineNanos() <= now) {
            speaker.deadlineReached(now);
            inputs++;
        }
        return inputs;
    }

    void pass(long nanos) {
        now += nanos;
        speaker.deadlineReached(now);
    }

    /** Lets time pass up to the next deadline. */
    void nextDeadline() {
        now = Math.max(now, speaker.nextDeadlineNanos());
        speaker.deadlineReached(now);
    }

    @Override
    public void connect(String peer, long connection) {
        throw new AssertionError("all neighbours are passive");
    }

    @Override
    public void send(long connection, byte[] bytes) {
        byConnection.get(connection).hear(bytes);
    }

    @Override
    public boolean isWritable(long connection) {
        return byConnection.get(connection).room > 0;
    }

    @Override
    public long unsentOctets(long connection) {
        return byConnection.get(connection).unsentOctets;
    }

    @Override
    public void close(long connection, boolean abort) {
        byConnection.get(connection).closed = true;
    }

    @Override
    public void bestPathChanged(long nowNanos, RibChange change) {}

    @Override
    public long track(IpAddress nextHop) {
        return 0;
    }

    @Override
    public void untrack(IpAddress nextHop) {}
}
