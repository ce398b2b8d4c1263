package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.WanLink;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.LinkPlan.Address;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

/** The customer's own wide-area network: its links, eBGP where they join two ASes, and iBGP inside each. */
final class WanCompiler {
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
            new Adjacency(
                            link.name(),
                            side(link, link.routerA(), link.importA(), true),
                            side(link, link.routerB(), link.importB(), false),
                            link.delayNanos(),
                            true,
                            compilation.families(),
                            true,
                            compilation.provenance(ModelPath.wanLink(link.name())))
                    .addTo(compilation);
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
        return new LinkPlan(
                link.name(),
                new LinkPlan.End(link.routerA(), compilation.addresses().endA(link.name()), 0, link.igpCost()),
                new LinkPlan.End(link.routerB(), compilation.addresses().endB(link.name()), 0, link.igpCost()),
                link.delayNanos(),
                true,
                compilation.provenance(ModelPath.wanLink(link.name())));
    }

    private void ibgp(String a, String b) {
        int asn = site(a).asn().toInt();
        for (AfiSafi family : compilation.families()) {
            String name = Names.session(Names.ibgp(a, b), family);
            compilation.add(new SessionPlan(
                    name,
                    a,
                    ibgpPeer(name, a, b, asn, family),
                    b,
                    ibgpPeer(name, b, a, asn, family),
                    true,
                    compilation.provenance(ModelPath.site(site(a).name()))));
        }
    }

    private PeerConfig ibgpPeer(String session, String self, String other, int asn, AfiSafi family) {
        return PeerConfig.builder(session, loopback(self, family), loopback(other, family))
                .asns(asn, asn)
                .nextHopSelf(true)
                .exportPolicy(ibgpExport(self))
                .build();
    }

    private IpAddress loopback(String node, AfiSafi family) {
        return compilation.addresses().loopbacks(node).stream()
                .filter(address -> address.family() == family.family())
                .findFirst()
                .orElseThrow();
    }

    /** What a router announces on some link only, such as halves of a prefix, does not draw the site's own traffic to it. */
    private Policy ibgpExport(String node) {
        Site site = site(node);
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

    private Side side(WanLink link, String router, String importPolicy, boolean first) {
        ImmutableList<Address> a = compilation.addresses().endA(link.name());
        ImmutableList<Address> b = compilation.addresses().endB(link.name());
        Policy policy = compilation.policy(importPolicy);
        return new Side(
                router,
                site(router).asn().toInt(),
                first ? a : b,
                first ? b : a,
                0,
                (peer, family) -> peer.importPolicy(policy).exportPolicy(ibgpExport(router)));
    }

    private Site site(String node) {
        return compilation.network().sites().values().stream()
                .filter(site -> site.routers().containsKey(node)
                        || Names.hosts(site.name()).equals(node))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no site has router " + node));
    }
}
