package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.SetClause;
import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PublicService;
import coldpotato.core.azure.Reach;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.grounds.Assumption;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.StaticRoute;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.Origination;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Microsoft's public network and the Internet, one node each. Microsoft announces its services to the Internet and, as far as
 * a circuit reaches, to the MSEEs of Microsoft peering; for the way back it prefers what it hears over ExpressRoute
 * (expressroute-asymmetric-routing.md). The Internet announces no default route to the sites.
 */
final class InternetCompiler {
    /** Of the one provider that stands for the Internet; an AS number for documentation (RFC 5398). */
    static final Asn INTERNET_ASN = new Asn(64496);

    private static final long EXPRESSROUTE_PREFERENCE = 200;

    private final Compilation compilation;
    private final HybridNetwork network;
    private final Announcements announcements;
    private final VpnUnderlay underlay;

    InternetCompiler(Compilation compilation) {
        this.compilation = compilation;
        this.network = compilation.network();
        this.announcements = new Announcements(network);
        this.underlay = new VpnUnderlay(compilation);
    }

    void compile() {
        if (hasMicrosoft()) {
            compilation.add(microsoft());
            network.circuits().values().stream()
                    .filter(circuit -> circuit.microsoftPeering().isPresent())
                    .forEach(this::backbone);
        }
        if (!network.internetLinks().isEmpty()) {
            compilation.add(internet());
            network.internetLinks().values().forEach(this::internetLink);
        }
        if (hasMicrosoft() && !network.internetLinks().isEmpty()) {
            microsoftToInternet();
        }
    }

    private boolean hasMicrosoft() {
        return !network.services().isEmpty()
                || hasEgress()
                || underlay.isUsed()
                || network.circuits().values().stream()
                        .anyMatch(circuit -> circuit.microsoftPeering().isPresent());
    }

    /** True if VNets have a way to the public networks of their own. */
    private boolean hasEgress() {
        return compilation.fabric().map().hasEgress();
    }

    private NodePlan microsoft() {
        Basis at = compilation.at(ModelPath.SERVICES);
        return compilation
                .router(Names.MICROSOFT, Role.MICROSOFT, Documented.PUBLIC_ASN.toInt(), at)
                .attached(network.services().values().stream()
                        .flatMap(service -> service.prefixes().stream())
                        .collect(ImmutableSet.toImmutableSet()))
                .originations(services(at)
                        .flatMap(service -> service.prefixes().stream().map(prefix -> origination(service, prefix)))
                        .collect(ImmutableList.toImmutableList()))
                .statics(routesOfMicrosoft(at))
                .decision(Platforms.MICROSOFT)
                .ecmpHashing(Platforms.hashing(at))
                .fibDelayNanos(at.nanos(Assumptions.MICROSOFT_FIB_DELAY))
                .build();
    }

    private ImmutableList<StaticRoute> routesOfMicrosoft(Basis at) {
        return Stream.concat(
                        underlay.routesOfMicrosoft(at).stream(),
                        hasEgress() ? compilation.fabric().routesOfMicrosoft().stream() : Stream.empty())
                .collect(ImmutableList.toImmutableList());
    }

    private NodePlan internet() {
        Basis at = compilation.at(ModelPath.INTERNET_LINKS);
        return compilation
                .router(Names.INTERNET, Role.INTERNET, INTERNET_ASN.toInt(), at)
                .decision(Platforms.PROVIDER)
                .fibDelayNanos(at.nanos(Assumptions.PROVIDER_FIB_DELAY))
                .build();
    }

    private static Origination origination(PublicService service, Prefix prefix) {
        return new Origination(prefix, Origin.IGP, AsPath.EMPTY, service.communities());
    }

    /** Between Microsoft's public network and the MSEEs of a circuit. */
    private void backbone(Circuit circuit) {
        for (Leg leg : Leg.values()) {
            Basis at = compilation.at(ModelPath.peering(circuit.name(), PeeringKind.MICROSOFT));
            join(
                    Names.backbone(circuit.name(), leg),
                    Names.msee(circuit.name(), leg, PeeringKind.MICROSOFT),
                    Documented.MSEE_ASN,
                    (peer, family) -> peer.timers(CircuitCompiler.mseeTimers(at))
                            .exportPolicy(Maintenance.export(
                                    network, circuit.name(), leg, PeeringKind.MICROSOFT, onlyFromCustomer())),
                    (peer, family) -> peer.timers(CircuitCompiler.mseeTimers(at))
                            .importPolicy(preferExpressRoute())
                            .exportPolicy(announce(
                                    "services within reach of " + circuit.name(),
                                    prefixes(service -> Reach.shows(circuit, service), at))),
                    Assumptions.MICROSOFT_DELAY,
                    at);
            compilation.addToGroup(Names.core(circuit.name(), leg), Names.backbone(circuit.name(), leg));
        }
    }

