package coldpotato.bgp.rib;

import coldpotato.bgp.attr.PathAttributes;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** What a group of peers is to be told, from which each member's part is taken. */
public final class AdvertisedChanges {

    /**
     * What stands in an Adj-RIB-Out under a prefix.
     *
     * @param sourceSession who offered it
     * @param successors sessions whose own paths are going to take its place
     */
    record Advertised(PathAttributes attributes, String sourceSession, ImmutableSet<String> successors) {
        /** What a member is told of it: nothing if it is the source, or about to be. */
        static PathAttributes to(String session, Advertised advertised) {
            return advertised == null || advertised.isOf(session) ? null : advertised.attributes;
        }

        private boolean isOf(String session) {
            return sourceSession.equals(session) || successors.contains(session);
        }
    }

    /** One prefix; before and after are null where it is not advertised. */
    record Item(AdvertisedPrefix row, Advertised before, Advertised after, long cause) {}

    private static final String NO_SESSION = "";

    private final ImmutableList<Item> items;
    private final Set<String> sources = new LinkedHashSet<>();
    private Advertisement common;

    AdvertisedChanges(ImmutableList<Item> items) {
        this.items = items;
        for (Item item : items) {
            addSource(item.before);
            addSource(item.after);
        }
    }

    private void addSource(Advertised advertised) {
        if (advertised != null) {
            sources.add(advertised.sourceSession);
            sources.addAll(advertised.successors);
        }
    }

    ImmutableList<Item> items() {
        return items;
    }

    /**
     * What this member is to be told. All members that are the source of none of the paths get the same instance, so that it
     * need be encoded only once.
     */
    public Advertisement to(String session) {
        if (sources.contains(session)) {
            return advertisement(session);
        }
        if (common == null) {
            common = advertisement(NO_SESSION);
        }
        return common;
    }

    private Advertisement advertisement(String session) {
        Packing packing = new Packing();
        for (Item item : items) {
            PathAttributes before = Advertised.to(session, item.before);
            PathAttributes after = Advertised.to(session, item.after);
            if (!Objects.equals(before, after)) {
                packing.add(item.row.prefix, after, item.cause);
            }
        }
        return packing.advertisement();
    }
}
