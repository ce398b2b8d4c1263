package coldpotato.scenarios.run;

import coldpotato.scenarios.file.Action;
import coldpotato.sim.azure.Names;
import coldpotato.sim.azure.Role;
import coldpotato.sim.net.Direction;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.PlanNames;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * Which end of a link is nearer to Azure. From the site outwards come the site's hosts, its routers, whatever lies between
 * (provider, Internet), Microsoft's edge and public network, and behind them gateways, routers of virtual hubs, appliances and
 * the hosts of virtual networks. Computers of point-to-site VPN stand where a site's hosts do.
 */
final class LinkEnds {
    private static final int BETWEEN = 2;

    private final NetworkPlan plan;

    LinkEnds(NetworkPlan plan) {
        this.plan = plan;
    }

    /**
     * The direction of a link, of those that a name stands for, that leads there; empty if its ends are equally far from Azure.
     * Seen from the core of an edge router that router is at the site's end, whatever is at the other.
     */
    Optional<Direction> towards(Action.Direction where, String name, LinkPlan link) {
        int nearer = Integer.compare(place(name, link.b()), place(name, link.a()));
        return nearer == 0
                ? Optional.empty()
                : Optional.of(nearer > 0 == (where == Action.Direction.TO_AZURE) ? Direction.A_TO_B : Direction.B_TO_A);
    }

    /** The links of a plan that have no end nearer to Azure than the other, of those that a name stands for. */
    ImmutableSet<String> ambiguous(String name) {
        return new PlanNames(plan)
                .links(name).stream()
                        .filter(link -> towards(
                                        Action.Direction.TO_AZURE,
                                        name,
                                        plan.links().get(link))
                                .isEmpty())
                        .collect(ImmutableSet.toImmutableSet());
    }

    private int place(String name, LinkPlan.End end) {
        return Names.isCoreBehind(end.node(), name) ? BETWEEN : distance(end.node());
    }

    private int distance(String node) {
        return switch (Role.of(plan.nodes().get(node))) {
            case SITE_HOSTS, CLIENTS -> 0;
            case CUSTOMER_EDGE, CLOUD_EDGE -> 1;
            case PROVIDER_EDGE, INTERNET -> BETWEEN;
            case MSEE -> 3;
            case MICROSOFT -> 4;
            case GATEWAY, VPN_GATEWAY, FAST_PATH -> 5;
            case HUB_ROUTER -> 6;
            case FIREWALL, APPLIANCE -> 7;
            case ROUTE_SERVER, SUBNET, VNET_HOSTS -> 8;
        };
    }
}
