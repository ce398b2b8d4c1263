package coldpotato.core.azure.grounds;

import coldpotato.core.azure.grounds.Assumption.Unit;
import com.google.common.collect.ImmutableList;

/** What the documents leave open about more traffic than fits. */
public final class LoadAssumptions {
    public static final Assumption GATEWAY_THROUGHPUT_LIMITS = new Assumption(
            "gateway-throughput-limits",
            "Whether an ExpressRoute gateway drops what exceeds the throughput, the packets per second and the flows of its"
                    + " size, in each direction.",
            Unit.SWITCH,
            "on",
            "off",
            "on",
            "expressroute-about-virtual-network-gateways.md gives megabits, packets and flows for each size, which"
                    + " depend on conditions; what becomes of more, and how the instances share it, is not documented");

    /** All of them. */
    public static final ImmutableList<Assumption> ALL = ImmutableList.of(GATEWAY_THROUGHPUT_LIMITS);

    private LoadAssumptions() {}
}
