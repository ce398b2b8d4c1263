package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.AdjRibIn;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.PathSource;
import coldpotato.bgp.rib.Rib;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The routes to and from one neighbour while its session is up. */
final class PeerRoutes {
    private final Peer peer;
    private final AttributePool pool;
    private final Map<AfiSafi, AdjRibIn> in = new EnumMap<>(AfiSafi.class);
    private final Map<AfiSafi, ExportMember> out = new EnumMap<>(AfiSafi.class);
    /** Of which the neighbour announces more than a limit that only warns. */
    private final Set<AfiSafi> excessive = EnumSet.noneOf(AfiSafi.class);

    private ImportRules importRules;
    private PeerConfig judgedBy;
    private boolean looksAtPrefix;
    /** The attributes that were judged last, and what became of them: the next route often differs in its prefix only. */
    private PathAttributes judged;

    private RouteVerdict verdict;

    PeerRoutes(Peer peer, SpeakerConfig config, Map<AfiSafi, Rib> ribs, AttributePool pool) {
        this.peer = peer;
        this.pool = pool;
        PathSource source = source(peer);
        for (AfiSafi family : peer.session().context().families()) {
            in.put(family, new AdjRibIn(ribs.get(family), source));
        }
        rules(config);
    }

    private static PathSource source(Peer peer) {
        PeerConfig config = peer.config();
        IpAddress peerId = peer.session().received().bgpIdentifier();
        return new PathSource(
                config.name(),
                config.isIbgp() ? PathSource.Kind.IBGP : PathSource.Kind.EBGP,
                config.remoteAddress(),
                config.remoteAs(),
                peerId,
                config.routeReflectorClient(),
                config.group(),
                config.offPath());
    }

    Peer peer() {
        return peer;
    }

    Set<AfiSafi> families() {
        return in.keySet();
    }

    /** Remembers whether there is too much of a family; true if that is new. */
    boolean warned(AfiSafi family, boolean tooMuch) {
        return tooMuch ? excessive.add(family) : excessive.remove(family);
    }

    AdjRibIn in(AfiSafi family) {
        return in.get(family);
    }

    /**
     * What becomes of a route that the neighbour announced.
     *
     * @param received what it carries, interned
     */
    Path judge(Prefix prefix, PathAttributes received, PathSource source, long cause) {
        boolean same = verdict != null && !looksAtPrefix && received == judged;
        if (!same) {
            judged = received;
            RouteVerdict anew = importRules.accept(prefix, received);
            verdict = anew.accepted() ? anew.withAttributes(pool.intern(anew.attributes())) : anew;
        }
        return new Path(
                prefix,
                received,
                verdict.accepted() ? verdict.attributes() : received,
                source,
                verdict.weight(),
                verdict.admission(),
                verdict.rule(),
                cause);
    }

    /** Takes over the rules of new settings; true if routes that are there have to be judged anew. */
    boolean rules(SpeakerConfig config) {
        importRules = new ImportRules(config, peer.config());
        looksAtPrefix = peer.config().importPolicy().looksAtPrefix();
        verdict = null;
        PeerConfig before = judgedBy;
        judgedBy = peer.config();
        return before == null
                || before.weight() != judgedBy.weight()
                || !before.importPolicy().equals(judgedBy.importPolicy());
    }

    /** The neighbour in its export group, null while it is in none. */
    ExportMember out(AfiSafi family) {
        return out.get(family);
    }

    void out(AfiSafi family, ExportMember member) {
        out.put(family, member);
    }

    void leave(AfiSafi family) {
        out.remove(family);
    }

    Collection<ExportMember> allOut() {
        return out.values();
    }
}
