package coldpotato.bgp.rib;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.Advertisement.Announcement;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Packs what is to be told by attribute set, in the order in which it is added. */
final class Packing {
    private final ImmutableList.Builder<Prefix> withdrawn = ImmutableList.builder();
    private final Map<PathAttributes, ImmutableList.Builder<Prefix>> announced = new LinkedHashMap<>();
    private long cause;

    /**
     * Adds a prefix.
     *
     * @param attributes interned, null to withdraw it
     * @param because number of the trace event that led to it
     */
    void add(Prefix prefix, PathAttributes attributes, long because) {
        cause = Math.max(cause, because);
        if (attributes == null) {
            withdrawn.add(prefix);
        } else {
            announced
                    .computeIfAbsent(attributes, set -> ImmutableList.builder())
                    .add(prefix);
        }
    }

    Advertisement advertisement() {
        ImmutableList.Builder<Announcement> announcements = ImmutableList.builder();
        announced.forEach((attributes, prefixes) -> announcements.add(new Announcement(attributes, prefixes.build())));
        return new Advertisement(withdrawn.build(), announcements.build(), cause);
    }
}
