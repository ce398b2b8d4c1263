package coldpotato.scenarios.review;

import coldpotato.core.trace.TraceEvent;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.outage.Adviser;
import coldpotato.scenarios.outage.Outage;
import coldpotato.scenarios.outage.OutageLedger;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;

/** Finds in the ledger of outages the one of an incident that took longest of those that ended. */
final class Slowest {
    private final Scenario scenario;
    private final SimulatedNetwork network;
    private final ImmutableList<Outage> outages;

    Slowest(Scenario scenario, SimulatedNetwork network) {
        this.scenario = scenario;
        this.network = network;
        OutageLedger ledger = new OutageLedger(network);
        outages = network.flows().groups().stream()
                .flatMap(flows -> ledger.outages(flows).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** The incident with it, and with what would have shortened it. */
    Incident addedTo(Incident incident) {
        Optional<Outage> outage = of(incident);
        return incident.with(
                outage,
                outage.map(longest -> Adviser.advice(scenario, network, longest))
                        .orElse(ImmutableList.of()));
    }

    /** Empty if none came to an end. */
    private Optional<Outage> of(Incident incident) {
        return outages.stream()
                .filter(outage -> outage.over()
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
