package coldpotato.scenarios.check;

import coldpotato.sim.azure.Role;
import coldpotato.sim.flow.Asymmetry;
import coldpotato.sim.flow.Symmetry;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableSet;

/** Tells two ways that matter from those that differ inside one network only, where nothing keeps state: instances of a gateway, say. */
record Borders(NetworkPlan plan) {

    /** Whose network a node is part of. */
    private enum Domain {
        CUSTOMER,
        PROVIDER,
        CLOUD,
        INTERNET,
        AZURE
    }

    /** True if the ways cross other borders or other firewalls, or one of them is lost. */
    boolean part(Asymmetry asymmetry) {
        Walk forward = asymmetry.forward();
        Walk reverse = asymmetry.reverse();
        return asymmetry.verdict() == Symmetry.DROPPED
                || !crossed(forward).equals(crossed(reverse))
                || !ImmutableSet.copyOf(forward.firewalls()).equals(ImmutableSet.copyOf(reverse.firewalls()));
    }

    /** A link that a change of the timeline took away counts, since nobody knows any more what it joined. */
    private ImmutableSet<String> crossed(Walk walk) {
        return walk.links().stream()
                .filter(link ->
                        !plan.links().containsKey(link) || isBorder(plan.links().get(link)))
                .collect(ImmutableSet.toImmutableSet());
    }

    private boolean isBorder(LinkPlan link) {
        return domain(link.a().node()) != domain(link.b().node());
    }

    private Domain domain(String node) {
        return switch (Role.of(plan.nodes().get(node))) {
            case SITE_HOSTS, CUSTOMER_EDGE, FIREWALL -> Domain.CUSTOMER;
            case PROVIDER_EDGE -> Domain.PROVIDER;
            case CLOUD_EDGE -> Domain.CLOUD;
            case INTERNET -> Domain.INTERNET;
            case APPLIANCE,
                    MICROSOFT,
                    MSEE,
                    GATEWAY,
                    VPN_GATEWAY,
                    CLIENTS,
                    FAST_PATH,
                    ROUTE_SERVER,
                    HUB_ROUTER,
                    SUBNET,
                    VNET_HOSTS -> Domain.AZURE;
        };
    }
}
