package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.RibChange;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A handful of speakers joined by wires with a constant delay: the smallest world that a speaker can live in. */
final class SpeakerLab {
    static final long DELAY_NANOS = Durations.millis(1);

    final Trace trace = new Trace(EnumSet.allOf(TraceKind.class));
    final Map<String, Router> routers = new LinkedHashMap<>();
    private final AttributePool pool = new AttributePool();
    private final PriorityQueue<Event> queue =
            new PriorityQueue<>(Comparator.comparingLong(Event::atNanos).thenComparingLong(Event::number));
    private final Map<String, Boolean> cut = new TreeMap<>();
    private long number;
    private long now;

    private record Event(long atNanos, long number, Runnable action) {}

    private record Wire(Router router, long connection) {}

    /** A router of the lab: its settings while they are made, then its speaker. */
    final class Router implements Transport, Forwarding {
        final String name;
        final int asn;
        final IpAddress id;
        final Map<String, PeerConfig> peers = new LinkedHashMap<>();
        final Map<String, Router> neighbours = new LinkedHashMap<>();
        final Map<IpAddress, Long> costs = new TreeMap<>();
        final List<RibChange> changes = new ArrayList<>();
        final Map<Long, Wire> wires = new LinkedHashMap<>();
        DecisionProcess decision = DecisionProcess.RFC4271;
        boolean installedOnly;
        BgpSpeaker speaker;
        BfdSpeaker bfd;
        private long accepted = Transport.ACCEPTED_FIRST;

        Router(String name, int asn, int id) {
            this.name = name;
            this.asn = asn;
            this.id = IpAddress.ipv4(id);
        }

        SpeakerConfig config() {
            return new SpeakerConfig(asn, id, id, decision, ImmutableMap.copyOf(peers), installedOnly);
        }

        void change(String session, UnaryOperator<PeerConfigBuilder> change) {
            peers.put(session, change.apply(peers.get(session).toBuilder()).build());
        }

        Prefix originate(String prefix) {
            speaker.originate(
                    now,
                    Prefix.parse(prefix),
                    PathAttributes.builder(IpAddress.ipv4(0)).build());
            return Prefix.parse(prefix);
        }

        Path best(String prefix) {
            return speaker.rib(AfiSafi.IPV4_UNICAST)
                    .decision(Prefix.parse(prefix))
                    .best()
                    .orElse(null);
        }

        String bestPath(String prefix) {
            Path best = best(prefix);
            return best == null ? "none" : best.attributes().asPath().toString();
        }

        /** Its forwarding table does everything that was decided so far, from the first change of the list on. */
        void installs(int from) {
            speaker.installed(
                    now,
                    changes.subList(from, changes.size()).stream()
                            .map(change -> new InstalledRoute(change.prefix(), change.after(), change.cause()))
                            .collect(ImmutableList.toImmutableList()));
        }

