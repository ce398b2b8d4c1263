package coldpotato.scenarios.check;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Community;
import coldpotato.scenarios.file.Expectation.OfRoute;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is claimed of the attributes of a route; what is empty is not claimed.
 *
 * @param claim about the route
 */
record ClaimedAttributes(OfRoute claim) {

    /** In words, after a space; empty if nothing is claimed. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (!claim.via().isEmpty()) {
            parts.add("via " + String.join(", ", claim.via()));
        }
        claim.session().ifPresent(session -> parts.add("from " + session));
        claim.asPath().ifPresent(path -> parts.add("AS path " + orEmpty(path)));
        claim.localPreference().ifPresent(value -> parts.add("LOCAL_PREF " + value));
        claim.med().ifPresent(value -> parts.add("MED " + value));
        claim.nextHop().ifPresent(value -> parts.add("next hop " + value));
        claim.weight().ifPresent(value -> parts.add("weight " + value));
        claim.communities().ifPresent(wanted -> parts.add(wanted.isEmpty() ? "no community" : communities(wanted)));
        return parts.isEmpty() ? "" : " " + String.join(", ", parts);
    }

    /** True if a route with these attributes is as claimed. */
    boolean holdFor(PathAttributes attributes) {
        return claim.asPath().map(attributes.asPath().toString()::equals).orElse(true)
                && claim.localPreference()
                        .map(value -> value == attributes.effectiveLocalPref())
                        .orElse(true)
                && claim.med().map(value -> value == attributes.med()).orElse(true)
                && claim.nextHop().map(attributes.nextHop()::equals).orElse(true)
                && claim.communities()
                        .map(wanted -> wanted.isEmpty()
                                ? attributes.communities().isEmpty()
                                : wanted.stream().allMatch(attributes::has))
                        .orElse(true);
    }

    /** The attributes that a route has, in words. */
    static String text(PathAttributes attributes) {
        return "AS path " + orEmpty(attributes.asPath().toString()) + ", LOCAL_PREF "
                + attributes.effectiveLocalPref()
                + (attributes.med() == PathAttributes.ABSENT ? "" : ", MED " + attributes.med())
                + ", next hop " + attributes.nextHop()
                + (attributes.communities().isEmpty() ? "" : ", communities " + attributes.communities());
    }

    private static String orEmpty(String asPath) {
        return asPath.isEmpty() ? "empty" : asPath;
    }

    private static String communities(ImmutableSet<Community> wanted) {
        return wanted.stream().map(community -> "community " + community).collect(Collectors.joining(", "));
    }
}
