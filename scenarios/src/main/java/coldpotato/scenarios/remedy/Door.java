package coldpotato.scenarios.remedy;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.operations.CustomerEnd;
import coldpotato.core.azure.operations.PeeringLeg;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a way passes between a customer's router and Microsoft or the Internet: a link of a peering, a VPN connection, an
 * Internet link.
 *
 * @param name of the link, as operations call it
 * @param router the customer's
 * @param end the customer's end, empty for an Internet link
 * @param inward true if packets come in to the router there, false if they leave
 */
record Door(String name, String router, Optional<CustomerEnd> end, boolean inward) {

    /** The doors of a way, given by its nodes. */
    static ImmutableList<Door> of(HybridNetwork model, SimulatedNetwork network, ImmutableList<String> way) {
        return all(model)
                .flatMap(door -> network.names().links(door.name).stream()
                        .flatMap(
                                link -> Stream.ofNullable(network.plan().links().get(link)))
                        .flatMap(link -> door.on(way, link).stream())
                        .limit(1))
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<Door> all(HybridNetwork model) {
        Stream<CustomerEnd> ends = Stream.concat(CustomerEnd.peerings(model), CustomerEnd.vpns(model));
        return Stream.concat(
                ends.map(end -> new Door(end.toString(), end.link(model).router(), Optional.of(end), true)),
                model.internetLinks().values().stream()
                        .map(link -> new Door(link.name(), link.router(), Optional.empty(), true)));
    }

    private Optional<Door> on(ImmutableList<String> way, LinkPlan link) {
        int a = way.indexOf(link.a().node());
        int b = way.indexOf(link.b().node());
        if (a < 0 || b < 0 || Math.abs(a - b) != 1) {
            return Optional.empty();
        }
        int mine = way.indexOf(router);
        return Optional.of(new Door(name, router, end, mine >= Math.max(a, b)));
    }

    /** The door as it stands in the model: both links of a circuit's peering, since both should announce the same. */
    ImmutableList<Door> withTwin(HybridNetwork model) {
        return all(model)
                .filter(door -> door.name.equals(name) || isTwin(door))
                .map(door -> new Door(door.name, door.router, door.end, inward))
                .collect(ImmutableList.toImmutableList());
    }

    private boolean isTwin(Door other) {
        return end.orElse(null) instanceof PeeringLeg leg
                && other.end.orElse(null) instanceof PeeringLeg its
                && leg.circuit().equals(its.circuit())
                && leg.kind() == its.kind();
    }

    /** What is announced there. */
    ImmutableSet<Prefix> announced(HybridNetwork model) {
        return end.map(customer -> model.announcedOn(customer.kind(), customer.link(model)))
                .orElseGet(() -> model.announcedOn(internetLink(model)));
    }

    /** The longest prefix announced there that holds an address. */
    Optional<Prefix> covering(HybridNetwork model, IpAddress address) {
        return announced(model).stream()
                .filter(prefix -> prefix.contains(address))
                .reduce((one, other) -> one.length() >= other.length() ? one : other);
    }

    /** The name of the policy for what the router hears there, empty for none. */
    String importPolicy(HybridNetwork model) {
        return end.map(customer -> customer.link(model).importPolicy())
                .orElseGet(() -> internetLink(model).importPolicy());
    }

    /** The model with another policy for what the router hears there. */
    HybridNetwork importing(HybridNetwork model, String policy) {
        return end.map(customer -> customer.change(model, link -> link.importPolicy(policy)))
                .orElseGet(() -> model.toBuilder()
                        .put(internetLink(model).withImportPolicy(policy))
                        .build());
    }

    /** The Internet link that it is. */
    InternetLink internetLink(HybridNetwork model) {
        return model.internetLinks().get(name);
    }

    /** The name by which firewalls and NATs know the link. */
    String outside() {
        return end.orElse(null) instanceof PeeringLeg leg
                ? leg.circuit() + "." + leg.leg().text()
                : name;
    }
}
