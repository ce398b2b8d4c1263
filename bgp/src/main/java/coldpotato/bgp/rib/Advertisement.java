package coldpotato.bgp.rib;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;

/**
 * What a peer is to be told: first the withdrawals, then the announcements.
 *
 * @param withdrawn in prefix order
 * @param announced one for each set of attributes, ordered by its first prefix
 * @param cause number of the newest trace event that led to any of it
 */
public record Advertisement(ImmutableList<Prefix> withdrawn, ImmutableList<Announcement> announced, long cause) {

    /**
     * Prefixes that share their attributes.
     *
     * @param attributes interned
     * @param prefixes in order
     */
    public record Announcement(PathAttributes attributes, ImmutableList<Prefix> prefixes) {}

    public boolean isEmpty() {
        return withdrawn.isEmpty() && announced.isEmpty();
    }
}
