package coldpotato.sim.plan;

import coldpotato.sim.net.Link;
import coldpotato.sim.node.Network;

/** Makes a link between the same two nodes what another plan says of it. */
final class LinkChange {
    private final Network network;
    private final NetworkPlan before;
    private final NetworkPlan after;
    private final LinkPlan was;
    private final LinkPlan is;

    LinkChange(Network network, NetworkPlan before, NetworkPlan after, String name) {
        this.network = network;
        this.before = before;
        this.after = after;
        this.was = before.links().get(name);
        this.is = after.links().get(name);
    }

    void apply() {
        Link link = network.links().link(is.name());
        link.tag(is.a().vlan(), is.b().vlan());
        link.baseDelay(is.delayNanos());
        link.capacity(is.capacity());
        Assembly.open(link, is.open());
        readdress(was.a(), is.a());
        readdress(was.b(), is.b());
        changeIgp(link);
    }

    private void readdress(LinkPlan.End old, LinkPlan.End now) {
        if (!old.addresses().equals(now.addresses())) {
            network.router(now.node()).readdress(is.name(), Assembly.addresses(now));
        }
    }

    private void changeIgp(Link link) {
        String domainBefore = Assembly.igpDomain(before, was);
        String domain = Assembly.igpDomain(after, is);
        if (!domain.equals(domainBefore)) {
            if (!domainBefore.isEmpty()) {
                network.igp(domainBefore).removeLink(link.name());
            }
            if (!domain.isEmpty()) {
                network.igp(domain).addLink(link, is.a().igpCost(), is.b().igpCost());
            }
        } else if (!domain.isEmpty()) {
            network.igp(domain).costs(link.name(), is.a().igpCost(), is.b().igpCost());
        }
    }
}
