package coldpotato.bgp.attr;

import coldpotato.core.net.Community;
import coldpotato.core.net.ExtendedCommunity;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.LargeCommunity;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a route carries besides its prefix. Immutable; community lists are sorted and without duplicates, so that
 * equal sets are equal values. Interned by {@link AttributePool} where decoded and where policy changes them: within one
 * pool, equality is identity.
 */
public final class PathAttributes {
    /** Stands for a MED or LOCAL_PREF that is not there. */
    public static final long ABSENT = -1;

    /** The LOCAL_PREF that counts where none is there. */
    public static final long DEFAULT_LOCAL_PREF = 100;

    private final Origin origin;
    private final AsPath asPath;
    private final IpAddress nextHop;
    private final IpAddress linkLocalNextHop;
    private final long med;
    private final long localPref;
    private final boolean atomicAggregate;
    private final Aggregator aggregator;
    private final ImmutableList<Community> communities;
    private final ImmutableList<ExtendedCommunity> extendedCommunities;
    private final ImmutableList<LargeCommunity> largeCommunities;
    private final IpAddress originatorId;
    private final ImmutableIntArray clusterList;
    private final ImmutableList<UnknownAttribute> unknown;
    private final int hash;

    PathAttributes(PathAttributesBuilder from) {
        origin = from.origin;
        asPath = from.asPath;
        nextHop = from.nextHop;
        linkLocalNextHop = from.linkLocalNextHop;
        med = from.med;
        localPref = from.localPref;
        atomicAggregate = from.atomicAggregate;
        aggregator = from.aggregator;
        communities = from.communities;
        extendedCommunities = from.extendedCommunities;
        largeCommunities = from.largeCommunities;
        originatorId = from.originatorId;
        clusterList = from.clusterList;
        unknown = from.unknown;
        hash = Objects.hash(
                origin,
                asPath,
                nextHop,
                med,
                localPref,
                communities,
                extendedCommunities,
                largeCommunities,
                originatorId,
                clusterList,
                unknown);
    }

    /** A builder that starts from ORIGIN IGP, an empty path and this next hop. */
    public static PathAttributesBuilder builder(IpAddress nextHop) {
        return new PathAttributesBuilder(nextHop);
    }

    /** A builder that starts from these attributes. */
    public PathAttributesBuilder toBuilder() {
        return new PathAttributesBuilder(this);
    }

    public Origin origin() {
        return origin;
    }

    public AsPath asPath() {
        return asPath;
    }

    /** NEXT_HOP, or the global next hop of MP_REACH_NLRI; the unspecified address for a route of our own. */
    public IpAddress nextHop() {
        return nextHop;
    }

    /** The second next hop of an IPv6 route (RFC 2545 section 3). */
    public Optional<IpAddress> linkLocalNextHop() {
        return Optional.ofNullable(linkLocalNextHop);
    }

    /** MULTI_EXIT_DISC, unsigned 32 bits, or {@link #ABSENT}. */
    public long med() {
        return med;
    }

    /** LOCAL_PREF, unsigned 32 bits, or {@link #ABSENT}. */
    public long localPref() {
        return localPref;
    }

    /** LOCAL_PREF as it counts: the default if absent. */
    public long effectiveLocalPref() {
        return localPref == ABSENT ? DEFAULT_LOCAL_PREF : localPref;
    }

    public boolean atomicAggregate() {
        return atomicAggregate;
    }

    public Optional<Aggregator> aggregator() {
        return Optional.ofNullable(aggregator);
    }

    /** Sorted, without duplicates. */
    public ImmutableList<Community> communities() {
        return communities;
    }

    public boolean has(Community community) {
        return communities.contains(community);
    }

    public ImmutableList<ExtendedCommunity> extendedCommunities() {
        return extendedCommunities;
    }

    public ImmutableList<LargeCommunity> largeCommunities() {
        return largeCommunities;
    }

    /** ORIGINATOR_ID (RFC 4456 section 8). */
    public Optional<IpAddress> originatorId() {
        return Optional.ofNullable(originatorId);
    }

    /** CLUSTER_LIST (RFC 4456 section 8), the last reflector first; empty if absent. */
    public ImmutableIntArray clusterList() {
        return clusterList;
    }

    /** Optional transitive attributes that are passed on unread, by type. */
    public ImmutableList<UnknownAttribute> unknown() {
        return unknown;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof PathAttributes that
                        && hash == that.hash
                        && sameForDecision(that)
                        && sameCommunities(that)
                        && atomicAggregate == that.atomicAggregate
                        && Objects.equals(aggregator, that.aggregator)
                        && Objects.equals(linkLocalNextHop, that.linkLocalNextHop)
                        && unknown.equals(that.unknown);
    }

    private boolean sameForDecision(PathAttributes that) {
        return origin == that.origin
                && med == that.med
                && localPref == that.localPref
                && asPath.equals(that.asPath)
                && nextHop.equals(that.nextHop)
                && Objects.equals(originatorId, that.originatorId)
                && clusterList.equals(that.clusterList);
    }

    private boolean sameCommunities(PathAttributes that) {
        return communities.equals(that.communities)
                && extendedCommunities.equals(that.extendedCommunities)
                && largeCommunities.equals(that.largeCommunities);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "[" + asPath + "] " + origin.code() + " via " + nextHop
                + (localPref == ABSENT ? "" : " local-preference " + localPref)
                + (med == ABSENT ? "" : " med " + med)
                + (communities.isEmpty() ? "" : " communities " + communities);
    }
}
