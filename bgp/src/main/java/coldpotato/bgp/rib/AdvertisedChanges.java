package coldpotato.bgp.rib;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.Advertisement.Announcement;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a group of peers is to be told, from which each member's part is taken. */
public final class AdvertisedChanges {

    /** What stands in an Adj-RIB-Out under a prefix. */
    record Advertised(PathAttributes attributes, String sourceSession) {
        boolean isFor(String session) {
            return !sourceSession.equals(session);
        }

        boolean isFrom(String session) {
            return sourceSession.equals(session);
        }
    }

    /** One prefix; before and after are null where it is not advertised. */
    record Item(Prefix prefix, Advertised before, Advertised after, long cause) {
        /** A prefix that somebody was told and need not know any more. */
        static Item told(Prefix prefix, PathAttributes attributes) {
            return new Item(prefix, new Advertised(attributes, PathSource.LOCAL.session()), null, 0);
        }

        boolean concernsAsSource(String session) {
            return (before != null && before.isFrom(session)) || (after != null && after.isFrom(session));
        }

        PathAttributes before(String session) {
            return before != null && before.isFor(session) ? before.attributes : null;
        }

        PathAttributes after(String session) {
            return after != null && after.isFor(session) ? after.attributes : null;
        }
    }

    private static final String NO_SESSION = "";

    private final ImmutableList<Item> items;
    private Advertisement common;

    AdvertisedChanges(ImmutableList<Item> items) {
        this.items = items;
    }

    /**
     * What this member is to be told. All members that are the source of none of the paths get the same instance, so that it
     * need be encoded only once.
     */
    public Advertisement to(String session) {
        for (Item item : items) {
            if (item.concernsAsSource(session)) {
                return advertisement(session);
            }
        }
        if (common == null) {
            common = advertisement(NO_SESSION);
        }
        return common;
    }

    private Advertisement advertisement(String session) {
        ImmutableList.Builder<Prefix> withdrawn = ImmutableList.builder();
        Map<PathAttributes, ImmutableList.Builder<Prefix>> announced = new LinkedHashMap<>();
        long cause = 0;
        for (Item item : items) {
            PathAttributes before = item.before(session);
            PathAttributes after = item.after(session);
            if (Objects.equals(before, after)) {
                continue;
            }
            cause = Math.max(cause, item.cause);
            if (after == null) {
                withdrawn.add(item.prefix);
            } else {
                announced.computeIfAbsent(after, a -> ImmutableList.builder()).add(item.prefix);
            }
        }
        return new Advertisement(withdrawn.build(), announcements(announced), cause);
    }

    private static ImmutableList<Announcement> announcements(
            Map<PathAttributes, ImmutableList.Builder<Prefix>> announced) {
        ImmutableList.Builder<Announcement> result = ImmutableList.builder();
        announced.forEach((attributes, prefixes) -> result.add(new Announcement(attributes, prefixes.build())));
        return result.build();
    }
}
