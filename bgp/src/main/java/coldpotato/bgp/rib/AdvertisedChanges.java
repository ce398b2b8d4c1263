package coldpotato.bgp.rib;

import coldpotato.bgp.attr.PathAttributes;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** What a group of peers is to be told, from which each member's part is taken. */
public final class AdvertisedChanges {

    /** What stands in an Adj-RIB-Out under a prefix. */
    record Advertised(PathAttributes attributes, String sourceSession) {
        /** What a member is told of it: nothing if it is the source. */
        static PathAttributes to(String session, Advertised advertised) {
            return advertised == null || advertised.sourceSession.equals(session) ? null : advertised.attributes;
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
