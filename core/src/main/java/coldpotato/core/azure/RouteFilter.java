package coldpotato.core.azure;

import coldpotato.core.net.Community;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * A route filter: the allow list of what Microsoft peering announces (how-to-routefilter-portal.md). Several circuits may share
 * one.
 *
 * @param name unique
 * @param rules Azure takes exactly one, which allows
 */
public record RouteFilter(String name, ImmutableList<Rule> rules) {

    /** What a rule does to the prefixes that it matches. */
    public enum Access {
        ALLOW("Allow"),
        DENY("Deny");

        private final String text;

        Access(String text) {
            this.text = text;
        }

        /** As Azure writes it. */
        public String text() {
            return text;
        }
    }

    /**
     * A rule.
     *
     * @param communities it matches a prefix with any of these
     */
    public record Rule(Access access, ImmutableSet<Community> communities) {}

    /** A filter of one rule, which allows. */
    public RouteFilter(String name, ImmutableSet<Community> communities) {
        this(name, ImmutableList.of(new Rule(Access.ALLOW, communities)));
    }

    /** What it allows. */
    public ImmutableSet<Community> communities() {
        return rules.stream()
                .filter(rule -> rule.access() == Access.ALLOW)
                .flatMap(rule -> rule.communities().stream())
                .collect(ImmutableSet.toImmutableSet());
    }
}
