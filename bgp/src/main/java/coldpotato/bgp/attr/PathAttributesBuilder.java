package coldpotato.bgp.attr;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import coldpotato.core.net.Community;
import coldpotato.core.net.ExtendedCommunity;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.LargeCommunity;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.primitives.ImmutableIntArray;

/** Puts {@link PathAttributes} together; made by {@link PathAttributes#builder} and {@link PathAttributes#toBuilder}. */
public final class PathAttributesBuilder {
    Origin origin = Origin.IGP;
    AsPath asPath = AsPath.EMPTY;
    IpAddress nextHop;
    IpAddress linkLocalNextHop;
    long med = PathAttributes.ABSENT;
    long localPref = PathAttributes.ABSENT;
    boolean atomicAggregate;
    Aggregator aggregator;
    ImmutableList<Community> communities = ImmutableList.of();
    ImmutableList<ExtendedCommunity> extendedCommunities = ImmutableList.of();
    ImmutableList<LargeCommunity> largeCommunities = ImmutableList.of();
    IpAddress originatorId;
    ImmutableIntArray clusterList = ImmutableIntArray.of();
    ImmutableList<UnknownAttribute> unknown = ImmutableList.of();

    PathAttributesBuilder(IpAddress nextHop) {
        this.nextHop = checkNotNull(nextHop);
    }

    PathAttributesBuilder(PathAttributes from) {
        origin = from.origin();
        asPath = from.asPath();
        nextHop = from.nextHop();
        linkLocalNextHop = from.linkLocalNextHop().orElse(null);
        med = from.med();
        localPref = from.localPref();
        atomicAggregate = from.atomicAggregate();
        aggregator = from.aggregator().orElse(null);
        communities = from.communities();
        extendedCommunities = from.extendedCommunities();
        largeCommunities = from.largeCommunities();
        originatorId = from.originatorId().orElse(null);
        clusterList = from.clusterList();
        unknown = from.unknown();
    }

    public PathAttributesBuilder origin(Origin value) {
        origin = checkNotNull(value);
        return this;
    }

    public PathAttributesBuilder asPath(AsPath value) {
        asPath = checkNotNull(value);
        return this;
    }

    /** Sets the next hop and forgets a link-local one, which belonged to the router before. */
    public PathAttributesBuilder nextHop(IpAddress value) {
        nextHop = checkNotNull(value);
        linkLocalNextHop = null;
        return this;
    }

    public PathAttributesBuilder linkLocalNextHop(IpAddress value) {
        linkLocalNextHop = value;
        return this;
    }

    /** @param value unsigned 32 bits, or {@link PathAttributes#ABSENT} */
    public PathAttributesBuilder med(long value) {
        med = unsigned32("MED", value);
        return this;
    }

    /** @param value unsigned 32 bits, or {@link PathAttributes#ABSENT} */
    public PathAttributesBuilder localPref(long value) {
        localPref = unsigned32("LOCAL_PREF", value);
        return this;
    }

    public PathAttributesBuilder atomicAggregate(boolean value) {
        atomicAggregate = value;
        return this;
    }

    public PathAttributesBuilder aggregator(Aggregator value) {
        aggregator = value;
        return this;
    }

    public PathAttributesBuilder communities(Iterable<Community> values) {
        communities = ImmutableSortedSet.copyOf(values).asList();
        return this;
    }

    public PathAttributesBuilder extendedCommunities(Iterable<ExtendedCommunity> values) {
        extendedCommunities = ImmutableSortedSet.copyOf(values).asList();
        return this;
    }

    public PathAttributesBuilder largeCommunities(Iterable<LargeCommunity> values) {
        largeCommunities = ImmutableSortedSet.copyOf(values).asList();
        return this;
    }

    public PathAttributesBuilder originatorId(IpAddress value) {
        originatorId = value;
        return this;
    }

    public PathAttributesBuilder clusterList(ImmutableIntArray values) {
        clusterList = checkNotNull(values);
        return this;
    }

    public PathAttributesBuilder unknown(Iterable<UnknownAttribute> values) {
        unknown = ImmutableList.copyOf(values);
        return this;
    }

    public PathAttributes build() {
        return new PathAttributes(this);
    }

    private static long unsigned32(String name, long value) {
        checkArgument(value >= PathAttributes.ABSENT && value <= 0xffff_ffffL, "%s has 32 bits: %s", name, value);
        return value;
    }
}
