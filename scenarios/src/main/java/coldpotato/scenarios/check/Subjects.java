package coldpotato.scenarios.check;

import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.flow.Walk;
import coldpotato.sim.plan.FeedPlan;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.PlanNames;
import coldpotato.sim.plan.Provenance;
import coldpotato.sim.plan.SessionPlan;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The elements of a network that a verdict speaks of. What they are like rests on assumptions even if nothing ever happens to
 * them.
 */
final class Subjects {
    private final NetworkPlan plan;
    private final PlanNames names;
    private final Set<Provenance> provenances = new LinkedHashSet<>();
    /** Links that packets pass, named already. */
    private final Set<String> passed = new LinkedHashSet<>();

    /** @param plan all that the network had at some time */
    Subjects(NetworkPlan plan) {
        this.plan = plan;
        this.names = new PlanNames(plan);
    }

    /** An element, or all that a group stands for: what it is, the sessions that it carries or speaks, what is fed to it. */
    void add(String name) {
        names.nodes(name).forEach(this::node);
        names.links(name).forEach(this::link);
        names.sessions(name)
                .forEach(session -> provenances.add(plan.sessions().get(session).provenance()));
    }

    private void node(String node) {
        itself(node);
        sessions(session -> session.nodeA().equals(node) || session.nodeB().equals(node));
        plan.feeds().values().stream().filter(feed -> feed.to().equals(node)).forEach(feed -> {
            provenances.add(feed.provenance());
            sessions(session ->
                    session.nodeA().equals(feed.from()) || session.nodeB().equals(feed.from()));
        });
    }

    private void itself(String node) {
        Optional.ofNullable(plan.nodes().get(node)).map(NodePlan::provenance).ifPresent(provenances::add);
    }

    private void link(String link) {
        Optional.ofNullable(plan.links().get(link)).map(LinkPlan::provenance).ifPresent(provenances::add);
        sessions(session -> Stream.of(session.a(), session.b())
                .anyMatch(end -> end.interfaceName().equals(Optional.of(link))));
    }

    /** The nodes and links that packets pass, what is fed to the nodes, and the sessions between neighbours on the way. */
    void add(Walk walk) {
        Set<String> nodes = walk.nodes();
        nodes.forEach(this::itself);
        plan.feeds().values().stream()
                .filter(feed -> nodes.contains(feed.to()))
                .map(FeedPlan::provenance)
                .forEach(provenances::add);
        walk.links().stream()
                .flatMap(link -> Stream.ofNullable(plan.links().get(link)))
                .forEach(this::passed);
    }

    private void passed(LinkPlan link) {
        if (passed.add(link.name())) {
            provenances.add(link.provenance());
            sessions(session -> joins(session, link.a().node(), link.b().node()));
        }
    }

    private static boolean joins(SessionPlan session, String one, String other) {
        return session.nodeA().equals(one) && session.nodeB().equals(other)
                || session.nodeA().equals(other) && session.nodeB().equals(one);
    }

    /** The sessions that had gone down and were not up again at a time: what nobody hears of may be missing because of them. */
    void addWhatIsDown(Iterable<TraceEvent> events, long atNanos) {
        Set<String> down = new LinkedHashSet<>();
        for (TraceEvent event : events) {
            if (event.timeNanos() > atNanos) {
                break;
            } else if (event.kind() == TraceKind.SESSION_DOWN) {
                down.add(event.field("session"));
            } else if (event.kind() == TraceKind.SESSION_UP) {
                down.remove(event.field("session"));
            }
        }
        sessions(session -> down.contains(session.name()));
    }

    /** All elements. */
    void addEverything() {
        plan.nodes().values().stream().map(NodePlan::provenance).forEach(provenances::add);
        plan.links().values().stream().map(LinkPlan::provenance).forEach(provenances::add);
        plan.feeds().values().stream().map(FeedPlan::provenance).forEach(provenances::add);
        sessions(session -> true);
    }

    private void sessions(Predicate<SessionPlan> which) {
        plan.sessions().values().stream()
                .filter(which)
                .map(SessionPlan::provenance)
                .forEach(provenances::add);
    }

    /** Names of the assumptions that they rest on. */
    Stream<String> assumptions() {
        return provenances.stream().flatMap(provenance -> provenance.assumptions().stream());
    }
}
