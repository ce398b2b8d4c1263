package coldpotato.scenarios.run;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.scenarios.file.Action;
import coldpotato.sim.net.Direction;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.PlanNames;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which end of a link is nearer to Azure. From the site outwards come the site's hosts, its routers, whatever lies between
 * (provider, Internet), Microsoft's edge and public network, and behind them gateways, routers of virtual hubs, appliances and
 * the hosts of virtual networks. Computers of point-to-site VPN stand where a site's hosts do.
 */
final class LinkEnds {
    private static final int SITE_HOSTS = 0;
    private static final int SITE_ROUTER = 1;
    private static final int BETWEEN = 2;
    private static final int MICROSOFT_EDGE = 3;
    private static final int MICROSOFT_PUBLIC = 4;
    private static final int GATEWAY = 5;
    private static final int HUB_ROUTER = 6;
    private static final int APPLIANCE = 7;
    private static final int BEHIND = 8;

    /** Instances of gateways, and what FastPath has in their place. */
    private static final Pattern GATEWAYS = Pattern.compile("(vpn-)?gateway\\d+|fastpath");

    /** What names of all links behind an edge router end in. */
    private static final String CORE = ".core";

    private static final Pattern CLIENTS = Pattern.compile("clients(\\..*)?");

    private final HybridNetwork model;

    LinkEnds(HybridNetwork model) {
        this.model = model;
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
    ImmutableSet<String> ambiguous(NetworkPlan plan, String name) {
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
        boolean own =
                name.endsWith(CORE) && end.node().startsWith(name.substring(0, name.length() - CORE.length()) + ".");
        return own ? BETWEEN : distance(end.node());
    }

    private int distance(String node) {
        if (model.ipvpnOf(node).isPresent()) {
            return BETWEEN;
        }
        if (model.siteOf(node).isPresent()) {
            return SITE_ROUTER;
        }
        int dot = node.indexOf('.');
        String owner = dot < 0 ? node : node.substring(0, dot);
        String part = dot < 0 ? "" : node.substring(dot + 1);
        if (model.sites().containsKey(owner) || model.clouds().containsKey(owner)) {
            return SITE_HOSTS;
        }
        if (model.circuits().containsKey(owner)) {
            return part.startsWith("msee") ? MICROSOFT_EDGE : BETWEEN;
        }
        if (model.virtualNetworks().containsKey(owner)) {
            return inside(part, BEHIND);
        }
        if (model.hubs().containsKey(owner)) {
            return inside(part, HUB_ROUTER);
        }
        return outside(node);
    }

    private static int inside(String part, int others) {
        if (CLIENTS.matcher(part).matches()) {
            return SITE_HOSTS;
        }
        return GATEWAYS.matcher(part).matches() ? GATEWAY : others;
    }

    private int outside(String node) {
        if (model.appliances().containsKey(node)) {
            return APPLIANCE;
        }
        return node.equals("microsoft") ? MICROSOFT_PUBLIC : BETWEEN;
    }
}
