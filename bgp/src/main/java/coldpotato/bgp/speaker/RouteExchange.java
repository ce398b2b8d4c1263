package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.AdjRibIn;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.PathSource;
import coldpotato.bgp.rib.Rib;
import coldpotato.bgp.rib.RibChange;
import coldpotato.bgp.wire.AttributeFault;
import coldpotato.bgp.wire.UpdateMessage;
import coldpotato.bgp.wire.UpdateMessage.Announcement;
import coldpotato.bgp.wire.UpdateMessage.Withdrawal;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * The routes of one speaker: what neighbours announce goes through import policy into the tables (RFC 4271 section 9.1), one
 * decision pass over what changed, then out through export policy, once for each group of neighbours that share it.
 */
final class RouteExchange {
    /** Weight of our own routes: above any that a neighbour can be given, as on most routers. */
    private static final long LOCAL_WEIGHT = 32768;

    /** How many prefixes are decided at a time, so that the changes of a large table are not all there at once. */
    static final int SLICE_PREFIXES_MAX = 4096;

    private final String node;
    private final Forwarding forwarding;
    private final TraceSink trace;
    private final AttributePool pool;
    private final Map<AfiSafi, Rib> ribs = new EnumMap<>(AfiSafi.class);
    private final Map<String, PeerRoutes> routes = new LinkedHashMap<>();
    private final Queue<Rejudgement> rejudgements = new ArrayDeque<>();
    private final Installation installation = new Installation();
    private final ExportGroups groups;
    private final Budget budget;
    private SpeakerConfig config;

    RouteExchange(
            String node,
            SpeakerConfig config,
            Forwarding forwarding,
            TraceSink trace,
            AttributePool pool,
            Budget budget) {
        this.node = node;
        this.config = config;
        this.forwarding = forwarding;
        this.trace = trace;
        this.pool = pool;
        this.budget = budget;
        this.groups = new ExportGroups(ribs, installation, trace, pool, budget);
        for (AfiSafi family : AfiSafi.values()) {
            ribs.put(family, new Rib(family, config.decision(), forwarding));
        }
    }

    Rib rib(AfiSafi family) {
        return ribs.get(family);
    }

    /** The view of what a neighbour announced, null while its session is not up or does not carry the family. */
    AdjRibIn adjRibIn(String peer, AfiSafi family) {
        PeerRoutes of = routes.get(peer);
        return of == null ? null : of.in(family);
    }

    /** What a neighbour has been told, by prefix; empty while its session is not up. */
    Map<Prefix, PathAttributes> adjRibOut(String peer, AfiSafi family) {
        PeerRoutes of = routes.get(peer);
        ExportMember member = of == null ? null : of.out(family);
        return member == null ? Map.of() : member.told();
    }

    /** Whether a neighbour is told the best path of a prefix, and by which rule; empty if there is nothing to tell, or nobody. */
    Optional<ExportVerdict> exportVerdict(String peer, Prefix prefix) {
        AfiSafi family = AfiSafi.of(prefix.family());
        PeerRoutes of = routes.get(peer);
        if (of == null || of.out(family) == null) {
            return Optional.empty();
        }
        ExportGroup group = of.out(family).group();
        return Optional.of(rib(family).decision(prefix))
                .filter(decision -> !decision.multipath().isEmpty())
                .map(decision -> group.verdict(of.peer(), decision));
    }

    // Routes in

    void originate(Prefix prefix, PathAttributes attributes) {
        PathAttributes interned = pool.intern(attributes);
        rib(AfiSafi.of(prefix.family())).install(Path.local(prefix, interned, LOCAL_WEIGHT, trace.cause()));
    }

    void withdraw(Prefix prefix) {
        rib(AfiSafi.of(prefix.family())).remove(prefix, PathSource.LOCAL, trace.cause());
    }

    void nextHopChanged(IpAddress nextHop, long cost) {
        ribs.values().forEach(rib -> rib.nextHopChanged(nextHop, cost, trace.cause()));
    }