        PeerView peer(String session) {
            return speaker.peers().stream()
                    .filter(p -> p.config().name().equals(session))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void connect(String peer, long connection) {
            Router other = neighbours.get(peer);
            later(peer, () -> other.takeConnection(peer, this, connection));
        }

        private void takeConnection(String session, Router from, long theirs) {
            long mine = accepted++;
            wires.put(mine, new Wire(from, theirs));
            from.wires.put(theirs, new Wire(this, mine));
            from.later(session, () -> from.speaker.connected(now, theirs));
            speaker.accepted(now, session, mine);
        }

        @Override
        public void send(long connection, byte[] bytes) {
            Wire wire = wires.get(connection);
            if (wire != null) {
                later(sessionWith(wire.router), () -> wire.router.speaker.received(now, wire.connection, bytes));
            }
        }

        private String sessionWith(Router other) {
            return neighbours.entrySet().stream()
                    .filter(e -> e.getValue() == other)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }

        /** Arrives after the delay, unless the wire is cut. */
        void later(String session, Runnable action) {
            if (!cut.containsKey(session)) {
                schedule(now + DELAY_NANOS, action);
            }
        }

        @Override
        public boolean isWritable(long connection) {
            return true;
        }

        @Override
        public void close(long connection, boolean abort) {
            Wire wire = wires.remove(connection);
            if (wire != null) {
                later(sessionWith(wire.router), () -> wire.router.speaker.closed(now, wire.connection));
            }
        }

        private void sendDatagram(String peer, byte[] packet) {
            Router other = neighbours.get(peer);
            later(peer, () -> other.bfd.datagram(now, peer, packet));
        }

        private void dead(long nowNanos, String peer, long cause) {
            trace.because(cause);
            speaker.bfdDown(nowNanos, peer);
        }

        void makeSpeaker() {
            bfd = new BfdSpeaker(name, trace, 1, this::sendDatagram, this::dead);
            speaker = new BgpSpeaker(name, config(), this, this, bfd, trace, 1, pool, Budget.UNLIMITED);
        }

        long nextDeadlineNanos() {
            return Math.min(speaker.nextDeadlineNanos(), bfd.nextDeadlineNanos());
        }

        void deadlineReached() {
            speaker.deadlineReached(now);
            bfd.deadlineReached(now);
        }

        @Override
        public void bestPathChanged(long nowNanos, RibChange change) {
            changes.add(change);
        }

        @Override
        public long track(IpAddress nextHop) {
            return costs.getOrDefault(nextHop, 0L);
        }

        @Override
        public void untrack(IpAddress nextHop) {}
    }

    Router router(String name, int asn) {
        Router router = new Router(name, asn, routers.size() + 1);
        routers.put(name, router);
        return router;
    }

    /** Joins two routers by a session of this name; eBGP or iBGP follows from their AS. */
    SpeakerLab join(String session, Router a, Router b) {
        IpAddress atA = IpAddress.parse("192.0.2." + (2 * number + 1));
        IpAddress atB = IpAddress.parse("192.0.2." + (2 * number + 2));
        number++;
        a.neighbours.put(session, b);
        b.neighbours.put(session, a);
        a.peers.put(
                session,
                PeerConfig.builder(session, atA, atB)
                        .asns(a.asn, b.asn)
                        .interfaceName(java.util.Optional.of(session))
                        .build());
        b.peers.put(
                session,
                PeerConfig.builder(session, atB, atA)
                        .asns(b.asn, a.asn)
                        .interfaceName(java.util.Optional.of(session))
                        .build());
        return this;
    }

    /** Starts all speakers and lets half a minute pass. */
    SpeakerLab start() {
        routers.values().forEach(Router::makeSpeaker);
        routers.values().forEach(router -> router.speaker.start(now));
        return pass("30s");
    }

    /** Frames of a session vanish, and nobody is told. */
    void cut(String session) {
        cut.put(session, true);
    }

    void mend(String session) {
        cut.remove(session);
    }

    long now() {
        return now;
    }

    void schedule(long atNanos, Runnable action) {
        queue.add(new Event(atNanos, number++, action));
    }

    /** Lets time pass: everything that is due happens in order. */
    SpeakerLab pass(String duration) {
        long end = now + Durations.parse(duration);
        while (true) {
            long deadline = Deadlines.NONE;
            for (Router router : routers.values()) {
                deadline = Math.min(deadline, router.nextDeadlineNanos());
            }
            long event = queue.isEmpty() ? Deadlines.NONE : queue.peek().atNanos;
            long next = Math.max(now, Math.min(deadline, event));
            if (Math.min(deadline, event) > end) {
                now = end;
                return this;
            }
            now = next;
            if (event <= deadline) {
                queue.poll().action.run();
            } else {
                routers.values().forEach(Router::deadlineReached);
            }
        }
    }

    List<TraceEvent> events(TraceKind kind) {
        return trace.events().stream().filter(e -> e.kind() == kind).toList();
    }
}
