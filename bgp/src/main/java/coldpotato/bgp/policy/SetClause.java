package coldpotato.bgp.policy;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Community;
import coldpotato.core.net.ExtendedCommunity;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.LargeCommunity;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;

/** A change to a route. AS numbers are 32 bits, unsigned. */
public sealed interface SetClause {
    /** Most times that one clause may prepend an AS. */
    int PREPEND_MAX = 64;

    /** The changed route; the same instance if it was so already. */
    PolicyRoute apply(PolicyRoute route);

    /** Sets LOCAL_PREF, unsigned 32 bits. */
    record LocalPref(long value) implements SetClause {
        @Override
        public PolicyRoute apply(PolicyRoute route) {
            return route.with(route.attributes().toBuilder().localPref(value).build());
        }
    }

    /** Sets MED, unsigned 32 bits, or takes it away with {@link PathAttributes#ABSENT}. */
    record Med(long value) implements SetClause {
        @Override
        public PolicyRoute apply(PolicyRoute route) {
            return route.with(route.attributes().toBuilder().med(value).build());
        }
    }

    /** Sets ORIGIN. */
    record Origin(coldpotato.bgp.attr.Origin value) implements SetClause {
        @Override
        public PolicyRoute apply(PolicyRoute route) {
            return route.with(route.attributes().toBuilder().origin(value).build());
        }
    }

    /** Sets the route tag that only the weight stage of the decision process looks at. */
    record Weight(long value) implements SetClause {
        @Override
        public PolicyRoute apply(PolicyRoute route) {
            return route.withWeight(value);
        }
    }

    /** Puts an AS before AS_PATH a number of times. */
    record Prepend(int asn, int times) implements SetClause {
        public Prepend {
            checkTimes(times);
        }

        @Override
        public PolicyRoute apply(PolicyRoute route) {
            return prepended(route, asn, times);
        }
    }

    /** Puts the AS that we show on the session before AS_PATH a number of times, besides what BGP itself does. */
    record PrependOwn(int times) implements SetClause {
        public PrependOwn {
            checkTimes(times);
        }

        @Override
        public PolicyRoute apply(PolicyRoute route) {
            return prepended(route, route.session().localAs(), times);
        }
    }

    /** Takes every AS of a range out of AS_PATH, wherever it stands. */
    record RemoveAs(int first, int last) implements SetClause {
        @Override
        public PolicyRoute apply(PolicyRoute route) {
            AsPath from = route.attributes().asPath();
            AsPath path = from.without(this::covers);
            return path.equals(from)
                    ? route
                    : route.with(route.attributes().toBuilder().asPath(path).build());
        }

        private boolean covers(int asn) {
            return Integer.compareUnsigned(first, asn) <= 0 && Integer.compareUnsigned(asn, last) <= 0;
        }
    }

    /** Sets the next hop; routes of another family than the address stay as they are. */
    record NextHop(IpAddress address) implements SetClause {
        @Override
        public PolicyRoute apply(PolicyRoute route) {
            return viaNextHop(route, address);
        }
    }

    /** Sets the next hop to our end of the session, where it is of the route's family. */
    record NextHopSelf() implements SetClause {
        @Override
        public PolicyRoute apply(PolicyRoute route) {
            return viaNextHop(route, route.session().localAddress());
        }
    }

    /** Sets the next hop to the neighbour's end of the session, where it is of the route's family. */
    record NextHopPeer() implements SetClause {
        @Override
        public PolicyRoute apply(PolicyRoute route) {
            return viaNextHop(route, route.session().neighbourAddress());
        }
    }

    /** Adds communities, or replaces all of the same kind. */
    record Communities(boolean replace, ImmutableList<Community> values) implements SetClause {
        @Override
        public PolicyRoute apply(PolicyRoute route) {
            PathAttributes from = route.attributes();
            return route.with(from.toBuilder()
                    .communities(replace ? values : Iterables.concat(from.communities(), values))
                    .build());
        }
    }

    /** Adds large communities, or replaces all of the same kind. */
    record LargeCommunities(boolean replace, ImmutableList<LargeCommunity> values) implements SetClause {
        @Override
        public PolicyRoute apply(PolicyRoute route) {
            PathAttributes from = route.attributes();
            return route.with(from.toBuilder()
                    .largeCommunities(replace ? values : Iterables.concat(from.largeCommunities(), values))
                    .build());
        }
    }

    /** Adds extended communities, or replaces all of the same kind. */
    record ExtendedCommunities(boolean replace, ImmutableList<ExtendedCommunity> values) implements SetClause {
        @Override
        public PolicyRoute apply(PolicyRoute route) {
            PathAttributes from = route.attributes();
            return route.with(from.toBuilder()
                    .extendedCommunities(replace ? values : Iterables.concat(from.extendedCommunities(), values))
                    .build());
        }
    }

    /** Takes away the communities that match any of the patterns, each pattern those of its kind. */
    record RemoveCommunities(ImmutableList<CommunityPattern> patterns) implements SetClause {
        @Override
        public PolicyRoute apply(PolicyRoute route) {
            PathAttributes from = route.attributes();
            return route.with(from.toBuilder()
                    .communities(Iterables.filter(
                            from.communities(), c -> patterns.stream().noneMatch(p -> p.matches(c))))
                    .largeCommunities(Iterables.filter(
                            from.largeCommunities(), c -> patterns.stream().noneMatch(p -> p.matches(c))))
                    .extendedCommunities(Iterables.filter(
                            from.extendedCommunities(), c -> patterns.stream().noneMatch(p -> p.matches(c))))
                    .build());
        }
    }

    private static void checkTimes(int times) {
        checkArgument(1 <= times && times <= PREPEND_MAX, "prepending takes 1 to %s times: %s", PREPEND_MAX, times);
    }

    private static PolicyRoute prepended(PolicyRoute route, int asn, int times) {
        AsPath path = route.attributes().asPath().prepend(asn, times);
        return route.with(route.attributes().toBuilder().asPath(path).build());
    }

    private static PolicyRoute viaNextHop(PolicyRoute route, IpAddress address) {
        return address.family() == route.prefix().family()
                ? route.with(route.attributes().toBuilder().nextHop(address).build())
                : route;
    }
}
