package coldpotato.core.azure.grounds;

import coldpotato.core.azure.grounds.Assumption.Unit;
import com.google.common.collect.ImmutableList;

/** What the documents leave open about Route Server. */
public final class RouteServerAssumptions {
    public static final Assumption INTERRUPTION = new Assumption(
            "route-server-interruption",
            "How long a VNet has no routes to on-premises while a Route Server is deployed or deleted.",
            Unit.DURATION,
            "5m",
            "0s",
            "15m",
            "troubleshoot-route-server.md: during the update between gateways and VNet there is a period without connectivity;"
                    + " how long is not documented");

    public static final Assumption INSTANCES_PROGRAM_ALL = new Assumption(
            "route-server-instances-program-all-subnets",
            "Whether each of the two instances programs all subnets, or each subnet hangs on one of them.",
            Unit.SWITCH,
            "on",
            "on",
            "off",
            "troubleshoot-route-server.md: the two share the work, and only with two equal sessions all machines get the same"
                    + " routes; which machine hangs on which instance is not documented");

    static final ImmutableList<Assumption> ALL = ImmutableList.of(INTERRUPTION, INSTANCES_PROGRAM_ALL);

    private RouteServerAssumptions() {}
}
