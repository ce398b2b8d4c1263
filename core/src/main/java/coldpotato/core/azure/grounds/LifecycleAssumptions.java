package coldpotato.core.azure.grounds;

import coldpotato.core.azure.grounds.Assumption.Unit;
import com.google.common.collect.ImmutableList;

/** What the documents leave open about maintenance and about routes on Microsoft peering. */
public final class LifecycleAssumptions {
    public static final Assumption GATEWAY_DRAIN_TIME = new Assumption(
            "gateway-drain-time",
            "How long before its work, and after it, a gateway instance in maintenance goes on forwarding while nobody is"
                    + " told of routes by it.",
            Unit.DURATION,
            "2m",
            "5m",
            "0s",
            "expressroute-faqs.md: instances are worked on one at a time, with less capacity and no outage; how traffic is"
                    + " led away from an instance is not documented");

    public static final Assumption DOCUMENTATION_ASN = new Assumption(
            "documentation-asn-in-path",
            "What Microsoft peering makes of a route with one of the AS numbers 64496 to 64511 in its path.",
            Unit.CHOICE,
            "dropped",
            "accepted",
            "dropped",
            "expressroute-routing.md does not allow them; what happens to such a route is not documented. That the session"
                    + " is reset is not modelled",
            ImmutableList.of("accepted", "dropped"));

    static final ImmutableList<Assumption> ALL = ImmutableList.of(GATEWAY_DRAIN_TIME, DOCUMENTATION_ASN);

    private LifecycleAssumptions() {}
}
