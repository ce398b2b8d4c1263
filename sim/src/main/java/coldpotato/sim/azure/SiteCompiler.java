package coldpotato.sim.azure;

import coldpotato.core.azure.EdgeRouter;
import coldpotato.core.azure.IpVpn;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.Site.HostsReachRouters;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.net.PrefixMap;
import coldpotato.sim.node.StaticRoute;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.NodePlanBuilder;
import coldpotato.sim.plan.Origination;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.stream.Stream;

/**
 * Sites: the hosts as one node, the edge routers, the LAN between them and the interconnects among the routers. A router
 * reaches the site's prefixes by static routes over its LAN link, and announces them whether that link is up or not, as
 * network statements with a null route do.
 */
final class SiteCompiler {
    /** IGP cost of LAN links and interconnects. */
    static final int IGP_COST = 10;

    private static final int NULL_ROUTE_DISTANCE = 250;

    private final Compilation compilation;
    private final RoutingDomains domains;
    private final Announcements announcements;
    private final SiteMiddleboxes middleboxes;
    private final VpnTunnels vpn;
    private final VpnUnderlay underlay;

    SiteCompiler(Compilation compilation, RoutingDomains domains) {
        this.compilation = compilation;
        this.domains = domains;
        this.announcements = new Announcements(compilation.network());
        this.middleboxes = new SiteMiddleboxes(compilation);
        this.vpn = new VpnTunnels(compilation);
        this.underlay = new VpnUnderlay(compilation);
    }

    void compile(Site site) {
        boolean hasHosts = site.hostsReachRoutersBy() != HostsReachRouters.NO_HOSTS;
        if (hasHosts) {
            compilation.add(hosts(site));
        }
        for (EdgeRouter router : site.routers().values()) {
            compilation.add(router(site, router));
            if (hasHosts) {
                compilation.add(lanLink(site, router.name()));
                compilation.addToGroup(Names.lan(site.name()), Names.lan(site.name(), router.name()));
            }
            compilation.addToGroup(site.name(), router.name());
        }
        if (site.interconnected()) {
            interconnect(site);
        }
    }

    private NodePlan hosts(Site site) {
        String name = Names.hosts(site.name());
        Basis at = compilation.at(path(site));
        NodePlanBuilder hosts = compilation.node(name, Role.SITE_HOSTS, at).attached(Announcements.of(site));
        return RoutingDomains.routesOnLan(site)
                ? hosts.asn(site.asn().toInt())
                        .loopbacks(compilation.addresses().loopbacks(name))
                        .igpDomain(domains.of(name))
                        .spfDelayNanos(at.nanos(Assumptions.SPF_DELAY))
                        .build()
                : hosts.statics(defaultRoutes(site)).build();
    }

