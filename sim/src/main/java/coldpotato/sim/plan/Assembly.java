package coldpotato.sim.plan;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.net.CarrierDelay;
import coldpotato.sim.net.Link;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.node.Interface;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.Router;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/** Builds the routers, links, speakers and feeds that a plan says. */
final class Assembly {
    private static final String SHUT = "administratively down";

    private final Network network;
    private final long seed;

    Assembly(Network network, long seed) {
        this.network = network;
        this.seed = seed;
    }

    void build(NetworkPlan plan) {
        plan.nodes().values().forEach(this::addNode);
        plan.links().values().forEach(link -> addLink(plan, link));
        plan.nodes().values().forEach(node -> addSpeaker(plan, node));
        plan.feeds().values().forEach(this::addFeed);
    }

    void addNode(NodePlan node) {
        Router router = network.addRouter(node.name(), node.fibDelays());
        router.ecmpHashing(node.ecmpHashing());
        node.loopbacks().forEach(router::addLoopback);
        node.attached().forEach(router::attach);
        node.pinned().forEach(router::pin);
        router.statics(node.statics());
        network.fit(node.name(), node.middleboxes());
        if (!node.igpDomain().isEmpty()) {
            network.igp(node.igpDomain()).addRouter(router, node.spfDelayNanos());
        }
    }

    void addLink(NetworkPlan plan, LinkPlan link) {
        CarrierDelay carrierDelay =
                link.carriage().map(LinkPlan.Carriage::carrierDelay).orElse(CarrierDelay.PORT);
        Link added = new Link(
                link.name(),
                link.a().node(),
                link.b().node(),
                link.delayNanos(),
                link.carrierSeen(),
                carrierDelay,
                seed);
        added.capacity(link.capacity());
        open(added, link.open());
        network.addLink(added, addresses(link.a()), addresses(link.b()));
        link.carriage()
                .flatMap(LinkPlan.Carriage::outer)
                .ifPresent(outer -> network.carry(link.name(), outer.a(), outer.b()));
        added.tag(link.a().vlan(), link.b().vlan());
        String domain = igpDomain(plan, link);
        if (!domain.isEmpty()) {
            network.igp(domain).addLink(added, link.a().igpCost(), link.b().igpCost());
        }
    }

    /** A port that is shut is without light, whatever else is wrong with the link. */
    static void open(Link link, boolean open) {
        if (open) {
            link.repair(SHUT);
        } else {
            link.fail(SHUT, LinkFault.loud());
        }
    }

    /** The domain that both ends take part in over this link, empty for none. */
    static String igpDomain(NetworkPlan plan, LinkPlan link) {
        String domain = plan.nodes().get(link.a().node()).igpDomain();
        boolean shared = domain.equals(plan.nodes().get(link.b().node()).igpDomain());
        return shared && link.a().igpCost() > 0 && link.b().igpCost() > 0 ? domain : "";
    }

    static ImmutableList<Interface.Address> addresses(LinkPlan.End end) {
        return end.addresses().stream()
                .map(address -> new Interface.Address(address.address(), address.length()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Gives a node that speaks BGP its speaker. */
    void addSpeaker(NetworkPlan plan, NodePlan node) {
        if (node.asn() != 0) {
            network.addSpeaker(node.name(), speakerConfig(plan, node));
            node.originations().forEach(origination -> originate(node.name(), origination));
        }
    }

    /** The neighbours of a node; the far end of a session that is shut down has none there. */
    static SpeakerConfig speakerConfig(NetworkPlan plan, NodePlan node) {
        ImmutableMap.Builder<String, PeerConfig> peers = ImmutableMap.builder();
        for (SessionPlan session : plan.sessions().values()) {
            if (session.nodeA().equals(node.name())) {
                peers.put(session.name(), session.a());
            } else if (session.enabled() && session.nodeB().equals(node.name())) {
                peers.put(session.name(), session.b());
            }
        }
        return new SpeakerConfig(
                node.asn(),
                node.routerId(),
                node.clusterId(),
                node.decision(),
                peers.buildOrThrow(),
                node.installedOnly());
    }

    void originate(String node, Origination origination) {
        network.speaker(node).originate(origination.prefix(), attributes(origination));
    }

    void withdraw(String node, Prefix prefix) {
        network.speaker(node).withdraw(prefix);
    }

    private static PathAttributes attributes(Origination origination) {
        IpAddress unspecified = origination.prefix().family() == Family.IPV4 ? IpAddress.ipv4(0) : IpAddress.ipv6(0, 0);
        return PathAttributes.builder(unspecified)
                .origin(origination.origin())
                .asPath(origination.asPath())
                .communities(origination.communities())
                .build();
    }

    void addFeed(FeedPlan feed) {
        network.addFeed(feed.name(), feed.from(), feed.to(), feed.terms());
    }
}
