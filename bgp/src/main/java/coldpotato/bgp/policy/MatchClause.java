package coldpotato.bgp.policy;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;

/** A condition on a route. AS numbers are 32 bits, unsigned. */
public sealed interface MatchClause {

    boolean holds(PolicyRoute route);

    /** The prefix is permitted by a list. */
    record Prefixes(PrefixList list) implements MatchClause {
        @Override
        public boolean holds(PolicyRoute route) {
            return list.permits(route.prefix());
        }
    }

    /** The prefix is of a family. */
    record OfFamily(AfiSafi family) implements MatchClause {
        @Override
        public boolean holds(PolicyRoute route) {
            return route.prefix().family() == family.family();
        }
    }

    /** The text of AS_PATH matches an expression. */
    record PathMatches(AsPathRegex regex) implements MatchClause {
        @Override
        public boolean holds(PolicyRoute route) {
            return regex.matches(path(route).toString());
        }
    }

    /** An AS stands anywhere in AS_PATH. */
    record PathContains(int asn) implements MatchClause {
        @Override
        public boolean holds(PolicyRoute route) {
            return path(route).contains(asn);
        }
    }

    /** The last AS of AS_PATH; 0 for a path that is empty or ends in a set. */
    record OriginAs(int asn) implements MatchClause {
        @Override
        public boolean holds(PolicyRoute route) {
            return path(route).originAs() == asn;
        }
    }

    /** The length of AS_PATH as the decision process counts it. */
    record PathLength(NumberRange range) implements MatchClause {
        @Override
        public boolean holds(PolicyRoute route) {
            return range.contains(path(route).length());
        }
    }

    /** At least one of the patterns is matched by a community of its kind. */
    record AnyCommunity(ImmutableList<CommunityPattern> patterns) implements MatchClause {
        @Override
        public boolean holds(PolicyRoute route) {
            return patterns.stream().anyMatch(pattern -> carries(route, pattern));
        }
    }

    /** Each of the patterns is matched by a community of its kind. */
    record AllCommunities(ImmutableList<CommunityPattern> patterns) implements MatchClause {
        @Override
        public boolean holds(PolicyRoute route) {
            return patterns.stream().allMatch(pattern -> carries(route, pattern));
        }
    }

    /** The next hop lies in one of these blocks. */
    record NextHopIn(ImmutableList<Prefix> blocks) implements MatchClause {
        @Override
        public boolean holds(PolicyRoute route) {
            return blocks.stream()
                    .anyMatch(block -> block.contains(route.attributes().nextHop()));
        }
    }

    /** The value of ORIGIN. */
    record HasOrigin(Origin origin) implements MatchClause {
        @Override
        public boolean holds(PolicyRoute route) {
            return route.attributes().origin() == origin;
        }
    }

    /** MED; one that is absent counts as 0, as in the decision process. */
    record Med(NumberRange range) implements MatchClause {
        @Override
        public boolean holds(PolicyRoute route) {
            return range.contains(Math.max(0, route.attributes().med()));
        }
    }

    /** LOCAL_PREF; one that is absent counts as the default, as in the decision process. */
    record LocalPref(NumberRange range) implements MatchClause {
        @Override
        public boolean holds(PolicyRoute route) {
            return range.contains(route.attributes().effectiveLocalPref());
        }
    }

    /** The AS of the session's other end. */
    record NeighbourAs(int asn) implements MatchClause {
        @Override
        public boolean holds(PolicyRoute route) {
            return route.session().neighbourAs() == asn;
        }
    }

    private static AsPath path(PolicyRoute route) {
        return route.attributes().asPath();
    }

    private static boolean carries(PolicyRoute route, CommunityPattern pattern) {
        PathAttributes attributes = route.attributes();
        return switch (pattern.kind()) {
            case STANDARD -> attributes.communities().stream().anyMatch(pattern::matches);
            case LARGE -> attributes.largeCommunities().stream().anyMatch(pattern::matches);
            case RT, SOO -> attributes.extendedCommunities().stream().anyMatch(pattern::matches);
        };
    }
}
