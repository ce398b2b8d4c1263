package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.PrefixLimit;
import coldpotato.core.azure.ForeignCloud;
import coldpotato.core.azure.IpVpn;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.WanLink;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.LinkPlan.Address;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.OptionalInt;

/** The customer's own wide-area network: its links, eBGP where they join two ASes, and iBGP inside each. */
final class WanCompiler {
    /** Its own business; a minute, as with an MSEE. */
    private static final long CLOUD_LIMIT_RETRY_NANOS = Durations.seconds(60);

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
                new LinkPlan.End(link.routerA(), addresses(link, true), 0, link.igpCost()),
                new LinkPlan.End(link.routerB(), addresses(link, false), 0, link.igpCost()),
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
                    compilation.provenance(compilation.network().pathOf(site(a)))));
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

    private Side side(WanLink link, String router, String importPolicy, boolean first) {
        Policy policy = compilation.policy(importPolicy);
        return new Side(
                router,
                site(router).asn().toInt(),
                addresses(link, first),
                addresses(link, !first),
                0,
                (peer, family) -> peer.importPolicy(policy)
                        .exportPolicy(ibgpExport(router))
                        .asOverride(compilation
                                .network()
                                .ipvpnOf(router)
                                .map(IpVpn::overridesAs)
                                .orElse(false))
                        .prefixLimit(limit(router)));
    }

    /** Another cloud closes a session that brings it too much, and tries again now and then. */
    private Optional<PrefixLimit> limit(String router) {
        return compilation.network().cloudOf(router).map(ForeignCloud::maximumPrefix).stream()
                .flatMapToInt(OptionalInt::stream)
                .mapToObj(max -> new PrefixLimit(max, CLOUD_LIMIT_RETRY_NANOS, true))
                .findFirst();
    }

    /** The user's addresses of the link, where it has a subnet, and the model's own in the other family. */
    private ImmutableList<Address> addresses(WanLink link, boolean first) {
        ImmutableList<Address> own = first
                ? compilation.addresses().endA(link.name())
                : compilation.addresses().endB(link.name());
        return link.subnet()
                .map(subnet -> own.stream()
                        .map(address -> address.address().family() == subnet.family()
                                ? new Address(subnet.addressAt(first ? 1 : 2), subnet.length())
                                : address)
                        .collect(ImmutableList.toImmutableList()))
                .orElse(own);
    }

    private Site site(String node) {
        return compilation.network().allSites().stream()
                .filter(site -> site.routers().containsKey(node)
                        || Names.hosts(site.name()).equals(node))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no site has router " + node));
    }
}
