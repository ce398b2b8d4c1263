package coldpotato.scenarios.run;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.azure.Firewall;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.rules.Refusal;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.check.Rejection;
import coldpotato.scenarios.file.Action;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.TimelineEntry;
import coldpotato.scenarios.file.Times;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.node.UnitFault;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does to a running network what the timeline says. */
final class Hand {
    private final Scenario scenario;
    private final Course course;
    private final SimulatedNetwork network;
    private final Faults faults;
    private final List<Rejection> rejections = new ArrayList<>();

    Hand(Scenario scenario, Course course, SimulatedNetwork network) {
        this.scenario = scenario;
        this.course = course;
        this.network = network;
        this.faults = new Faults(network);
    }

    /** Does it, and says what was done. */
    String carryOut(Deed deed) {
        Action action = deed.action();
        if (action instanceof Action.Fail fail) {
            return fail(deed.entry().name(), fail);
        } else if (action instanceof Action.Repair repair) {
            repair(repair.element());
        } else if (action instanceof Action.ResetSession reset) {
            network.resetSessions(reset.session(), deed.entry().name());
        } else if (action instanceof Action.Reboot reboot) {
            network.reboot(reboot.node(), reboot.takesNanos());
        } else if (action instanceof Action.FailOver failOver) {
            failOver(failOver);
        } else if (action instanceof Action.ClearState clear) {
            network.clearState(clear.firewall(), stateGroup(clear.firewall()));
        } else {
            checkState(action instanceof Action.Change, "nobody knows how to do %s", action);
            change(deed, ((Action.Change) action).operation());
        }
        return ActionText.of(action);
    }

    private void failOver(Action.FailOver failOver) {
        network.failUnit(
                failOver.firewall(),
                stateGroup(failOver.firewall()),
                new UnitFault(
                        failOver.unit(), failOver.takeoverNanos(), failOver.losesState(), failOver.backAfterNanos()));
    }

    private String stateGroup(String firewall) {
        return Firewall.named(firewall, scenario.network()).orElseThrow().stateGroup();
    }

    private String fail(String entry, Action.Fail fail) {
        boolean hidden = fail.how() == Action.How.LOUD && !isSeen(fail.element());
        String text = ActionText.withoutName(fail) + (hidden ? " (a switch in the path keeps the ports up)" : "");
        network.failLinks(fail.element(), entry, text, link -> fault(fail, link));
        long repaired = repairedNanos(fail.element());
        faults.add(entry, fail, repaired);
        if (!network.names().nodes(fail.element()).isEmpty()) {
            network.reboot(fail.element(), repaired - network.nowNanos());
        }
        return fail.element() + " " + text;
    }

    /** Until when nodes that a group holds beside its links are without power: until the timeline repairs the group. */
    private long repairedNanos(String group) {
        return scenario.timeline().stream()
                .filter(entry -> entry.action() instanceof Action.Repair repair
                        && repair.element().equals(group))
                .mapToLong(entry -> scenario.times().events().get(entry.name()))
                .filter(nanos -> nanos > network.nowNanos())
                .min()
                .orElse(Math.max(network.nowNanos(), scenario.times().endNanos()) + Times.RUN_MAX_NANOS);
    }

    /** Power that the timeline gives back has come by itself. */
    private void repair(String element) {
        network.repairLinks(element);
        faults.repaired(element).forEach(network::powerUp);
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
                : new LinkEnds(network.plan())
                        .towards(fail.direction(), fail.element(), link)
                        .map(fault::only)
                        .orElse(fault);
    }

    private void change(Deed deed, Operation operation) {
        Course.Step step = course.steps().get(deed);
        step.result().refusals().forEach(refusal -> refuse(Optional.of(deed.entry()), refusal));
        // Azure may refuse a part and do the rest.
        if (!step.result().isRefused() || !step.plan().equals(network.plan())) {
            network.apply(step.plan(), operation.element(), operation.text());
        }
    }

    /** Notes that Azure refuses something: an entry of the timeline, or the network as the file has it. */
    void refuse(Optional<TimelineEntry> entry, Refusal refusal) {
        long now = network.nowNanos();
        network.sink()
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

    ImmutableList<Fault> faults() {
        return faults.inForce();
    }

    List<Rejection> rejections() {
        return rejections;
    }
}
