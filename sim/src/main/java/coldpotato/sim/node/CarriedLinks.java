package coldpotato.sim.node;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.engine.Wakeup;
import coldpotato.sim.net.Link;
import coldpotato.sim.net.LinkListener;
import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.TreeMap;

/**
 * Links that are carried by other links: tunnels, whose frames travel as packets between two outer addresses. Each is as good
 * as the way of these packets, which is looked up again at the end of every instant in which something changed: a forwarding
 * entry that leads to an outer address, an interface, the power of a router, any link. A tunnel whose packets would travel
 * through itself has no way.
 *
 * <p>Not modelled: fragments, the setting up and renewing of keys beyond the time that it takes.
 */
final class CarriedLinks implements RouterListener, LinkListener {
    /** Sorts behind the names of all nodes and links, and before the flows, which are walked when all links are settled. */
    private static final String END_OF_INSTANT = "\ufffe carried links";

    private final Network network;
    private final Wakeup endOfInstant;
    private final Map<String, CarriedLink> links = new TreeMap<>();
    private long cause;

    CarriedLinks(Network network) {
        this.network = network;
        endOfInstant = network.simulation().wakeup(END_OF_INSTANT, this::assess);
        network.addListener(this);
        network.addLinkListener(this);
    }

    /** From now on the link is as good as the way between the two addresses: of its end A and of its end B. */
    void carry(Link link, IpAddress outerA, IpAddress outerB) {
        links.put(link.name(), new CarriedLink(network, link, outerA, outerB));
        changed();
    }

    /** Forgets a link that is no longer part of the network. */
    void remove(String name) {
        links.remove(name);
    }

    /** True if packets of one carried link travel through another, or through one that this is carried by, and so on. */
    boolean isCarriedBy(Link link, CarriedLink other) {
        CarriedLink carried = links.get(link.name());
        return carried != null
                && (carried == other || carried.way().stream().anyMatch(below -> isCarriedBy(below, other)));
    }

    private void assess(long nowNanos) {
        network.trace().because(cause);
        links.values().forEach(each -> each.assess(this));
    }

    private void changed() {
        if (!links.isEmpty()) {
            cause = network.trace().cause();
            endOfInstant.moveTo(network.simulation().nowNanos());
        }
    }

    @Override
    public void fibChanged(long nowNanos, Router router, ImmutableList<Prefix> prefixes) {
        if (links.values().stream().anyMatch(each -> prefixes.stream().anyMatch(each::dependsOn))) {
            changed();
        }
    }

    @Override
    public void started(long nowNanos, Router router) {
        changed();
    }

    @Override
    public void stopped(long nowNanos, Router router) {
        changed();
    }

    @Override
    public void refitted(long nowNanos, Router router) {
        changed();
    }

    @Override
    public void interfaceChanged(long nowNanos, Router router, Interface changed) {
        changed();
    }

    @Override
    public void linkChanged(Link link) {
        changed();
    }
}
