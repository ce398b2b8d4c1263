package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.Backlog;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import java.util.Map;

/**
 * A neighbour as a member of an export group.
 *
 * @param group its group
 * @param peer the neighbour
 * @param backlog what it has still to be told
 */
record ExportMember(ExportGroup group, Peer peer, Backlog backlog) {

    /** False while its connection is full: then nothing is sent to it but what is urgent. */
    boolean hasRoom() {
        return peer.session().isWritable();
    }

    /** True if it can be told what changed together with the others. */
    boolean isReady() {
        return backlog.isLevel() && hasRoom();
    }

    /** What it has been told. */
    Map<Prefix, PathAttributes> told() {
        return backlog.told();
    }

    /** Goes on telling it what is due. */
    void proceed(long now, TraceSink trace) {
        group.tell(now, this, trace);
    }

    /** Tells it everything once more. */
    void repeat(long now) {
        backlog.repeat();
        group.tell(now, this, TraceSink.NONE);
    }
}
