package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.ApplianceBgp;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.OverlayTunnel;
import coldpotato.core.azure.Site;
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
        NumberedLink link = compilation.addresses().link(tunnel.name());
        Sessions sessions = Sessions.on(
                tunnel.name(),
                link.a(tunnel.router(), site.asn().toInt(), (peer, family) -> routerSettings(peer, site, tunnel)),
                link.b(appliance.name(), bgp.asn().toInt(), Side.Settings.USUAL),
                ImmutableSet.of(AfiSafi.IPV4_UNICAST),
                compilation.at(ModelPath.appliance(appliance.name())));
        compilation.add(sessions.link()
                .delayNanos(tunnel.delayNanos())
                // A tunnel has no light.
                .carrierSeen(false)
                .build());
        compilation.add(sessions);
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
