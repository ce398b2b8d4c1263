package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.AdjRibOut;
import coldpotato.bgp.rib.AdvertisedChanges;
import coldpotato.bgp.rib.Advertisement;
import coldpotato.bgp.rib.Backlog;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import java.util.Map;

/** A neighbour as a member of an export group. */
final class ExportMember {
    private final ExportGroup group;
    private final Peer peer;
    /** What it was told before it joined; null once it has begun. */
    private Map<Prefix, PathAttributes> toldBefore;
    /** What it has still to be told; null before it has begun. */
    private Backlog backlog;

    ExportMember(ExportGroup group, Peer peer, Map<Prefix, PathAttributes> toldBefore) {
        this.group = group;
        this.peer = peer;
        this.toldBefore = toldBefore;
    }

    ExportGroup group() {
        return group;
    }

    Peer peer() {
        return peer;
    }

    /** The group has its table: from now on the member is told of it. */
    void begin(AdjRibOut out) {
        backlog = out.join(peer.name(), toldBefore);
        toldBefore = null;
    }

    /** False while its connection is full: then nothing is sent to it but what is urgent. */
    boolean hasRoom() {
        return peer.session().isWritable();
    }

    /** True if it can be told what changed together with the others. */
    boolean isReady() {
        return backlog.isLevel() && hasRoom();
    }

    /** True if there is something that it has still to be told by itself. */
    boolean isBehind() {
        return backlog != null && !backlog.isLevel();
    }

    /** It cannot be told of this now. */
    void postpone(AdvertisedChanges changes) {
        backlog.add(changes);
    }

    /** What it is to be told next. */
    Advertisement next(int prefixesMax) {
        return backlog.take(prefixesMax);
    }

    /** What it has been told. */
    Map<Prefix, PathAttributes> told() {
        return backlog == null ? toldBefore : backlog.told();
    }

    /** Goes on telling it what is due. */
    void proceed(long now, TraceSink trace) {
        group.tell(now, this, trace);
    }

    /** Tells it everything once more; one that has not begun is told everything anyway. */
    void repeat(long now) {
        if (backlog != null) {
            backlog.repeat();
            group.tell(now, this, TraceSink.NONE);
        }
    }

    /** It has left. */
    void discard() {
        if (backlog != null) {
            backlog.discard();
        }
    }
}
