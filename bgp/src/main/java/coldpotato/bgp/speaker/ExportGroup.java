package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicySession;
import coldpotato.bgp.rib.AdjRibIn;
import coldpotato.bgp.rib.AdjRibOut;
import coldpotato.bgp.rib.AdvertisedChanges;
import coldpotato.bgp.rib.Advertisement;
import coldpotato.bgp.rib.Decision;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.Rib;
import coldpotato.bgp.wire.CodecContext;
import coldpotato.bgp.wire.MessageEncoder;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Deadlines;
import coldpotato.core.trace.TraceSink;
import com.google.common.collect.ImmutableSet;
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

    /** How many prefixes are told at a time: between two slices it is seen who has room for more. */
    private static final int SLICE_PREFIXES_MAX = 16_384;

    private final Key key;
    private final ExportRules rules;
    private final Installation installation;
    private final AttributePool pool;
    private final AdjRibOut out = new AdjRibOut();
    private final List<ExportMember> members = new ArrayList<>();
    private final boolean looksAtPrefix;
    private final int number;
    private long nextFlushNanos = Long.MIN_VALUE;
    private boolean pending;
    /** How far into the table export policy has got: nobody is told anything before it has seen all of it. */
    private int filled;
    /** The path that was judged last, and what became of it: the next one often differs in its prefix only. */
    private Path judged;

    private RouteVerdict verdict;

    /** @param number of those that came to be before it, and one */
    ExportGroup(Key key, int number, ExportRules rules, Installation installation, AttributePool pool) {
        this.key = key;
        this.number = number;
        this.rules = rules;
        this.installation = installation;
        this.pool = pool;
        this.looksAtPrefix = key.exportPolicy().looksAtPrefix();
    }

    Key key() {
        return key;
    }

    int number() {
        return number;
    }

    boolean isFilled() {
        return filled == AdjRibIn.END;
    }

    /** Goes through the table as far as the budget reaches. */
    void fill(Rib rib, Budget budget) {
        while (!isFilled() && !budget.isSpent()) {
            filled = rib.forEachDecision(filled, budget.spend(SLICE_PREFIXES_MAX), decision -> start(rib, decision));
        }
    }

    /** The group is filled: its members are told what it holds. */
    void begin(long now, TraceSink trace) {
        out.settle();
        members.forEach(member -> begin(now, member, trace));
    }

    private void begin(long now, ExportMember member, TraceSink trace) {
        member.begin(out);
        tell(now, member, trace);
    }

    /** Takes in a member that has been told some routes already; it is told the difference as far as it has room. */
    ExportMember join(long now, Peer peer, Map<Prefix, PathAttributes> told) {
        ExportMember member = new ExportMember(this, peer, told);
        members.add(member);
        if (isFilled()) {
            begin(now, member, TraceSink.NONE);
        }
        return member;
    }

    /** Lets a member go; true if nobody is left. */
    boolean leave(ExportMember member) {
        members.remove(member);
        member.discard();
        return members.isEmpty();
    }

    /** What a member is told of what was decided, and by which rule. */
    ExportVerdict verdict(Peer member, Decision decision) {
        Path told = toTell(decision);
        if (told.source().session().equals(member.name())) {
            return new ExportVerdict(false, "learned from this neighbour");
        }
        RouteVerdict exported = rules.export(told);
        boolean waits = exported.accepted() && isWaiting(told, decision);
        return new ExportVerdict(
                exported.accepted() && !waits, waits ? "not in the forwarding table yet" : exported.rule());
    }

    /**
     * What was told before stands while a path that may be told is still to be installed, but not to those whose own paths are used
     * then: packets that come to them would be sent back.
     */
    void change(Decision decision, long cause) {
        Path told = toTell(decision);
        judge(told);
        if (!verdict.accepted()) {
            out.retract(told.prefix(), cause);
        } else if (isWaiting(told, decision)) {
            out.succeed(told.prefix(), sessions(decision), cause);
        } else {
            out.offer(told.prefix(), verdict.attributes(), told.source(), cause);
        }
    }

    private static ImmutableSet<String> sessions(Decision decision) {
        return decision.multipath().stream()
                .map(path -> path.source().session())
                .collect(ImmutableSet.toImmutableSet());
    }

    void retract(Prefix prefix, long cause) {
        out.retract(prefix, cause);
    }

    /** Nothing was told before: what the forwarding table holds is, if the best path may be told at all. */
    private void start(Rib rib, Decision decision) {
        Path told = toTell(decision);
        if (!isWaiting(told, decision)) {
            change(decision, told.cause());
            return;
        }
        judge(told);
        if (verdict.accepted()) {
            installation.held(told.prefix(), rib).ifPresent(this::offer);
            out.succeed(told.prefix(), sessions(decision), told.cause());
        }
    }

    private void offer(Path held) {
        judge(held);
        if (verdict.accepted()) {
            out.offer(held.prefix(), verdict.attributes(), held.source(), held.cause());
        }
    }

    /** The best path; internal neighbours may be offered another in place of what they have said themselves. */
    private Path toTell(Decision decision) {
        Path best = decision.best().orElseThrow();
        return key.ibgp() ? decision.external().orElse(best) : best;
    }

    /** Only the best path is ever installed: another is for others to choose from. */
    private boolean isWaiting(Path told, Decision decision) {
        return decision.external().filter(told::equals).isEmpty() && installation.isWaiting(told.prefix());
    }

    private void judge(Path best) {
        boolean same = judged != null
                && !looksAtPrefix
                && best.attributes() == judged.attributes()
                && best.source() == judged.source();
        if (!same) {
            judged = best;
            RouteVerdict anew = rules.export(best);
            verdict = anew.withAttributes(pool.intern(anew.attributes()));
        }
    }

    /** True once after there is something to tell. */
    boolean becamePending() {
        boolean became = out.isPending() && !pending && isFilled();
        pending |= became;
        return became;
    }

    /** True if there is still something to tell. */
    boolean staysPending() {
        pending = out.isPending();
        return pending;
    }

    long nextDeadlineNanos() {
        return out.isPending() ? Math.max(nextFlushNanos, 0) : Deadlines.NONE;
    }

    /** Tells all members what changed, as far as they have room, unless the last time was too short a while ago. */
    void flush(long now, TraceSink trace) {
        if (!out.isPending() || now < nextFlushNanos) {
            return;
        }
        nextFlushNanos = key.mraiNanos() == 0 ? Long.MIN_VALUE : now + key.mraiNanos();
        while (out.isPending()) {
            out.drain(SLICE_PREFIXES_MAX, changes -> tellAll(now, changes, trace));
        }
        for (ExportMember member : members) {
            tell(now, member, trace);
        }
    }

    private void tellAll(long now, AdvertisedChanges changes, TraceSink trace) {
        Advertisement encoded = null;
        Encoding encoding = null;
        for (ExportMember member : members) {
            if (!member.isReady()) {
                member.postpone(changes);
                continue;
            }
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

    /** Tells a member what is due as long as it has room; what is sent is because of the routes. */
    void tell(long now, ExportMember member, TraceSink trace) {
        while (member.isBehind() && member.hasRoom()) {
            Advertisement advertisement = member.next(SLICE_PREFIXES_MAX);
            trace.because(advertisement.cause());
            new Encoding().with(advertisement).sendTo(now, member);
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

        void sendTo(long now, ExportMember member) {
            messages.forEach(message -> member.peer().session().send(now, message));
        }
    }
}
