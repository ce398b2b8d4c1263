package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;

/**
 * A router whose export policies fail to filter (RFC 7908): it tells neighbours what it should keep from them.
 *
 * @param by the router, or a name for several
 * @param to whom: sessions, links or neighbours by name; everybody outside its AS if empty
 * @param prefixes only these blocks and what is in them; everything if empty
 */
public record RouteLeak(String by, ImmutableSet<String> to, ImmutableSet<Prefix> prefixes) {
    @Override
    public String toString() {
        String what = prefixes.isEmpty() ? "what it should filter" : String.join(", ", texts(prefixes));
        return "leaks " + what + (to.isEmpty() ? "" : " to " + String.join(", ", to));
    }

    private static Iterable<String> texts(ImmutableSet<Prefix> prefixes) {
        return prefixes.stream().map(Prefix::toString).toList();
    }
}
