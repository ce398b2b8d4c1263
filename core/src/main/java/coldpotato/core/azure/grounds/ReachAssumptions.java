package coldpotato.core.azure.grounds;

import coldpotato.core.azure.grounds.Assumption.Unit;
import com.google.common.collect.ImmutableList;

/** What the documents leave open about Global Reach. */
public final class ReachAssumptions {
    public static final Assumption CROSSES_LEGS = new Assumption(
            "global-reach-crosses-legs",
            "Whether each MSEE of a circuit reaches both MSEEs of the other one, or only that of the same link.",
            Unit.SWITCH,
            "on",
            "on",
            "off",
            "not documented; it shows only when the primary link of one circuit and the secondary link of the other fail"
                    + " together");

    public static final Assumption REACHES_GATEWAYS = new Assumption(
            "global-reach-reaches-gateways",
            "Whether a gateway is told what its circuit has learned over Global Reach.",
            Unit.SWITCH,
            "off",
            "off",
            "on",
            "expressroute-global-reach.md joins sites with sites; that VNets learn of the far site is not documented, and as"
                    + " their own prefixes do not go there, the way back would be missing");

    public static final Assumption CLOUD_LIMIT_RETRY = new Assumption(
            "cloud-prefix-limit-retry-interval",
            "How long another cloud leaves a session down that brought it too many prefixes, before it tries again.",
            Unit.DURATION,
            "1m",
            "10s",
            "15m",
            "the other cloud's business; not in the documents. As with an MSEE");

    public static final Assumption CLOUD_TRANSIT = new Assumption(
            "clouds-give-transit",
            "Whether another cloud tells one of its neighbours what it has heard from another.",
            Unit.SWITCH,
            "off",
            "off",
            "on",
            "expressroute-connect-azure-to-public-cloud.md has providers and the customer's own routers pass routes from cloud to"
                    + " cloud, and speaks of no cloud that does; a cloud that begins to is a route leak");

    static final ImmutableList<Assumption> ALL =
            ImmutableList.of(CROSSES_LEGS, REACHES_GATEWAYS, CLOUD_LIMIT_RETRY, CLOUD_TRANSIT);

    private ReachAssumptions() {}
}