    private void microsoftToInternet() {
        Basis at = compilation.at(ModelPath.SERVICES);
        join(
                Names.MICROSOFT_TO_INTERNET,
                Names.INTERNET,
                INTERNET_ASN,
                Side.Settings.USUAL,
                (peer, family) -> peer.exportPolicy(announce("all services", prefixes(service -> true, at))),
                Assumptions.INTERNET_DELAY,
                at);
    }

    /** Joins a node to Microsoft's public network. */
    private void join(
            String link,
            String node,
            Asn asn,
            Side.Settings nodeSettings,
            Side.Settings microsoftSettings,
            Assumption delay,
            Basis at) {
        NumberedLink numbered = compilation.addresses().link(link);
        Sessions sessions = Sessions.on(
                link,
                numbered.a(node, asn.toInt(), nodeSettings),
                numbered.b(Names.MICROSOFT, Documented.PUBLIC_ASN.toInt(), microsoftSettings),
                compilation.families(),
                at);
        compilation.add(sessions.link().delayNanos(at.nanos(delay)).build());
        compilation.add(sessions);
    }

    private void internetLink(InternetLink link) {
        Site site = network.siteAt(link.router());
        NumberedLink numbered = compilation.addresses().link(link.name());
        Policy export = customerExport(link);
        Basis at = compilation.at(ModelPath.internetLink(link.name()));
        Sessions sessions = Sessions.on(
                link.name(),
                numbered.a(link.router(), site.asn().toInt(), (peer, family) -> peer.importPolicy(
                                customerImport(link, site, at))
                        .exportPolicy(export)),
                numbered.b(Names.INTERNET, INTERNET_ASN.toInt(), Side.Settings.USUAL),
                families(site),
                at);
        compilation.add(sessions.link().delayNanos(link.delayNanos()).build());
        compilation.add(sessions);
    }

    private Policy customerExport(InternetLink link) {
        Policy announced = Rules.policy("announced to the Internet", Rules.accept("announced to the Internet"));
        Policy user = link.exportPolicy().isEmpty() ? announced : compilation.policy(link.exportPolicy());
        return Rules.before(
                user,
                ImmutableList.of(Rules.refuse(
                        "not announced to the Internet",
                        Rules.anythingBut(compilation.network().announcedOn(link)))));
    }

    private ImmutableSet<AfiSafi> families(Site site) {
        return Announcements.hasIpv6(site.publicPrefixes())
                ? compilation.families()
                : ImmutableSet.of(AfiSafi.IPV4_UNICAST);
    }

    private static Policy onlyFromCustomer() {
        return Rules.policy(
                "Microsoft peering",
                Rules.accept("customer routes"),
                Rules.refuse("Microsoft's own routes", new MatchClause.PathContains(Documented.PUBLIC_ASN.toInt())));
    }

    private static Policy preferExpressRoute() {
        return Rules.policy(
                "ExpressRoute before the Internet",
                Rules.accept("over ExpressRoute"),
                Rules.set("ExpressRoute before the Internet", new SetClause.LocalPref(EXPRESSROUTE_PREFERENCE)));
    }

    private static Policy announce(String name, ImmutableSet<Prefix> prefixes) {
        return Rules.policy(name, Rules.refuse("not among " + name), Rules.accept(name, Rules.exactly(prefixes)));
    }

    private Policy customerImport(InternetLink link, Site site, Basis at) {
        ImmutableSet<Prefix> heldBack = underlay.heldBack(site, at);
        Policy own = compilation.policy(link.importPolicy());
        return heldBack.isEmpty()
                ? own
                : Rules.before(
                        own, ImmutableList.of(Rules.refuse("tunnels over Microsoft peering", Rules.exactly(heldBack))));
    }

    /** Everything that Microsoft announces in public: services, and the gateways that tunnels lead to. */
    private Stream<PublicService> services(Basis at) {
        return Stream.concat(network.services().values().stream(), underlay.services(at).stream());
    }

    private ImmutableSet<Prefix> prefixes(Predicate<PublicService> which, Basis at) {
        return services(at)
                .filter(which)
                .flatMap(service -> service.prefixes().stream())
                .collect(ImmutableSet.toImmutableSet());
    }
}
