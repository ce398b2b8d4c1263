package coldpotato.sim.azure;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.Site.HostsReachRouters;
import coldpotato.core.azure.WanLink;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which nodes of the customer's sites share an IGP and iBGP: routers of one AS that are joined by interconnects or WAN links,
 * and the hosts of sites whose LAN takes part in the routing.
 */
final class RoutingDomains {

    /** Two nodes that are joined. */
    private record Join(String a, String b) {}

    private final HybridNetwork network;
    private final ImmutableSortedMap<String, String> domains;

    RoutingDomains(HybridNetwork network) {
        this.network = network;
        this.domains = ImmutableSortedMap.copyOf(spread(start(), joins()));
    }

    /** The IGP domain of a node, empty if it is alone. */
    String of(String node) {
        String first = domains.get(node);
        return domains.values().stream().filter(first::equals).count() > 1 ? "igp." + first : "";
    }

    /** The members of each domain of more than one node, in order of their names. */
    ImmutableList<ImmutableList<String>> all() {
        return domains.values().stream()
                .distinct()
                .map(this::members)
                .filter(members -> members.size() > 1)
                .collect(ImmutableList.toImmutableList());
    }

    /** True if both ends of a WAN link are of one AS. */
    boolean isInside(WanLink link) {
        return site(link.routerA()).asn().equals(site(link.routerB()).asn());
    }

    /** True if the LAN of a site takes part in the routing. */
    static boolean routesOnLan(Site site) {
        return site.hostsReachRoutersBy() == HostsReachRouters.ROUTING;
    }

    private ImmutableList<String> members(String first) {
        return domains.entrySet().stream()
                .filter(entry -> entry.getValue().equals(first))
                .map(Map.Entry::getKey)
                .collect(ImmutableList.toImmutableList());
    }

    /** Each node in a domain of its own, called by its name. */
    private Map<String, String> start() {
        Map<String, String> alone = new TreeMap<>();
        for (Site site : network.allSites()) {
            site.routers().keySet().forEach(router -> alone.put(router, router));
            if (routesOnLan(site)) {
                alone.put(Names.hosts(site.name()), Names.hosts(site.name()));
            }
        }
        return alone;
    }

    private List<Join> joins() {
        List<Join> joins = new ArrayList<>();
        for (Site site : network.allSites()) {
            ImmutableList<String> routers = site.routers().keySet().asList();
            if (site.interconnected()) {
                routers.forEach(router -> joins.add(new Join(routers.get(0), router)));
            }
            if (routesOnLan(site)) {
                routers.forEach(router -> joins.add(new Join(Names.hosts(site.name()), router)));
            }
        }
        network.wanLinks().values().stream()
                .filter(this::isInside)
                .forEach(link -> joins.add(new Join(link.routerA(), link.routerB())));
        return joins;
    }

    /** Gives joined nodes the name that sorts first, until nothing changes. */
    private static Map<String, String> spread(Map<String, String> domains, List<Join> joins) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Join join : joins) {
                String a = domains.get(join.a());
                String b = domains.get(join.b());
                String first = a.compareTo(b) < 0 ? a : b;
                changed |= !a.equals(b);
                domains.put(join.a(), first);
                domains.put(join.b(), first);
            }
        }
        return domains;
    }

    private Site site(String router) {
        return network.siteAt(router);
    }
}
