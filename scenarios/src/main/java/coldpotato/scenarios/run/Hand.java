package coldpotato.scenarios.run;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.azure.Operation;
import coldpotato.core.azure.Refusal;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.check.Rejection;
import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.TimelineEntry;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does to a running network what the timeline says. */
final class Hand {
    private final Scenario scenario;
    private final Course course;
    private final LinkEnds ends;
    private final SimulatedNetwork network;
    private final List<Rejection> rejections = new ArrayList<>();

    Hand(Scenario scenario, Course course, LinkEnds ends, SimulatedNetwork network) {
        this.scenario = scenario;
        this.course = course;
        this.ends = ends;
        this.network = network;
    }

    void carryOut(Deed deed) {
        Action action = deed.action();
        if (action instanceof Action.Fail fail) {
            fail(deed.entry().name(), fail);
            cutPower(fail.element());
        } else if (action instanceof Action.Repair repair) {
            network.repairLinks(repair.element());
        } else if (action instanceof Action.ResetSession reset) {
            network.resetSessions(reset.session(), deed.entry().name());
        } else if (action instanceof Action.Reboot reboot) {
            network.reboot(reboot.node(), reboot.takesNanos());
        } else {
            checkState(action instanceof Action.Change, "nobody knows how to do %s", action);
            change(deed.entry(), ((Action.Change) action).operation());
        }
    }

    private void fail(String entry, Action.Fail fail) {
        boolean hidden = fail.how() == Action.How.LOUD && !isSeen(fail.element());
        String where = hidden ? " (a switch in the path keeps the ports up)" : "";
        network.failLinks(fail.element(), entry, text(fail) + where, link -> fault(fail, link));
    }

    /** Nodes that a group holds beside its links are without power until the group is repaired. */
    private void cutPower(String group) {
        if (!network.names().nodes(group).isEmpty()) {
            long repaired = scenario.timeline().stream()
                    .filter(entry -> entry.action() instanceof Action.Repair repair
                            && repair.element().equals(group))
                    .mapToLong(entry -> scenario.times().events().get(entry.name()))
                    .filter(nanos -> nanos > network.nowNanos())
                    .min()
                    .orElse(scenario.times().endNanos() + 1);
            network.reboot(group, repaired - network.nowNanos());
        }
    }

    /** True if the ends of all these links see their light. */
    private boolean isSeen(String element) {
        return network.names().links(element).stream()
                .allMatch(link -> network.plan().links().get(link).carrierSeen());
    }

    private LinkFault fault(Action.Fail fail, LinkPlan link) {
        LinkFault fault = fail.how() == Action.How.LOUD ? LinkFault.loud() : LinkFault.loss(fail.lossFraction());
        return fail.direction() == Action.Direction.BOTH
                ? fault
                : ends.towards(fail.direction(), link).map(fault::only).orElse(fault);
    }

    private static String text(Action.Fail fail) {
        String loss = Math.round(fail.lossFraction() * 1000) / 10.0 + "%";
        String what = fail.how() == Action.How.LOUD
                ? "fails, and the light goes out"
                : fail.lossFraction() == 1 ? "fails silently" : "loses " + loss + " of the frames";
        return what
                + switch (fail.direction()) {
                    case BOTH -> "";
                    case TO_SITE -> " towards the site";
                    case TO_AZURE -> " towards Azure";
                };
    }

    private void change(TimelineEntry entry, Operation operation) {
        Course.Step step = course.steps().get(entry.name());
        if (step.result().isRefused()) {
            step.result().refusals().forEach(refusal -> refuse(Optional.of(entry), refusal));
        } else {
            network.apply(step.plan(), operation.element(), operation.text());
        }
    }

    /** Notes that Azure refuses something: an entry of the timeline, or the network as the file has it. */
    void refuse(Optional<TimelineEntry> entry, Refusal refusal) {
        long now = network.nowNanos();
        network.trace()
                .record(
                        now,
                        refusal.modelPath(),
                        TraceKind.REFUSED,
                        "reason",
                        refusal.reason(),
                        "source",
                        refusal.source().file());
        rejections.add(new Rejection(entry.map(TimelineEntry::name), now, entry.map(TimelineEntry::place), refusal));
    }

    List<Rejection> rejections() {
        return rejections;
    }
}
