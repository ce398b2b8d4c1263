package coldpotato.scenarios.report;

import coldpotato.core.trace.TraceEvent;
import coldpotato.scenarios.check.FlowSides;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.outage.Adviser;
import coldpotato.scenarios.outage.Leg;
import coldpotato.scenarios.outage.Outage;
import coldpotato.scenarios.outage.OutageLedger;
import coldpotato.scenarios.outage.Stretch;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import tools.jackson.core.JsonGenerator;

/** The outages of a run for programs: whom, from when to when, why, and what the time went by with. */
final class OutagesJson {
    private final JsonGenerator json;
    private final Scenario scenario;
    private final SimulatedNetwork network;
    private final FlowSides sides;

    private OutagesJson(JsonGenerator json, Scenario scenario, SimulatedNetwork network) {
        this.json = json;
        this.scenario = scenario;
        this.network = network;
        sides = FlowSides.of(scenario);
    }

    /** Writes all of them as an array, group by group. */
    static void write(JsonGenerator json, RehearsalResult result) {
        json.writeArrayPropertyStart("outages");
        result.network().ifPresent(network -> {
            OutagesJson writer = new OutagesJson(json, result.scenario(), network);
            outages(network).forEach(writer::outage);
        });
        json.writeEndArray();
    }

    private static ImmutableList<Outage> outages(SimulatedNetwork network) {
        OutageLedger ledger = new OutageLedger(network);
        return network.flows().groups().stream()
                .flatMap(flows -> ledger.outages(flows).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private void outage(Outage outage) {
        json.writeStartObject();
        json.writeStringProperty("flow", outage.group());
        json.writeNumberProperty("flows", outage.flows());
        json.writeNumberProperty("from-nanos", outage.fromNanos());
        json.writeNumberProperty("to-nanos", outage.toNanos());
        json.writeBooleanProperty("over", outage.over());
        outage.fault().ifPresent(fault -> injected("fault", fault));
        outage.cure().ifPresent(cure -> injected("cure", cure));
        json.writeObjectPropertyStart("budget");
        outage.budget().phases().forEach((phase, nanos) -> json.writeNumberProperty(phase.text(), nanos));
        json.writeEndObject();
        Json.array(json, "legs", outage.budget().legs(), this::leg);
        Json.texts(json, "advice", Adviser.advice(scenario, network, outage));
        Json.array(json, "stretches", outage.stretches(), stretch -> stretch(outage, stretch));
        json.writeEndObject();
    }

    private void injected(String name, TraceEvent event) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("time-nanos", event.timeNanos());
        json.writeStringProperty("element", event.node());
        json.writeStringProperty("what", event.field("what"));
        json.writeEndObject();
    }

    private void leg(Leg leg) {
        json.writeStartObject();
        json.writeStringProperty("phase", leg.phase().text());
        json.writeNumberProperty("from-nanos", leg.fromNanos());
        json.writeNumberProperty("to-nanos", leg.toNanos());
        json.writeStringProperty("where", leg.where());
        json.writeEndObject();
    }

    private void stretch(Outage outage, Stretch stretch) {
        json.writeStartObject();
        json.writeStringProperty("direction", sides.text(outage.group(), stretch.direction()));
        json.writeNumberProperty("from-nanos", stretch.fromNanos());
        json.writeNumberProperty("to-nanos", stretch.toNanos());
        json.writeStringProperty("outcome", stretch.outcome().text());
        json.writeStringProperty("place", stretch.place());
        json.writeEndObject();
    }
}