    /** What was waited for is told, with its forwarding entry as the cause. */
    void installed(ImmutableList<InstalledRoute> installed) {
        for (InstalledRoute route : installed) {
            if (installation.installed(route)) {
                Rib rib = rib(AfiSafi.of(route.prefix().family()));
                groups.change(rib.family(), rib.decision(route.prefix()), route.cause());
            }
        }
    }

    /** Withdrawn routes first, then announced ones: a prefix in both is announced (RFC 4271 section 4.3). */
    void update(long now, Peer peer, UpdateMessage update) {
        long cause = trace.cause();
        for (AttributeFault fault : update.faults()) {
            peer.trace()
                    .turn(
                            now,
                            TraceKind.PEER_FAULT,
                            "fault",
                            fault.toString(),
                            "reaction",
                            fault.reaction().name().toLowerCase(Locale.ROOT));
        }
        PeerRoutes from = routes.get(peer.name());
        for (Withdrawal withdrawal : update.withdrawals()) {
            withdrawal.prefixes().forEach(prefix -> from.in(withdrawal.family()).withdraw(prefix, trace.cause()));
            checkLimit(now, from, withdrawal.family());
        }
        for (Announcement announcement : update.announcements()) {
            // The prefix limit may have ended the session half-way through the message.
            if (peer.isEstablished()) {
                announce(now, peer, from, announcement);
            }
        }
        trace.because(cause);
    }

    private void announce(long now, Peer peer, PeerRoutes from, Announcement announcement) {
        AdjRibIn in = from.in(announcement.family());
        announcement.prefixes().forEach(prefix -> in.announce(judge(now, peer, from, in, prefix, announcement)));
        checkLimit(now, from, announcement.family());
    }

    private Path judge(long now, Peer peer, PeerRoutes from, AdjRibIn in, Prefix prefix, Announcement announcement) {
        Path path = from.judge(prefix, announcement.attributes(), in.source(), trace.cause());
        if (!path.accepted() && trace.wants(TraceKind.ROUTE_REFUSED)) {
            peer.trace().record(now, TraceKind.ROUTE_REFUSED, "prefix", prefix.toString(), "rule", path.rule());
        }
        return path;
    }

    private void checkLimit(long now, PeerRoutes from, AfiSafi family) {
        from.peer().config().prefixLimit().ifPresent(limit -> {
            AdjRibIn in = from.in(family);
            int count = limit.countBeforePolicy() ? in.receivedCount() : in.acceptedCount();
            if (!limit.tearsDown()) {
                warn(now, from, family, limit, count);
            } else if (!limit.allows(count) && from.peer().isEstablished()) {
                from.peer().prefixLimitExceeded(now, family, limit, count);
            }
        });
    }

    /** Told once, and once more when the count is legal again. */
    private static void warn(long now, PeerRoutes from, AfiSafi family, PrefixLimit limit, int count) {
        if (from.warned(family, !limit.allows(count))) {
            from.peer()
                    .trace()
                    .record(
                            now,
                            TraceKind.PREFIX_LIMIT,
                            "state",
                            limit.allows(count) ? "kept" : "exceeded",
                            "prefixes",
                            Integer.toString(count),
                            "allowed",
                            Integer.toString(limit.prefixes()));
        }
    }

    // Sessions

    void sessionUp(long now, Peer peer) {
        PeerRoutes of = new PeerRoutes(peer, config, ribs, pool);
        routes.put(peer.name(), of);
        peer.session().context().families().forEach(family -> join(now, of, family, Map.of()));
    }

    void sessionDown(long now, Peer peer) {
        PeerRoutes of = routes.remove(peer.name());
        rejudgements.removeIf(rejudgement -> rejudgement.of() == of);
        of.families().forEach(family -> {
            of.in(family).clear(trace.cause());
            leave(of, family);
        });
    }

    /** The neighbour asks for everything again (RFC 2918). */
    void refresh(long now, Peer peer, AfiSafi family) {
        PeerRoutes of = routes.get(peer.name());
        if (of != null && of.out(family) != null) {
            of.out(family).repeat(now);
        }
    }

