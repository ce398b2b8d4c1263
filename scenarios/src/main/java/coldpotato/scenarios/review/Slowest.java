package coldpotato.scenarios.review;

import coldpotato.core.trace.TraceEvent;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.outage.Adviser;
import coldpotato.scenarios.outage.Outage;
import coldpotato.scenarios.outage.OutageLedger;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds in the ledger of outages the one of an incident that took longest of those that ended, and of those that did not. */
final class Slowest {
    private final Scenario scenario;
    private final SimulatedNetwork network;
    private final Triggers triggers;
    private final ImmutableList<Outage> outages;

    Slowest(Scenario scenario, SimulatedNetwork network, Triggers triggers) {
        this.scenario = scenario;
        this.network = network;
        this.triggers = triggers;
        OutageLedger ledger = new OutageLedger(network);
        outages = network.flows().groups().stream()
                .flatMap(flows -> ledger.outages(flows).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** The incident with them, and with what would have ended or shortened them. */
    Incident addedTo(Incident incident) {
        Optional<Outage> ended = longest(incident, true);
        Optional<Outage> lasting = longest(incident, false);
        ImmutableList<String> steps = ended.filter(outage -> incident.end() == Incident.End.NEVER)
                .map(outage -> triggers.steps(cause(outage), incident.trigger()))
                .orElse(incident.steps());
        return incident.with(
                ended,
                lasting,
                steps,
                Stream.concat(lasting.stream(), ended.stream())
                        .flatMap(outage -> Adviser.advice(scenario, network, outage).stream())
                        .collect(ImmutableList.toImmutableList()));
    }

    private static long cause(Outage outage) {
        return outage.ending().isEmpty()
                ? 0
                : Iterables.getLast(outage.ending()).number();
    }

    private Optional<Outage> longest(Incident incident, boolean over) {
        return outages.stream()
                .filter(outage -> outage.over() == over
                        && outage.fromNanos() >= incident.fromNanos()
                        && outage.fromNanos() < incident.untilNanos()
                        && incident.harms().stream()
                                .anyMatch(harm -> harm.flow().equals(outage.group()))
                        && began(outage, incident.trigger()))
                .max(Comparator.comparingLong(Outage::nanos));
    }

    private static boolean began(Outage outage, Trigger trigger) {
        Optional<Long> fault = outage.fault().map(TraceEvent::timeNanos);
        return trigger.kind() == Trigger.Kind.DEED
                ? fault.filter(at -> at == trigger.atNanos()).isPresent()
                : fault.isEmpty();
    }
}
