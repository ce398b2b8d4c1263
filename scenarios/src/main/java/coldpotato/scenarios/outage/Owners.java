package coldpotato.scenarios.outage;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.time.Durations;
import coldpotato.sim.azure.Role;
import coldpotato.sim.plan.FeedPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.Provenance;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose routers are, and so who could set them otherwise. */
final class Owners {
    private static final String NOT_HIS = ", which is not the customer's to set";

    private final HybridNetwork network;
    private final NetworkPlan plan;

    Owners(HybridNetwork network, NetworkPlan plan) {
        this.network = network;
        this.plan = plan;
    }

    /** True if the customer decides how a node is set. */
    boolean isCustomers(String node) {
        NodePlan known = plan.nodes().get(node);
        return known != null
                && switch (Role.of(known)) {
                    case SITE_HOSTS, CUSTOMER_EDGE, CLOUD_EDGE, FIREWALL, APPLIANCE -> true;
                    case PROVIDER_EDGE,
                            INTERNET,
                            MICROSOFT,
                            MSEE,
                            GATEWAY,
                            VPN_GATEWAY,
                            CLIENTS,
                            FAST_PATH,
                            ROUTE_SERVER,
                            HUB_ROUTER,
                            SUBNET,
                            VNET_HOSTS -> false;
                };
    }

    /** True if both ends of a session can be set by nobody but Microsoft and providers. */
    boolean isForeign(SessionPlan session) {
        return !isCustomers(session.nodeA()) && !isCustomers(session.nodeB());
    }

    /** True for an end of a peering, which has BFD once the peering is reset. */
    boolean isMsee(String node) {
        return Stream.ofNullable(plan.nodes().get(node)).anyMatch(Role.MSEE::is);
    }

    /** Ends a sentence about a setting: what the customer can do, or that he cannot, and on which assumptions it rests. */
    String remark(boolean customers, Provenance provenance, String cure, String... settings) {
        return (customers ? ": " + cure : NOT_HIS)
                + assumed(provenance.assumptions().stream()
                        .filter(name -> Stream.of(settings).anyMatch(name::contains)));
    }

    /** The same about the time for which a node programs, or is programmed. */
    String programming(Leg leg, String cure) {
        NodePlan node = plan.nodes().get(leg.where());
        if (node == null || isCustomers(node.name())) {
            return ": " + cure;
        }
        Stream<Provenance> feeds = plan.feeds().values().stream()
                .filter(feed -> feed.to().equals(node.name()))
                .map(FeedPlan::provenance);
        ImmutableSet<String> delays = Stream.concat(Stream.of(node.provenance()), feeds)
                .flatMap(provenance -> provenance.assumptions().stream())
                .filter(name -> name.endsWith("-delay") && !name.contains("spf"))
                .collect(ImmutableSet.toImmutableSet());
        ImmutableSet<String> exact = delays.stream()
                .filter(name -> Durations.tryParse(value(name)).orElse(-1) == leg.nanos())
                .collect(ImmutableSet.toImmutableSet());
        return NOT_HIS + assumed((exact.isEmpty() ? delays : exact).stream());
    }

    private String value(String name) {
        return network.assumptions().text(Assumptions.catalogue().get(name));
    }

    private String assumed(Stream<String> names) {
        String values = names.distinct().map(name -> name + "=" + value(name)).collect(Collectors.joining(", "));
        return values.isEmpty() ? "" : " (assumed: " + values + ")";
    }
}
