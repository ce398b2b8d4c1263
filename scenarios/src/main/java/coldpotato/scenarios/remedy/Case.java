package coldpotato.scenarios.remedy;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.net.IpAddress;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.reason.AsymmetryReason;
import coldpotato.scenarios.reason.Choice;
import coldpotato.sim.flow.FlowDirection;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * One direction of flows that come back another way, which might be brought onto the way of the other direction.
 *
 * @param scenario as it is
 * @param network at the instant, standing still
 * @param reason why they go and come as they do
 * @param direction the one to be changed
 */
record Case(Scenario scenario, SimulatedNetwork network, AsymmetryReason reason, FlowDirection direction) {

    HybridNetwork model() {
        return scenario.network();
    }

    /** Where its packets go, as they start. */
    IpAddress destination() {
        return network.flows()
                .group(reason.group())
                .key(reason.flow(), direction)
                .destination();
    }

    /** Why it does not go there by itself. */
    Choice choice() {
        return reason.choice(direction);
    }

    FlowDirection other() {
        return direction == FlowDirection.FORWARD ? FlowDirection.REVERSE : FlowDirection.FORWARD;
    }

    /** The nodes of its way. */
    ImmutableList<String> way() {
        return reason.way(direction, network);
    }

    /** The nodes of the way that it should take. */
    ImmutableList<String> mirror() {
        return reason.way(other(), network).reverse();
    }

    /** Doors of its way that it should not take. */
    ImmutableList<Door> wrongDoors() {
        ImmutableList<Door> right = Door.of(model(), network, mirror());
        return Door.of(model(), network, way()).stream()
                .filter(door -> right.stream().noneMatch(each -> each.name().equals(door.name())))
                .collect(ImmutableList.toImmutableList());
    }

    /** Doors that it should take and does not. */
    ImmutableList<Door> rightDoors() {
        ImmutableList<Door> wrong = Door.of(model(), network, way());
        return Door.of(model(), network, mirror()).stream()
                .filter(door -> wrong.stream().noneMatch(each -> each.name().equals(door.name())))
                .collect(ImmutableList.toImmutableList());
    }

    /** A door that it should take, and the other link of its circuit, unless that is where it should not go. */
    ImmutableList<Door> twinsToTake(Door door) {
        ImmutableSet<String> wrong = wrongDoors().stream().map(Door::name).collect(ImmutableSet.toImmutableSet());
        return door.withTwin(model()).stream()
                .filter(each -> !wrong.contains(each.name()))
                .collect(ImmutableList.toImmutableList());
    }
}
