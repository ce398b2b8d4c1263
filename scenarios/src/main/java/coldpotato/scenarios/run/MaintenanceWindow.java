package coldpotato.scenarios.run;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.grounds.Grounds;
import coldpotato.core.azure.grounds.LifecycleAssumptions;
import coldpotato.core.azure.operations.MaintenanceOperation;
import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.TimelineEntry;
import coldpotato.sim.azure.Names;
import coldpotato.sim.azure.Role;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.PlanNames;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;

/**
 * The work of Microsoft on one device, or on the instances of a gateway one after another: what is done to the network, and
 * when.
 */
final class MaintenanceWindow {
    /** What Microsoft's devices behind its edge routers are. */
    private static final ImmutableSet<Role> BEHIND_EDGE =
            Sets.immutableEnumSet(Role.GATEWAY, Role.VPN_GATEWAY, Role.ROUTE_SERVER, Role.HUB_ROUTER);

    private final TimelineEntry entry;
    private final Action.Maintain maintain;
    private final HybridNetwork model;
    private final NetworkPlan plan;

    MaintenanceWindow(TimelineEntry entry, Action.Maintain maintain, HybridNetwork model, NetworkPlan plan) {
        this.entry = entry;
        this.maintain = maintain;
        this.model = model;
        this.plan = plan;
    }

    /** Why there is no such work, empty if there is. */
    static Optional<String> mistake(Action.Maintain maintain, NetworkPlan plan) {
        ImmutableSet<String> nodes = new PlanNames(plan).nodes(maintain.element());
        Optional<String> stranger =
                nodes.stream().filter(node -> !isMicrosofts(node, plan)).findFirst();
        return stranger.map(node -> node + " is " + plan.nodes().get(node).role()
                        + "; Microsoft works on edge routers, gateways, Route Servers and hub routers only")
                .or(() -> tooMany(maintain, nodes, plan));
    }

    private static boolean isMicrosofts(String node, NetworkPlan plan) {
        return isEdge(node, plan) || BEHIND_EDGE.contains(Role.of(plan.nodes().get(node)));
    }

    private static Optional<String> tooMany(Action.Maintain maintain, ImmutableSet<String> nodes, NetworkPlan plan) {
        long edges = nodes.stream()
                .filter(node -> isEdge(node, plan))
                .map(Names::device)
                .distinct()
                .count();
        return edges > 1 || edges == 1 && nodes.stream().anyMatch(node -> !isEdge(node, plan))
                ? Optional.of(maintain.element()
                        + " is more than one of Microsoft's edge routers; each has a window of its own"
                        + " (planned-maintenance.md)")
                : Optional.empty();
    }

    ImmutableList<Deed> from(long atNanos) {
        ImmutableList<String> devices = devices();
        long each = maintain.takesNanos() / Math.max(1, devices.size());
        ImmutableList.Builder<Deed> deeds = ImmutableList.builder();
        for (int i = 0; i < devices.size(); i++) {
            work(devices.get(i), atNanos + i * each, each, deeds);
        }
        return deeds.build();
    }

    /** An edge router is one device whatever it carries; the nodes of other groups are worked on one by one. */
    private ImmutableList<String> devices() {
        ImmutableSet<String> nodes = new PlanNames(plan).nodes(maintain.element());
        return nodes.stream().anyMatch(node -> isEdge(node, plan))
                ? ImmutableList.of(maintain.element())
                : nodes.asList();
    }

    private void work(String device, long atNanos, long takesNanos, ImmutableList.Builder<Deed> deeds) {
        long end = atNanos + takesNanos;
        deeds.add(new Deed(atNanos, entry, new Action.Change(new MaintenanceOperation.Begin(device))));
        Grounds grounds = new Grounds(model.assumptions());
        offlineAfter(device, takesNanos, grounds)
                .ifPresent(after -> deeds.add(new Deed(
                        atNanos + after, entry, new Action.Reboot(device, takesNanos - 2 * after), grounds.names())));
        deeds.add(new Deed(end, entry, new Action.Change(new MaintenanceOperation.End(device))));
    }

    private Optional<Long> offlineAfter(String device, long takesNanos, Grounds grounds) {
        if (maintain.offlineAfterNanos().isPresent() || isEdge(device)) {
            return maintain.offlineAfterNanos().filter(after -> 2 * after < takesNanos);
        }
        long drain = grounds.nanos(LifecycleAssumptions.GATEWAY_DRAIN_TIME);
        return Optional.of(Math.min(drain, takesNanos / 3));
    }

    private boolean isEdge(String device) {
        return new PlanNames(plan).nodes(device).stream().anyMatch(node -> isEdge(node, plan));
    }

    private static boolean isEdge(String node, NetworkPlan plan) {
        return Role.MSEE.is(plan.nodes().get(node));
    }
}
