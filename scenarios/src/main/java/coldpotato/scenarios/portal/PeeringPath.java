package coldpotato.scenarios.portal;

import coldpotato.core.azure.Leg;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.PeeringKind;
import coldpotato.sim.azure.Names;
import coldpotato.sim.azure.Role;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One peering of a circuit on one of its two paths: what Azure's checks are asked about. Found in the plan, so that it is what
 * is there now and not what the file began with.
 *
 * @param circuit the circuit's name
 * @param kind which peering
 * @param leg which path
 * @param link what leads to the customer, or to the provider's router
 * @param msee the node of Microsoft's edge
 */
public record PeeringPath(String circuit, PeeringKind kind, Leg leg, LinkPlan link, String msee) {
    private static final String CIRCUITS = ModelPath.circuit("");

    /** All of a plan, by circuit, peering and path. */
    public static ImmutableList<PeeringPath> all(NetworkPlan plan) {
        return plan.links().values().stream()
                .filter(link -> link.provenance().modelPath().startsWith(CIRCUITS))
                .flatMap(link -> find(plan, link).stream())
                .sorted(Comparator.comparing((PeeringPath path) -> path.circuit)
                        .thenComparing(PeeringPath::kind)
                        .thenComparing(PeeringPath::leg))
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<PeeringPath> find(NetworkPlan plan, LinkPlan link) {
        String path = link.provenance().modelPath();
        return Stream.of(link.a(), link.b())
                .map(LinkPlan.End::node)
                .filter(node -> Role.MSEE.is(plan.nodes().get(node)))
                .findFirst()
                .flatMap(msee -> EnumSet.allOf(PeeringKind.class).stream()
                        .flatMap(kind -> EnumSet.allOf(Leg.class).stream()
                                .flatMap(leg -> circuitAt(path, kind, leg)
                                        .map(circuit -> new PeeringPath(circuit, kind, leg, link, msee))
                                        .stream()))
                        .findFirst());
    }

    /** The circuit that a model path is in if it leads to this peering and path. */
    private static Optional<String> circuitAt(String path, PeeringKind kind, Leg leg) {
        String ending = ModelPath.link("", kind, leg).substring(CIRCUITS.length());
        return path.endsWith(ending)
                ? Optional.of(path.substring(CIRCUITS.length(), path.length() - ending.length()))
                : Optional.empty();
    }

    /** True if a name stands for it: that of its circuit, link, edge node, or of all peerings on the path or the edge. */
    public boolean isNamed(String name) {
        return ImmutableSet.of(circuit, path(), link.name(), msee, device()).contains(name);
    }

    /** Both peerings' path: {@code er-ams.primary}. */
    public String path() {
        return Names.leg(circuit, leg);
    }

    /** The device of Microsoft's edge, which all peerings of a path share: {@code er-ams.msee1}. */
    public String device() {
        return Names.msee(circuit, leg);
    }

    /** The end at Microsoft's edge. */
    public LinkPlan.End microsoftEnd() {
        return link.a().node().equals(msee) ? link.a() : link.b();
    }

    /** The end at the customer, or at the provider. */
    public LinkPlan.End customerEnd() {
        return link.a().node().equals(msee) ? link.b() : link.a();
    }

    /** Why none of its sessions may be up, empty if one may. */
    public Optional<String> closed(NetworkPlan plan) {
        ImmutableList<SessionPlan> sessions = plan.sessions().values().stream()
                .filter(session ->
                        session.nodeA().equals(msee) || session.nodeB().equals(msee))
                .filter(session -> session.nodeA().equals(customerEnd().node())
                        || session.nodeB().equals(customerEnd().node()))
                .collect(ImmutableList.toImmutableList());
        return sessions.stream().anyMatch(SessionPlan::enabled)
                ? Optional.empty()
                : sessions.stream()
                        .flatMap(session -> session.closed().stream())
                        .findFirst();
    }

    /** As people call it: {@code er-ams, private peering, primary}. */
    @Override
    public String toString() {
        return circuit + ", " + kind.title() + ", " + leg.text();
    }
}
