package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicySession;
import coldpotato.bgp.rib.AdjRibOut;
import coldpotato.bgp.rib.AdvertisedChanges;
import coldpotato.bgp.rib.Advertisement;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.RibChange;
import coldpotato.bgp.wire.CodecContext;
import coldpotato.bgp.wire.MessageEncoder;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Deadlines;
import coldpotato.core.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Neighbours that are told the same (an update group): export policy runs once for all of them, and what they share is
 * encoded once. Holds announcements back for the minimum route advertisement interval (RFC 4271 section 9.2.1.1).
 */
final class ExportGroup {

    /** All that the outcome of export and encoding depends on. */
    record Key(
            AfiSafi family,
            Policy exportPolicy,
            Optional<PolicySession> neighbour,
            IpAddress localAddress,
            int localAs,
            boolean ibgp,
            boolean routeReflectorClient,
            boolean nextHopSelf,
            PrivateAsRemoval privateAs,
            int remoteAs,
            long mraiNanos,
            CodecContext context) {

        static Key of(Peer peer, AfiSafi family) {
            PeerConfig config = peer.config();
            return new Key(
                    family,
                    config.exportPolicy(),
                    Optional.of(config.policySession())
                            .filter(session -> config.exportPolicy().looksAtNeighbour()),
                    config.localAddress(),
                    config.localAs(),
                    config.isIbgp(),
                    config.routeReflectorClient(),
                    config.nextHopSelf(),
                    config.privateAsOnExport(),
                    config.asOverride() ? config.remoteAs() : 0,
                    config.timers().mraiNanos(),
                    peer.session().context());
        }
    }

    private final Key key;
    private final ExportRules rules;
    private final AttributePool pool;
    private final AdjRibOut out = new AdjRibOut();
    private final List<PeerRoutes> members = new ArrayList<>();
    private long nextFlushNanos = Long.MIN_VALUE;

    ExportGroup(Key key, ExportRules rules, AttributePool pool) {
        this.key = key;
        this.rules = rules;
        this.pool = pool;
    }

    Key key() {
        return key;
    }

    /** What a member has been told. */
    Map<Prefix, PathAttributes> sentTo(String peer) {
        return out.sentTo(peer);
    }

    /** Takes in a member that has been told some routes already; it is told the difference at once. */
    void join(long now, PeerRoutes member, Map<Prefix, PathAttributes> told) {
        if (members.isEmpty()) {
            out.drain();
        }
        members.add(member);
        sendAll(now, member, told);
    }

    /** Lets a member go; true if nobody is left. */
    boolean leave(PeerRoutes member) {
        members.remove(member);
        return members.isEmpty();
    }

    /** Tells a member everything, but for what it has been told already, and withdraws what it should not know. */
    void sendAll(long now, PeerRoutes member, Map<Prefix, PathAttributes> told) {
        new Encoding().with(out.difference(member.peer().name(), told)).sendTo(now, member);
    }

    /** What a member is told of a best path, and by which rule. */
    ExportVerdict verdict(PeerRoutes member, Path best) {
        if (best.source().session().equals(member.peer().name())) {
            return new ExportVerdict(false, "learned from this neighbour");
        }
        RouteVerdict verdict = rules.export(best);
        return new ExportVerdict(verdict.accepted(), verdict.rule());
    }

    /** The best path of a prefix, as the whole table is gone through. */
    void offer(Path best) {
        offer(best, best.cause());
    }

    void change(RibChange change, long cause) {
        Optional<Path> best = change.after().best();
        if (best.isPresent()) {
            offer(best.get(), cause);
        } else {
            out.retract(change.prefix(), cause);
        }
    }

    private void offer(Path best, long cause) {
        RouteVerdict verdict = rules.export(best);
        if (verdict.accepted()) {
            out.offer(best.prefix(), pool.intern(verdict.attributes()), best.source(), cause);
        } else {
            out.retract(best.prefix(), cause);
        }
    }

    long nextDeadlineNanos() {
        return out.isPending() ? Math.max(nextFlushNanos, 0) : Deadlines.NONE;
    }

    /** Tells all members what changed, unless the last time was too short a while ago. */
    void flush(long now, TraceSink trace) {
        if (!out.isPending() || now < nextFlushNanos) {
            return;
        }
        nextFlushNanos = key.mraiNanos() == 0 ? Long.MIN_VALUE : now + key.mraiNanos();
        AdvertisedChanges changes = out.drain();
        Advertisement encoded = null;
        Encoding encoding = null;
        for (PeerRoutes member : members) {
            Advertisement advertisement = changes.to(member.peer().name());
            if (advertisement.isEmpty()) {
                continue;
            }
            if (advertisement != encoded) {
                encoding = new Encoding().with(advertisement);
                encoded = advertisement;
            }
            trace.because(advertisement.cause());
            encoding.sendTo(now, member);
        }
    }

    /** Messages in the making; equal for all members that are told the same. */
    private final class Encoding {
        private final List<byte[]> messages = new ArrayList<>();

        Encoding with(Advertisement advertisement) {
            withdraw(advertisement.withdrawn());
            advertisement.announced().forEach(a -> announce(a.attributes(), a.prefixes()));
            return this;
        }

        void withdraw(List<Prefix> prefixes) {
            if (!prefixes.isEmpty()) {
                MessageEncoder.encodeWithdrawals(key.family(), prefixes, key.context(), messages::add);
            }
        }

        void announce(PathAttributes attributes, List<Prefix> prefixes) {
            // Attributes that fit no message cannot be told; the neighbour must then not keep an older route.
            if (!MessageEncoder.encodeAnnouncements(key.family(), attributes, prefixes, key.context(), messages::add)) {
                withdraw(prefixes);
            }
        }

        void sendTo(long now, PeerRoutes member) {
            messages.forEach(message -> member.peer().session().send(now, message));
        }
    }
}
