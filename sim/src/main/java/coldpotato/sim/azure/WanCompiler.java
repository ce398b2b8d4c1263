package coldpotato.sim.azure;

import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.NumberRange;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.speaker.PrefixLimit;
import coldpotato.core.azure.ForeignCloud;
import coldpotato.core.azure.IpVpn;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.WanLink;
import coldpotato.core.azure.grounds.ReachAssumptions;
import coldpotato.core.net.Prefix;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.LinkPlan.Address;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.OptionalInt;

/** The customer's own wide-area network: its links, eBGP where they join two ASes, and iBGP inside each. */
final class WanCompiler {
    private static final PolicyRule HEARD_FROM_OTHERS =
            Rules.refuse("a cloud gives no transit", new MatchClause.PathLength(NumberRange.atLeast(1)));

    private final Compilation compilation;
    private final RoutingDomains domains;
    private final Announcements announcements;

    WanCompiler(Compilation compilation, RoutingDomains domains) {
        this.compilation = compilation;
        this.domains = domains;
        this.announcements = new Announcements(compilation.network());
    }

    void compile(WanLink link) {
        if (domains.isInside(link)) {
            compilation.add(insideLink(link));
        } else {
            NumberedLink numbered = numbered(link);
            Basis at = compilation.at(ModelPath.wanLink(link.name()));
            Sessions sessions = Sessions.on(
                    link.name(),
                    numbered.a(link.routerA(), asn(link.routerA()), settings(link.routerA(), link.importA(), at)),
                    numbered.b(link.routerB(), asn(link.routerB()), settings(link.routerB(), link.importB(), at)),
                    compilation.families(),
                    at);
            compilation.add(sessions.link().delayNanos(link.delayNanos()).build());
            compilation.add(sessions);
        }
    }

    /** A full mesh of iBGP among the members of each routing domain. */
    void compileIbgp() {
        for (ImmutableList<String> members : domains.all()) {
            for (int i = 0; i < members.size(); i++) {
                for (String other : members.subList(i + 1, members.size())) {
                    ibgp(members.get(i), other);
                }
            }
        }
    }

    private LinkPlan insideLink(WanLink link) {
        return numbered(link)
                .between(link.routerA(), link.routerB(), link.igpCost(), compilation.at(ModelPath.wanLink(link.name())))
                .delayNanos(link.delayNanos())
                .build();
    }

    private void ibgp(String a, String b) {
        compilation.add(Sessions.routed(
                Names.ibgp(a, b),
                new Side(a, asn(a), loopback(a), loopback(b), 0, inside(a)),
                new Side(b, asn(b), loopback(b), loopback(a), 0, inside(b)),
                compilation.families(),
                compilation.at(compilation.network().pathOf(site(a)))));
    }

    private Side.Settings inside(String router) {
        return (peer, family) -> peer.nextHopSelf(true).exportPolicy(withoutLinksOnly(router));
    }

    private DualAddress loopback(String node) {
        return DualAddress.hosts(compilation.addresses().loopbacks(node));
    }

    private int asn(String router) {
        return site(router).asn().toInt();
    }

    /** What a router announces on some link only, such as halves of a prefix, does not draw the site's own traffic to it. */
    private Policy withoutLinksOnly(String node) {
        Site site = site(node);
        if (compilation.network().ipvpnOf(node).isPresent()) {
            return Policy.ACCEPT_ALL;
        }
        ImmutableSet<Prefix> onLinksOnly = Sets.difference(
                        announcements.originatedBy(site, node), Announcements.of(site))
                .immutableCopy();
        return onLinksOnly.isEmpty()
                ? Policy.ACCEPT_ALL
                : Rules.policy(
                        "ibgp",
                        Rules.accept("anything else"),
                        Rules.refuse("announced on links only", Rules.exactly(onLinksOnly)));
    }

    private Side.Settings settings(String router, String importPolicy, Basis at) {
        Policy policy = compilation.policy(importPolicy);
        Policy told = told(router, at);
        return (peer, family) -> peer.importPolicy(policy)
                .exportPolicy(told)
                .asOverride(compilation
                        .network()
                        .ipvpnOf(router)
                        .map(IpVpn::overridesAs)
                        .orElse(false))
                .prefixLimit(limit(router, at));
    }

    /** What a router tells outside its AS; another cloud tells what is its own. */
    private Policy told(String router, Basis at) {
        Policy usual = withoutLinksOnly(router);
        return compilation.network().cloudOf(router).isEmpty() || at.isOn(ReachAssumptions.CLOUD_TRANSIT)
                ? usual
                : Rules.before(usual, ImmutableList.of(HEARD_FROM_OTHERS));
    }

    /** Another cloud closes a session that brings it too much, and tries again now and then. */
    private Optional<PrefixLimit> limit(String router, Basis at) {
        return compilation.network().cloudOf(router).map(ForeignCloud::maximumPrefix).stream()
                .flatMapToInt(OptionalInt::stream)
                .mapToObj(max -> new PrefixLimit(max, at.nanos(ReachAssumptions.CLOUD_LIMIT_RETRY), true))
                .findFirst();
    }

    private NumberedLink numbered(WanLink link) {
        NumberedLink own = compilation.addresses().link(link.name());
        return link.subnet()
                .map(subnet -> new NumberedLink(link.name(), said(own.a(), subnet, 1), said(own.b(), subnet, 2)))
                .orElse(own);
    }

    /** The user's address of the link, where it has a subnet, and the model's own in the other family. */
    private static DualAddress said(DualAddress own, Prefix subnet, int place) {
        return new DualAddress(own.all().stream()
                .map(address -> address.address().family() == subnet.family()
                        ? new Address(subnet.addressAt(place), subnet.length())
                        : address)
                .collect(ImmutableList.toImmutableList()));
    }

    private Site site(String node) {
        return compilation.network().allSites().stream()
                .filter(site -> site.routers().containsKey(node)
                        || Names.hosts(site.name()).equals(node))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no site has router " + node));
    }
}