    /** The neighbour's connection has room again. */
    void proceed(long now, Peer peer) {
        PeerRoutes of = routes.get(peer.name());
        if (of != null) {
            long cause = trace.cause();
            of.allOut().forEach(member -> member.proceed(now, trace));
            trace.because(cause);
        }
    }

    /** New settings of this router: another decision process, other policies of neighbours whose session stays. */
    void reconfigure(long now, SpeakerConfig changed) {
        boolean decidesAnew = !changed.decision().equals(config.decision());
        config = changed;
        if (decidesAnew) {
            ribs.values().forEach(rib -> rib.reconfigure(changed.decision(), trace.cause()));
        }
        for (PeerRoutes of : ImmutableList.copyOf(routes.values())) {
            boolean judgeAnew = of.rules(config);
            for (AfiSafi family : of.families()) {
                if (judgeAnew) {
                    rejudgements.add(new Rejudgement(of, family, trace.cause()));
                    judgeOn(now);
                }
                checkLimit(now, of, family);
                if (!of.peer().isEstablished()) {
                    break;
                }
                regroup(now, of, family);
            }
        }
    }

    /** Goes on judging what import policies that changed may see otherwise. */
    private void judgeOn(long now) {
        while (!rejudgements.isEmpty() && !budget.isSpent()) {
            Rejudgement first = rejudgements.element();
            if (first.proceed(budget)) {
                rejudgements.remove();
                checkLimit(now, first.of(), first.family());
            }
        }
    }

    private void regroup(long now, PeerRoutes of, AfiSafi family) {
        if (!of.out(family).group().key().equals(ExportGroup.Key.of(of.peer(), family))) {
            Map<Prefix, PathAttributes> told = of.out(family).told();
            leave(of, family);
            join(now, of, family, told);
        }
    }

    private void join(long now, PeerRoutes of, AfiSafi family, Map<Prefix, PathAttributes> told) {
        of.out(family, groups.join(now, of.peer(), family, config, told));
    }

    private void leave(PeerRoutes of, AfiSafi family) {
        groups.leave(of.out(family));
        of.leave(family);
    }

    // Routes out

    /** One decision pass over what the input changed, then all that neighbours may be told now. */
    void settle(long now) {
        long cause = trace.cause();
        judgeOn(now);
        groups.fill(now);
        for (Rib rib : ribs.values()) {
            while (rib.isDirty() && !budget.isSpent()) {
                rib.decide(budget.spend(SLICE_PREFIXES_MAX)).forEach(change -> spread(now, change));
            }
        }
        trace.because(cause);
        groups.flush(now);
        trace.because(cause);
    }

    /** True if the budget was spent before all was done: the rest is to follow without delay. */
    boolean isUnfinished() {
        return !rejudgements.isEmpty()
                || groups.isUnfinished()
                || ribs.values().stream().anyMatch(Rib::isDirty);
    }

    private void spread(long now, RibChange change) {
        trace.because(change.cause());
        if (change.routesChanged()) {
            use(now, change);
        }
        if (change.toldChanged() || isHeldBack(change)) {
            tell(change, trace.cause());
        }
    }

    /** What is told stands, but other neighbours may be the ones whose paths are going to be used. */
    private boolean isHeldBack(RibChange change) {
        return change.routesChanged() && installation.isWaiting(change.prefix());
    }

    private void use(long now, RibChange change) {
        if (trace.wants(TraceKind.BEST_PATH)) {
            long number = trace.record(now, node, TraceKind.BEST_PATH, BestPathText.fields(change));
            trace.because(number);
        }
        forwarding.bestPathChanged(now, change);
        if (config.installedOnly()) {
            installation.decided(change);
        }
    }

    private void tell(RibChange change, long cause) {
        if (change.after().multipath().isEmpty()) {
            groups.retract(change.family(), change.prefix(), cause);
        } else {
            groups.change(change.family(), change.after(), cause);
        }
    }

    long nextDeadlineNanos() {
        return groups.nextDeadlineNanos();
    }
}
