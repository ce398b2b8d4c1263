package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.OverlayTunnel;
import coldpotato.core.azure.Site;
import coldpotato.sim.plan.LinkPlan.Address;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** Tunnels between appliances and routers of sites: a link each, with an eBGP session in it. Not modelled: what they run over. */
final class OverlayCompiler {
    private final Compilation compilation;

    OverlayCompiler(Compilation compilation) {
        this.compilation = compilation;
    }

    void compile() {
        for (Appliance appliance : compilation.network().appliances().values()) {
            appliance.bgp().ifPresent(bgp -> bgp.tunnels().values().forEach(tunnel -> compile(appliance, bgp, tunnel)));
        }
    }

    private void compile(Appliance appliance, ApplianceBgp bgp, OverlayTunnel tunnel) {
        Site site = compilation.network().siteAt(tunnel.router());
        ImmutableList<Address> router = compilation.addresses().endA(tunnel.name());
        ImmutableList<Address> machine = compilation.addresses().endB(tunnel.name());
        new Adjacency(
                        tunnel.name(),
                        new Side(
                                tunnel.router(),
                                site.asn().toInt(),
                                router,
                                machine,
                                0,
                                (peer, family) -> routerSettings(peer, site, tunnel)),
                        new Side(appliance.name(), bgp.asn().toInt(), machine, router, 0, Side.Settings.USUAL),
                        tunnel.delayNanos(),
                        // A tunnel has no light.
                        false,
                        ImmutableSet.of(AfiSafi.IPV4_UNICAST),
                        true,
                        compilation.provenance(ModelPath.appliance(appliance.name())))
                .addTo(compilation);
        compilation.addToGroup(Names.tunnels(appliance.name()), tunnel.name());
    }

    /** The router announces what its site has, then the user's policy decides. */
    private PeerConfigBuilder routerSettings(PeerConfigBuilder peer, Site site, OverlayTunnel tunnel) {
        Policy announced = tunnel.exportPolicy().isEmpty()
                ? Rules.policy("announced by " + site.name(), Rules.accept("announced by " + site.name()))
                : compilation.policy(tunnel.exportPolicy());
        return peer.importPolicy(compilation.policy(tunnel.importPolicy()))
                .exportPolicy(Rules.before(
                        announced,
                        ImmutableList.of(
                                Rules.refuse("not announced by " + site.name(), Rules.anythingBut(site.prefixes())))));
    }
}
