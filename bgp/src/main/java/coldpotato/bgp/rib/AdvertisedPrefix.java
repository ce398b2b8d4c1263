package coldpotato.bgp.rib;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.AdvertisedChanges.Advertised;
import coldpotato.core.net.Prefix;

/** A prefix in the Adj-RIB-Out of a group: what its level members have been told of it, and what they will be told next. */
final class AdvertisedPrefix extends PrefixRow {
    Advertised sent;
    Advertised next;
    boolean pending;
    /** How many members have it in their backlog. */
    int awaited;
    /** Number of the trace event that changed it last. */
    long cause;

    AdvertisedPrefix(Prefix prefix) {
        super(prefix);
    }

    /** What a level member believes. */
    PathAttributes sentTo(String session) {
        return Advertised.to(session, sent);
    }

    /** True if nobody was told of it, and nobody will be. */
    boolean isForgotten() {
        return sent == null && !pending && awaited == 0;
    }
}