    private ImmutableList<StaticRoute> defaultRoutes(Site site) {
        boolean inOrder = site.hostsReachRoutersBy() == HostsReachRouters.FIRST_ALIVE;
        return Stream.of(Prefix.DEFAULT_IPV4, Prefix.DEFAULT_IPV6)
                .map(prefix -> new StaticRoute(prefix, routersOnLan(site, prefix), inOrder, 1))
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<IpAddress> routersOnLan(Site site, Prefix prefix) {
        return site.routers().keySet().stream()
                .map(router -> compilation
                        .addresses()
                        .link(Names.lan(site.name(), router))
                        .b(prefix.family()))
                .collect(ImmutableList.toImmutableList());
    }

    private NodePlan router(Site site, EdgeRouter router) {
        ImmutableSet<Prefix> originated = announcements.originatedBy(site, router.name());
        ImmutableSet<Prefix> pools = middleboxes.pools(site, router.name());
        Basis at = compilation.at(ModelPath.router(path(site), router.name()));
        String domain = domains.of(router.name());
        return compilation
                .router(router.name(), role(router.name()), site.asn().toInt(), at)
                .loopbacks(loopbacks(router.name()))
                .attached(pools)
                .statics(statics(site, router.name(), originated, at))
                .originations(Sets.union(originated, pools).stream()
                        .map(Origination::of)
                        .collect(ImmutableList.toImmutableList()))
                .igpDomain(domain)
                .decision(Platforms.edge(router))
                .ecmpHashing(router.ecmpHashing())
                .fibDelayNanos(router.fibDelayNanos())
                .spfDelayNanos(domain.isEmpty() ? 0 : at.nanos(Assumptions.SPF_DELAY))
                .middleboxes(middleboxes.at(site, router.name()))
                .build();
    }

    private Role role(String router) {
        if (compilation.network().ipvpnOf(router).isPresent()) {
            return Role.PROVIDER_EDGE;
        }
        return compilation.network().cloudOf(router).isPresent() ? Role.CLOUD_EDGE : Role.CUSTOMER_EDGE;
    }

    private String path(Site site) {
        return compilation.network().pathOf(site);
    }

    private ImmutableList<IpAddress> loopbacks(String router) {
        return Stream.concat(compilation.addresses().loopbacks(router).stream(), underlay.loopbacks(router).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<StaticRoute> statics(Site site, String router, ImmutableSet<Prefix> originated, Basis at) {
        DualAddress hosts =
                compilation.addresses().link(Names.lan(site.name(), router)).a();
        Stream<StaticRoute> toHosts = Announcements.of(site).stream()
                .map(prefix -> new StaticRoute(prefix, ImmutableList.of(hosts.of(prefix.family())), false, 1));
        PrefixMap<Boolean> own = new PrefixMap<>();
        Announcements.of(site).forEach(prefix -> own.put(prefix, true));
        Stream<StaticRoute> discard = originated.stream()
                .filter(prefix -> isAggregate(own, prefix) && !announcements.isInsideAnother(site, prefix))
                .map(prefix -> new StaticRoute(prefix, ImmutableList.of(), false, NULL_ROUTE_DISTANCE));
        Stream<StaticRoute> tunnels =
                Stream.concat(vpn.routesOfRouter(router).stream(), underlay.routesOf(router, at).stream());
        return Stream.of(toHosts, discard, tunnels).flatMap(routes -> routes).collect(ImmutableList.toImmutableList());
    }

    /** True for what is announced but wider than the site: needs a null route, as every aggregate does, but for a default. */
    private static boolean isAggregate(PrefixMap<Boolean> own, Prefix prefix) {
        return !prefix.isDefault() && own.covering(prefix).isEmpty();
    }

    private LinkPlan lanLink(Site site, String router) {
        String name = Names.lan(site.name(), router);
        int cost = RoutingDomains.routesOnLan(site) ? IGP_COST : 0;
        Basis at = compilation.at(path(site));
        return internalLink(name, Names.hosts(site.name()), router, cost, at.nanos(Assumptions.LAN_DELAY), at);
    }

    private void interconnect(Site site) {
        ImmutableList<String> routers =
                ImmutableList.sortedCopyOf(site.routers().keySet());
        for (int i = 0; i < routers.size(); i++) {
            for (String other : routers.subList(i + 1, routers.size())) {
                String name = Names.interconnect(site.name(), routers.get(i), other);
                Basis at = compilation.at(path(site));
                compilation.add(
                        internalLink(name, routers.get(i), other, IGP_COST, interconnectDelayNanos(site, at), at));
            }
        }
    }

    private long interconnectDelayNanos(Site site, Basis at) {
        IpVpn provider = compilation.network().ipvpns().get(site.name());
        return provider == null ? at.nanos(Assumptions.LAN_DELAY) : provider.coreDelayNanos();
    }

    private LinkPlan internalLink(String name, String a, String b, int igpCost, long delayNanos, Basis at) {
        return compilation
                .addresses()
                .link(name)
                .between(a, b, igpCost, at)
                .delayNanos(delayNanos)
                .build();
    }
}
